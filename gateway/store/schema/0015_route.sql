-- By which links a text may leave.
SELECT 1;
