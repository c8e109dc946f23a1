/// The label that opens an item of a list or a numbered heading: `•`, `−`, `–`, `*`, `o`, `1.`, `1°.`, `a.`, `iv.`, `A.`, `1.1`,
/// `(i)`.
struct ListLabel {
    enum Shape {
        case bullet, dash, number, letter, roman
    }

    var shape: Shape
    var label: String
    /// What stands behind the label.
    var text: Range<Int>

    /// Reads the label at the start of a line; nil where the line has none, or nothing behind it.
    @inline(__always)
    init?(_ bytes: [UInt8], _ content: Range<Int>) {
        guard Self.mayBegin(bytes.span, content) else { return nil }
        self.init(mayBegin: bytes, content)
    }

    private init?(mayBegin bytes: [UInt8], _ content: Range<Int>) {
        var cursor = LineCursor(bytes, content)
        if Self.takeBullet(&cursor) {
            self.init(.bullet, bytes, content, &cursor)
        } else if Self.takeDash(&cursor) {
            self.init(.dash, bytes, content, &cursor)
        } else if bytes[content.lowerBound].isDigit {
            guard Self.takeNumber(&cursor) else { return nil }
            self.init(.number, bytes, content, &cursor)
        } else if let shape = Self.takeLetters(bytes, &cursor) ?? Self.takeEnclosed(bytes, &cursor) {
            self.init(shape, bytes, content, &cursor)
        } else {
            return nil
        }
    }

    private init?(_ shape: Shape, _ bytes: [UInt8], _ content: Range<Int>, _ cursor: inout LineCursor) {
        let labelEnd = cursor.position
        guard cursor.skipSpaces(), !cursor.isAtEnd else { return nil }
        self.shape = shape
        label = String(decoding: bytes[content.lowerBound..<labelEnd], as: UTF8.self)
        text = cursor.position..<content.upperBound
    }

    /// Whether a line's first bytes are those of a label: most lines begin with a word of more letters than any has.
    @inline(__always)
    static func mayBegin(_ bytes: Span<UInt8>, _ content: Range<Int>) -> Bool {
        guard let first = content.first else { return false }
        let letters = ByteChunks.leadingLetters(bytes, first)
        guard letters > 0 else { return true }
        let next = first + letters
        guard letters <= longestLetters, next < content.upperBound else { return false }
        return bytes[next] == .period || bytes[next] == UInt8(ascii: ")")
            || letters == 1 && bytes[first] == UInt8(ascii: "o") && bytes[next].isBlankASCII
    }

    /// Letters of the longest label.
    private static let longestLetters = 5

    /// `1.`, `1)`, `1.1`, `1.1.`; a bare number is no label.
    private static func takeNumber(_ cursor: inout LineCursor) -> Bool {
        guard let (_, digits) = cursor.number(), digits <= 2 else { return false }
        if cursor.take(Self.degree) {
            _ = cursor.take(.period)
            return true
        }
        guard cursor.take(.period) || cursor.take(UInt8(ascii: ")")) else { return false }
        while let (_, digits) = cursor.number() {
            guard digits <= 2 else { return false }
            _ = cursor.take(.period)
        }
        return true
    }

    /// The sign of an item alone on its line, with its text on the next; nil for any other line.
    static func alone(_ bytes: [UInt8], _ content: Range<Int>) -> String? {
        guard (1...4).contains(content.count), !bytes[content.lowerBound].isLetter || bytes[content.lowerBound] >= 0x80
        else { return nil }
        var cursor = LineCursor(bytes, content)
        guard takeBullet(&cursor) || takeDash(&cursor), cursor.isAtEnd else { return nil }
        return String(decoding: bytes[content], as: UTF8.self)
    }

    private static func takeBullet(_ cursor: inout LineCursor) -> Bool {
        cursor.peek >= 0x80 && bullets.contains { cursor.take($0) }
    }

    /// Bullets, squares and rings, also as the symbol fonts of word processors number them, in the private use area.
    private static let bullets =
        [Sign.bullet]
        + ["\u{F0B7}", "\u{F0A7}", "\u{F02D}", "\u{F0D8}", "▪", "●", "■", "◦", "○", "·"].map { Array($0.utf8) }

    /// `−`, `–`, `-`, `‒`, `—`, `*`, and `o`, which stands for an open circle.
    private static func takeDash(_ cursor: inout LineCursor) -> Bool {
        for sign in dashes where cursor.take(sign) { return true }
        return false
    }

    private static let dashes = [
        Sign.minus, Sign.enDash, [.hyphen], Sign.figureDash, Sign.emDash, Array("*".utf8), Array("o".utf8),
    ]

    private static let degree = Array("°".utf8)

    /// `(i)`, `(a)`, `(1)`.
    private static func takeEnclosed(_ bytes: [UInt8], _ cursor: inout LineCursor) -> Shape? {
        guard cursor.peek == UInt8(ascii: "(") else { return nil }
        var inner = cursor
        inner.advance(to: cursor.position + 1)
        if let (_, digits) = inner.number(), digits <= 2, inner.take(UInt8(ascii: ")")) {
            cursor = inner
            return .number
        }
        guard let shape = takeLetters(bytes, &inner), bytes[inner.position - 1] == UInt8(ascii: ")") else { return nil }
        cursor = inner
        return shape
    }

    /// `a.`, `b)`, `A.`, `iv.`, `IV.`
    private static func takeLetters(_ bytes: [UInt8], _ cursor: inout LineCursor) -> Shape? {
        let start = cursor.position
        var end = start
        while end < cursor.end, end - start < longestLetters, bytes[end].isLowerASCII || bytes[end].isUpperASCII {
            end += 1
        }
        guard end > start, end < cursor.end, bytes[end] == .period || bytes[end] == UInt8(ascii: ")") else {
            return nil
        }
        let letters = bytes[start..<end]
        let isRoman = letters.allSatisfy(isRomanSign)
        guard isRoman || letters.count == 1 else { return nil }
        cursor.advance(to: end + 1)
        // `A. Slob` is a name; only the sequence could tell, so a single capital is a label where a bullet precedes it.
        return isRoman ? .roman : .letter
    }

    private static func isRomanSign(_ byte: UInt8) -> Bool {
        let lower = byte | 0x20
        return lower == UInt8(ascii: "i") || lower == UInt8(ascii: "v") || lower == UInt8(ascii: "x")
    }

    /// Whether a label comes right behind another of its shape: `b.` behind `a.`, `iv.` behind `iii.`, `4)` behind `3)`.
    func follows(_ other: String) -> Bool {
        let (mine, theirs) = (Self.letters(label), Self.letters(other))
        switch shape {
        case .bullet, .dash: return label == other
        case .number:
            guard let number = Int(mine), let before = Int(theirs), mine.utf8.count <= 3 else { return false }
            return number == before + 1
        case .letter:
            guard let letter = mine.utf8.first, let before = theirs.utf8.first, theirs.utf8.count == 1 else {
                return false
            }
            return letter == before &+ 1
        case .roman:
            guard let number = Self.numerals.firstIndex(of: mine.lowercased()) else { return false }
            return number > 0 && Self.numerals[number - 1] == theirs.lowercased()
        }
    }

    private static func letters(_ label: String) -> String {
        label.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    private static let numerals = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"]
}
