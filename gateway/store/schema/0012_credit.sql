-- What is left on a SIM.
SELECT 1;
