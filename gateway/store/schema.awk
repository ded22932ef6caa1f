# Numbered migrations (schema/NNNN_name.sql, in order) -> one C file that
# carries them as text: comments and indentation left out, quotes escaped.
BEGIN {
	print "/* Generated from schema/ by schema.awk. */"
	print "#include \"gateway/store/schema.h\""
	print ""
	print "#include <stddef.h>"
	print ""
	print "static const char *const steps[] = {"
}
FNR == 1 && NR > 1 { print "    ," }
{
	sub(/[ \t]*--.*$/, "")
	sub(/^[ \t]+/, "")
	if ($0 == "")
		next
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	print "    \"" $0 "\\n\""
}
END {
	print "};"
	print ""
	print "int"
	print "schema_newest(void)"
	print "{"
	print "\treturn (int)(sizeof(steps) / sizeof(steps[0]));"
	print "}"
	print ""
	print "const char *"
	print "schema_step(int number)"
	print "{"
	print "\tif (number < 1 || number > schema_newest())"
	print "\t\treturn NULL;"
	print "\treturn steps[number - 1];"
	print "}"
}
