/* parse_explain - furrow parse --explain: why a text was read as it was. */
#ifndef PROGRAMS_FURROW_PARSE_EXPLAIN_H
#define PROGRAMS_FURROW_PARSE_EXPLAIN_H

#include <stdio.h>

#include <jansson.h>

#include "handlers/catalogue.h"
#include "handlers/intent_trace.h"

/* For people: a line a piece, then the verdict. */
void parse_explain_print(FILE *out, const struct catalogue *cat,
    const struct intent *in, const struct intent_trace *trace);

/* The same as an array of objects. */
json_t *parse_explain_json(
    const struct catalogue *cat, const struct intent_trace *trace);

#endif
