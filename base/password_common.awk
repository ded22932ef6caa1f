# password_common.txt -> one C file that carries it as text.
BEGIN {
	print "/* Generated from password_common.txt. */"
	print "#include \"base/password_common.h\""
	print ""
	print "static const char words[] = \"\\n\""
}
{
	gsub(/\\/, "\\\\")
	gsub(/"/, "\\\"")
	print "    \"" $0 "\\n\""
}
END {
	print "    ;"
	print ""
	print "const char *"
	print "password_common(void)"
	print "{"
	print "\treturn words;"
	print "}"
}
