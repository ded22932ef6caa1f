-- How the last try of a hook went and when the next one is, so that a restart
-- asks a peer that is down no sooner, and somebody who looks knows why.
ALTER TABLE webhook ADD COLUMN tries INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhook ADD COLUMN next_ms INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhook ADD COLUMN answer INTEGER NOT NULL DEFAULT 0;
ALTER TABLE webhook ADD COLUMN why TEXT NOT NULL DEFAULT '';
