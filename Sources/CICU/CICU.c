#include "CICU.h"
#include <unicode/ubrk.h>
int kamerspoor_icu_placeholder(void) { return ubrk_countAvailable(); }
