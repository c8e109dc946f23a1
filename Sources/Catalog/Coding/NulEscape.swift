/// Text for SQLite, whose C strings end at a NUL.
///
/// A NUL is kept as U+001A (SUBSTITUTE) and the digit 0, and U+001A as itself and the digit 1. Every other text, so
/// practically all, stands in the database as it is.
enum NulEscape {
    private static let escape: Unicode.Scalar = "\u{1A}"

    static func escaped(_ text: String) -> String {
        guard holds(0, or: 0x1A, in: text) else { return text }
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\0": result.append(contentsOf: [escape, "0"])
            case escape: result.append(contentsOf: [escape, "1"])
            default: result.append(scalar)
            }
        }
        return String(result)
    }

    static func unescaped(_ text: String) throws(RowDamage) -> String {
        guard holds(0x1A, or: 0x1A, in: text) else { return text }
        var result = String.UnicodeScalarView()
        var scalars = text.unicodeScalars.makeIterator()
        while let scalar = scalars.next() {
            guard scalar == escape else {
                result.append(scalar)
                continue
            }
            switch scalars.next() {
            case "0": result.append("\0")
            case "1": result.append(escape)
            default: throw RowDamage("text with a broken escape")
            }
        }
        return String(result)
    }

    private static func holds(_ first: UInt8, or second: UInt8, in text: String) -> Bool {
        let bytes = text.utf8.span
        for index in bytes.indices where bytes[index] == first || bytes[index] == second { return true }
        return false
    }
}
