#include "CICU.h"

#include <stdlib.h>
#include <unicode/ubrk.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utext.h>
#include <unicode/uvernum.h>

// MARK: - Words

struct CICUWordBreaker {
    UBreakIterator *iterator;
    UText text;
};

CICUWordBreaker *cicu_word_breaker_open(const char *locale) {
    CICUWordBreaker *breaker = malloc(sizeof(CICUWordBreaker));
    if (breaker == NULL) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    breaker->text = (UText)UTEXT_INITIALIZER;
    breaker->iterator = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
    if (U_SUCCESS(status)) return breaker;
    free(breaker);
    return NULL;
}

void cicu_word_breaker_close(CICUWordBreaker *breaker) {
    ubrk_close(breaker->iterator);
    utext_close(&breaker->text);
    free(breaker);
}

bool cicu_word_breaker_set_text(CICUWordBreaker *breaker, const uint8_t *utf8, int64_t length) {
    UErrorCode status = U_ZERO_ERROR;
    utext_openUTF8(&breaker->text, utf8 == NULL ? "" : (const char *)utf8, length, &status);
    ubrk_setUText(breaker->iterator, &breaker->text, &status);
    return U_SUCCESS(status);
}

int64_t cicu_word_breaker_next(CICUWordBreaker *breaker, bool *is_word) {
    int32_t boundary = ubrk_next(breaker->iterator);
    if (boundary == UBRK_DONE) return -1;
    *is_word = ubrk_getRuleStatus(breaker->iterator) >= UBRK_WORD_NUMBER;
    return boundary;
}

// MARK: - Folding and composing

/// UTF-16 text that grows; `units` is NULL when memory has run out.
typedef struct {
    UChar *units;
    int32_t length;
} Text;

static Text text_from_utf8(const uint8_t *utf8, int32_t length) {
    // UTF-16 never has more units than UTF-8 has bytes.
    Text text = {malloc(sizeof(UChar) * ((size_t)length + 1)), 0};
    UErrorCode status = U_ZERO_ERROR;
    if (text.units == NULL) return text;
    u_strFromUTF8WithSub(text.units, length + 1, &text.length, (const char *)utf8, length, 0xfffd, NULL, &status);
    if (U_FAILURE(status)) {
        free(text.units);
        text.units = NULL;
    }
    return text;
}

/// Normalises a text and frees it.
static Text normalized(Text text, const UNormalizer2 *normalizer) {
    Text result = {NULL, 0};
    if (text.units == NULL) return result;
    UErrorCode status = U_ZERO_ERROR;
    // One try that nearly always suffices, then one of the length that ICU asked for.
    int32_t capacity = text.length + 16;
    for (int attempt = 0; attempt < 2; attempt++) {
        result.units = malloc(sizeof(UChar) * (size_t)capacity);
        if (result.units == NULL) break;
        status = U_ZERO_ERROR;
        result.length = unorm2_normalize(normalizer, text.units, text.length, result.units, capacity, &status);
        if (U_SUCCESS(status)) break;
        free(result.units);
        result.units = NULL;
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
        capacity = result.length + 1;
    }
    free(text.units);
    return result;
}

/// What a letter that Unicode does not decompose is folded to: one or two letters; 0 for one that stays.
static uint16_t plain_letters(UChar unit) {
    switch (unit) {
        case 0x00e6: return 'a' << 8 | 'e';
        case 0x0153: return 'o' << 8 | 'e';
        case 0x00fe: return 't' << 8 | 'h';
        case 0x00f0: case 0x0111: return 'd';
        case 0x00f8: return 'o';
        case 0x0127: return 'h';
        case 0x0131: return 'i';
        case 0x0142: return 'l';
        case 0x0167: return 't';
        case 0x2018: case 0x2019: case 0x02bc: case 0x2032: return '\'';
        default: return 0;
    }
}

/// Drops accents from a decomposed text, replaces letters that do not decompose, and frees the text.
static Text without_accents(Text text) {
    Text result = {NULL, 0};
    if (text.units == NULL) return result;
    result.units = malloc(sizeof(UChar) * (2 * (size_t)text.length + 1));
    for (int32_t at = 0; result.units != NULL && at < text.length; at++) {
        UChar unit = text.units[at];
        if (unit >= 0x0300 && unit <= 0x036f) continue;
        uint16_t plain = plain_letters(unit);
        if (plain >> 8 != 0) result.units[result.length++] = plain >> 8;
        result.units[result.length++] = plain != 0 ? (plain & 0xff) : unit;
    }
    free(text.units);
    return result;
}

/// Writes a text as UTF-8 and frees it.
static int32_t write_utf8(Text text, uint8_t *result, int32_t capacity) {
    if (text.units == NULL) return -1;
    UErrorCode status = U_ZERO_ERROR;
    int32_t length = 0;
    u_strToUTF8WithSub((char *)result, capacity, &length, text.units, text.length, 0xfffd, NULL, &status);
    free(text.units);
    return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? length : -1;
}

int32_t cicu_fold(const uint8_t *utf8, int32_t length, uint8_t *result, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *casefold = unorm2_getNFKCCasefoldInstance(&status);
    const UNormalizer2 *nfd = unorm2_getNFDInstance(&status);
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return -1;
    Text decomposed = normalized(normalized(text_from_utf8(utf8, length), casefold), nfd);
    return write_utf8(normalized(without_accents(decomposed), nfc), result, capacity);
}

int32_t cicu_nfc(const uint8_t *utf8, int32_t length, uint8_t *result, int32_t capacity) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return -1;
    return write_utf8(normalized(text_from_utf8(utf8, length), nfc), result, capacity);
}

bool cicu_is_nfc(const uint8_t *utf8, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    if (U_FAILURE(status)) return false;
    Text text = text_from_utf8(utf8, length);
    if (text.units == NULL) return false;
    bool is_nfc = unorm2_isNormalized(nfc, text.units, text.length, &status);
    free(text.units);
    return U_SUCCESS(status) && is_nfc;
}

const char *cicu_version(void) { return U_ICU_VERSION; }
