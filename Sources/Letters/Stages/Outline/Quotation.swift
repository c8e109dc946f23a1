/// Tells a paragraph that is one quotation from a sentence that begins with one.
enum Quotation {
    private static let pairs: [(opening: [UInt8], closings: [[UInt8]])] = [
        ("«", ["»"]), ("„", ["”", "“"]), ("“", ["”"]), ("\"", ["\""]),
    ].map { (Array($0.0.utf8), $0.1.map { Array($0.utf8) }) }

    /// Whether a text opens with a quotation mark whose partner ends it, a full stop or comma behind it aside.
    static func isWhole(_ bytes: [UInt8]) -> Bool {
        guard let pair = pairs.first(where: { bytes.matches($0.opening, at: 0, end: bytes.count) }) else {
            return false
        }
        var depth = 1
        var position = pair.opening.count
        while position < bytes.count {
            // A sign that opens and closes alike closes.
            if let closing = pair.closings.first(where: { bytes.matches($0, at: position, end: bytes.count) }) {
                depth -= 1
                position += closing.count
                if depth == 0 { return bytes[position...].allSatisfy { $0 == .period || $0 == .comma } }
            } else if bytes.matches(pair.opening, at: position, end: bytes.count) {
                depth += 1
                position += pair.opening.count
            } else {
                position += 1
            }
        }
        return false
    }
}
