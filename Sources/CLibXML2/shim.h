#pragma once
// Debian builds libxml2 with ICU, and its encoding.h then includes <unicode/ucnv.h>, whose types clash with those of
// Foundation's own ICU. Only the tail of struct _xmlCharEncodingHandler depends on the macro; nothing here allocates one.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/HTMLparser.h>

// LIBXML_TEST_VERSION is a macro, which Swift cannot import.
static inline void kamerspoor_xml_initialise(void) {
    LIBXML_TEST_VERSION
    xmlInitParser();
}

// xmlFree is a global function pointer, mutable state that Swift 6 refuses to touch.
static inline void kamerspoor_xml_free(void *pointer) { xmlFree(pointer); }
