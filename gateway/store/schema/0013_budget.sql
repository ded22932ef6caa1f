-- What a SIM may still send.
SELECT 1;
