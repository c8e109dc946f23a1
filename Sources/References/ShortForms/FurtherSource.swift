/// Whether a stretch of text names a source that is no reference, so that `Idem` behind it may repeat that source.
///
/// Words behind a semicolon do (`; Oberon, Monitor passend onderwijs`), a name behind `zie`, `vgl.` or `en het`, and a
/// year in parentheses, as in `Oberon (2020)`.
enum FurtherSource {
    /// Bytes in which the name of a source begins behind the words that announce it.
    private static let farthestName = 40
    /// Letters behind a semicolon that are more than `p. 7` or `zie ook`.
    private static let fewestLetters = 8

    static func isNamed(in bytes: [UInt8], _ stretch: Range<Int>) -> Bool {
        var cursor = ByteCursor(bytes)
        var lettersBehindSemicolon: Int?
        for index in stretch {
            let byte = bytes[index]
            if byte.isLetter {
                if let letters = lettersBehindSemicolon {
                    if letters >= fewestLetters { return true }
                    lettersBehindSemicolon = letters + 1
                }
                guard announces(byte), index == stretch.lowerBound || !bytes[index - 1].isLetterOrDigit else {
                    continue
                }
                cursor.position = index
                if takeAnnouncement(&cursor), seesName(cursor, before: stretch.upperBound) { return true }
            } else if byte == UInt8(ascii: ";") {
                lettersBehindSemicolon = 0
            } else if byte == UInt8(ascii: "("), stretch.upperBound - index > 5 {
                cursor.position = index + 1
                if cursor.digitCount == 4 { return true }
            }
        }
        return false
    }

    /// Whether a word that announces a source may begin with this letter.
    private static func announces(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower == UInt8(ascii: "z") || lower == UInt8(ascii: "v") || lower == UInt8(ascii: "e")
    }

    private static func takeAnnouncement(_ cursor: inout ByteCursor) -> Bool {
        if cursor.takeWord("zie") || cursor.takeWord("vgl") { return true }
        guard cursor.takeWord("en"), cursor.takeSpace() else { return false }
        if cursor.takeWord(prepositions) { cursor.takeSpace() }
        return cursor.takeWord(articles)
    }

    private static let prepositions: WordList = ["in", "uit", "van", "bij", "op"]

    private static let articles: WordList = ["het", "de", "een"]

    /// Whether a capital begins a word here, before the sentence ends: `zie ook Oberon`, but not `zie ook het archief`.
    private static func seesName(_ start: ByteCursor, before end: Int) -> Bool {
        var cursor = start
        _ = cursor.take(".")
        let last = min(end, cursor.position + farthestName)
        while cursor.position < last, cursor.byte != UInt8(ascii: ".") {
            if cursor.byte.isUpper, !cursor[-1].isLetterOrDigit { return true }
            cursor.position += 1
        }
        return false
    }
}
