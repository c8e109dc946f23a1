/// A line that may open a note: `12 Text`, `[12] Text` or `12Text`, and in a list under a heading also `12. Text`.
///
/// Only the shape is told here; the sequence of the numbers decides (`NoteSequence`).
struct NoteStart {
    var line: Int
    var number: Int
    /// What stands behind the number, or under it.
    var text: Range<Int>
    /// Line of the text: another one where the number is alone on its line.
    var textLine: Int

    init?(_ bytes: [UInt8], _ content: Range<Int>, line: Int, inList: Bool = false) {
        guard let first = content.first, bytes[first].isDigit || bytes[first] == UInt8(ascii: "[") else { return nil }
        var cursor = LineCursor(bytes, content)
        let isBracketed = bytes[first] == UInt8(ascii: "[") && cursor.take(UInt8(ascii: "["))
        guard cursor.peek != 0x30, let (number, digits) = cursor.number(), digits <= 3 else { return nil }
        if isBracketed {
            guard cursor.take(UInt8(ascii: "]")) else { return nil }
        } else if inList {
            _ = cursor.take(.period) || cursor.take(UInt8(ascii: ")"))
        }
        let hasSpace = cursor.skipSpaces()
        guard !cursor.isAtEnd, hasSpace || isBracketed || Self.opensWord(bytes, cursor.position, content.upperBound)
        else { return nil }
        self.line = line
        textLine = line
        self.number = number
        text = cursor.position..<content.upperBound
        if isBracketed { return }
        // The names of months are in small letters.
        let opensMonth = bytes[cursor.position].isLowerASCII && DutchDate.month(bytes, cursor.word()) != nil
        if opensMonth || Self.opensDossier(bytes, text, digits) { return nil }
    }

    /// Lines below a number alone in which its text begins: blank ones, and the printer's marks at the foot of a page.
    private static let widestGap = 8

    /// A number alone on its line, as it comes from notes whose numbers are set high, with the text on the next line of
    /// text.
    init?(alone line: Int, _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) {
        guard let first = lines[line].content.first, bytes[first].isDigit else { return nil }
        var cursor = LineCursor(bytes, lines[line].content)
        guard cursor.peek != 0x30, let (number, digits) = cursor.number(), digits <= 3, cursor.isAtEnd else {
            return nil
        }
        let next = (line + 1..<min(lines.count, line + Self.widestGap)).first {
            roles[$0] != .furniture && roles[$0] != .blank
        }
        guard let next, roles[next] == .body, next <= line + 2 || roles[next - 2] == .furniture,
            let first = lines[next].content.first,
            !bytes[first].isLowerASCII
                || Self.addresses.contains(where: { bytes.matches($0, at: first, end: bytes.count) })
        else { return nil }
        self.line = line
        self.number = number
        textLine = next
        text = lines[next].content
    }

    private static let addresses = ["http", "www."].map { Array($0.utf8) }

    /// Whether a word begins where the number ends, `12Kamerstuk`: a capital and two small letters.
    private static func opensWord(_ bytes: [UInt8], _ position: Int, _ end: Int) -> Bool {
        position + 2 < end && bytes[position].isUpperASCII && bytes[position + 1].isLowerASCII
            && bytes[position + 2].isLowerASCII
    }

    private static let paperNumber = Array(" nr".utf8)

    /// Whether number and text are the two halves of a dossier that goes on from the line above: `35 788, nr. 77`; but
    /// `14 692 scholen` is a note.
    private static func opensDossier(_ bytes: [UInt8], _ text: Range<Int>, _ digits: Int) -> Bool {
        guard digits == 2, text.count >= 3, bytes[text.prefix(3)].allSatisfy(\.isDigit) else { return false }
        guard text.count > 3 else { return true }
        let next = bytes[text.lowerBound + 3]
        return next == .comma || next == .hyphen || next == UInt8(ascii: ")") || next == .period
            || bytes.matches(paperNumber, at: text.lowerBound + 3, end: text.upperBound)
    }
}
