/// Cuts a text into the tokens of the comparison: maximal runs of letters and digits (Unicode general categories L and
/// Nd), lower-cased scalar by scalar.
///
/// The words of a text lie one behind the other in `bytes`; memory is kept from text to text.
struct WordScanner {
    /// The words, lower-cased, as UTF-8.
    private(set) var bytes: [UInt8] = []
    /// Where in `bytes` each word ends; it starts where the one before it ends.
    private(set) var ends: [Int] = []

    /// For a scalar below `tableSize` its lower case, or 0 when it is in no word.
    private let table: [UInt32]
    /// Latin, Greek, Cyrillic and general punctuation: all that Dutch letters have but rarities.
    private static let tableSize = 0x2070

    init() {
        table = (0..<UInt32(Self.tableSize)).map { value in
            guard let scalar = Unicode.Scalar(value), Self.isInWord(scalar) else { return 0 }
            let lower = scalar.properties.lowercaseMapping.unicodeScalars
            // Where the lower case is of several scalars, the scalar itself sends it to the slow path.
            return lower.count == 1 ? lower[lower.startIndex].value : Self.slow
        }
    }

    private static let slow = UInt32.max

    private static func isInWord(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber: true
        default: false
        }
    }

    /// Puts the words of a text in place of those before.
    mutating func scan(_ text: [UInt8]) {
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
        let text = text.span
        var wordStart = 0
        var at = 0
        while at < text.count {
            let asciiEnd = appendLowercasedASCII(text, from: at)
            if asciiEnd == text.count { break }
            at = asciiEnd
            if text[at] < 0x80 {
                endWord(&wordStart)
                at += 1
            } else {
                let (scalar, length) = Self.scalar(in: text, at: at)
                at += length
                if !appendLowercased(scalar) { endWord(&wordStart) }
            }
        }
        endWord(&wordStart)
    }

    /// Appends the ASCII letters and digits from a place on, in one go; returns where they end.
    private mutating func appendLowercasedASCII(_ text: borrowing Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < text.count {
            let byte = text[end]
            // Setting bit 5 makes an ASCII capital small, and no other byte a letter.
            guard (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte &- UInt8(ascii: "0") < 10 else { break }
            end += 1
        }
        bytes.append(addingCapacity: end - start) { output in
            for at in start..<end {
                let byte = text[at]
                // Digits have bit 5 already.
                output.append(byte | 0x20)
            }
        }
        return end
    }

    private mutating func endWord(_ start: inout Int) {
        guard bytes.count > start else { return }
        ends.append(bytes.count)
        start = bytes.count
    }

    /// Says whether the scalar is in a word.
    private mutating func appendLowercased(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        let known = value < UInt32(table.count) ? table[Int(value)] : Self.slow
        if known == 0 { return false }
        if known != Self.slow, let lower = Unicode.Scalar(known) {
            bytes.append(contentsOf: UTF8.encode(lower) ?? UTF8.encodedReplacementCharacter)
            return true
        }
        guard Self.isInWord(scalar) else { return false }
        bytes.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        return true
    }

    /// The scalar that begins at a byte above 0x7F, and its length in bytes; U+FFFD of length 1 where the text is not UTF-8.
    private static func scalar(in text: Span<UInt8>, at start: Int) -> (Unicode.Scalar, Int) {
        let first = text[start]
        let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
        guard length > 0, start + length <= text.count else { return ("\u{FFFD}", 1) }
        var value = UInt32(first) & (0x7F >> UInt32(length))
        for at in start + 1..<start + length {
            guard text[at] & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(text[at] & 0x3F)
        }
        let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
        guard value >= least, let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
        return (scalar, length)
    }
}
