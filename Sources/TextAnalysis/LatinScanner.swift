/// What a character means for the boundaries of words, for the characters that Dutch text is made of.
///
/// The classes are those of Unicode's word boundaries (UAX 29) as ICU applies them. Colon and `@`, which differ between
/// versions of ICU, do not get here: `WordTokenizer` cuts at them.
enum WordClass: UInt8 {
    case letter
    case digit
    /// The low line, which extends letters and digits but is no word alone.
    case connector
    /// Joins letters to letters and digits to digits: full stop, apostrophes.
    case middle
    /// Joins digits to digits: comma, semicolon.
    case middleOfNumber
    case other
    /// Only ICU knows.
    case unknown
}

/// Reads the characters of UTF-8 text one by one as far as word boundaries need them.
enum LatinScanner {
    /// Class and length in bytes of the character at an offset, which is before the end.
    static func character(of text: Span<UInt8>, at offset: Int) -> (class: WordClass, length: Int) {
        let byte = text[offset]
        if byte < 0x80 { return (asciiClass(byte), 1) }
        let second = offset + 1 < text.count ? text[offset + 1] : 0
        switch byte {
        case 0xc2: return (latin1Class(second), 2)
        // U+00C0 to U+00FF: letters, but for the multiplication and the division sign.
        case 0xc3: return (second == 0x97 || second == 0xb7 ? .other : .letter, 2)
        // U+0100 to U+017F: letters all.
        case 0xc4, 0xc5: return (.letter, 2)
        case 0xe2: return (punctuationClass(second, offset + 2 < text.count ? text[offset + 2] : 0), 3)
        default: return (.unknown, 1)
        }
    }

    private static func asciiClass(_ byte: UInt8) -> WordClass {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
        case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
        case UInt8(ascii: "_"): .connector
        case UInt8(ascii: "."), UInt8(ascii: "'"): .middle
        case UInt8(ascii: ","), UInt8(ascii: ";"): .middleOfNumber
        default: .other
        }
    }

    /// U+0080 to U+00BF by their second byte.
    private static func latin1Class(_ second: UInt8) -> WordClass {
        switch second {
        // Next line, ª, soft hyphen, µ, middle dot, º.
        case 0x85, 0xaa, 0xad, 0xb5, 0xb7, 0xba: .unknown
        case 0x80...0xbf: .other
        default: .unknown
        }
    }

    /// U+2000 to U+2FFF by their second and third byte.
    private static func punctuationClass(_ second: UInt8, _ third: UInt8) -> WordClass {
        switch (second, third) {
        case (0x80, 0x98), (0x80, 0x99): .middle
        // Hyphens and dashes, double quotation marks, bullet, ellipsis, euro.
        case (0x80, 0x90...0x94), (0x80, 0x9c...0x9e), (0x80, 0xa2), (0x80, 0xa6), (0x82, 0xac): .other
        default: .unknown
        }
    }
}
