#pragma once
// What the project needs of ICU, under names and types of its own. ICU's headers stay in CICU.c: they cannot meet
// Foundation's in one Swift module, and their names carry ICU's version.

#include <stdbool.h>
#include <stdint.h>

/// Finds the boundaries of words in one text after another. Not for use by two threads at once.
typedef struct CICUWordBreaker CICUWordBreaker;

/// A word breaker for a locale such as "nl"; NULL when ICU or its data are not there.
CICUWordBreaker *_Nullable cicu_word_breaker_open(const char *_Nonnull locale);

/// Ends a word breaker.
void cicu_word_breaker_close(CICUWordBreaker *_Nonnull breaker);

/// Starts on a text in UTF-8. The bytes must stay where they are until the last call of cicu_word_breaker_next; parts
/// that are not UTF-8 count as unknown characters.
bool cicu_word_breaker_set_text(CICUWordBreaker *_Nonnull breaker, const uint8_t *_Nullable utf8, int64_t length);

/// The next boundary, in bytes from the start of the text; -1 at the end. `is_word` tells whether what ends there holds
/// a letter, a digit, a syllable or an ideograph.
int64_t cicu_word_breaker_next(CICUWordBreaker *_Nonnull breaker, bool *_Nonnull is_word);

/// Folds a text for matching: NFKC case folding (which also drops soft hyphens and other invisible characters), accents
/// removed, letters with a stroke and ligatures to plain ones, typographic apostrophes to ', NFC.
///
/// Returns the length of the result in bytes, of which at most `capacity` bytes are written and only when all fit;
/// -1 when ICU or memory is not there.
int32_t cicu_fold(const uint8_t *_Nullable utf8, int32_t length, uint8_t *_Nullable result, int32_t capacity);

/// Composes a text to NFC. Returns as cicu_fold does.
int32_t cicu_nfc(const uint8_t *_Nullable utf8, int32_t length, uint8_t *_Nullable result, int32_t capacity);

/// Whether a text is in NFC already.
bool cicu_is_nfc(const uint8_t *_Nullable utf8, int32_t length);

/// The version of ICU, such as "72.1".
const char *_Nonnull cicu_version(void);
