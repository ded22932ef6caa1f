-- Parts of long texts.
SELECT 1;
