/// One line of a corpus, `{"id": "…", "text": "…"}` as Python's `json.dumps` writes it, with its two strings unescaped.
///
/// Reads line after line into the same memory.
struct LetterLine {
    private(set) var id: [UInt8] = []
    private(set) var text: [UInt8] = []

    /// Whether the line has the two strings, the id first.
    mutating func read(_ line: ArraySlice<UInt8>) -> Bool {
        var reader = JSONStringReader(line)
        return reader.skipKey("id") && reader.string(into: &id) && reader.skipKey("text") && reader.string(into: &text)
    }
}

/// Takes the strings out of JSON in the order in which they stand.
private struct JSONStringReader {
    private let bytes: ArraySlice<UInt8>
    private var at: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        at = bytes.startIndex
    }

    /// Goes behind the colon of the next key; says whether the key is this one.
    mutating func skipKey(_ key: StaticString) -> Bool {
        var name: [UInt8] = []
        guard string(into: &name), name == Array("\(key)".utf8), skip(to: UInt8(ascii: ":")) else { return false }
        return true
    }

    /// The next string in quotation marks, in place of what `value` held.
    mutating func string(into value: inout [UInt8]) -> Bool {
        value.removeAll(keepingCapacity: true)
        guard skip(to: UInt8(ascii: "\"")) else { return false }
        while at < bytes.endIndex {
            let start = at
            while at < bytes.endIndex, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "\\") { at += 1 }
            value.append(contentsOf: bytes[start..<at])
            guard at < bytes.endIndex else { return false }
            at += 1
            if bytes[at - 1] == UInt8(ascii: "\"") { return true }
            guard escape(into: &value) else { return false }
        }
        return false
    }

    /// What stands behind a backslash.
    private mutating func escape(into value: inout [UInt8]) -> Bool {
        guard at < bytes.endIndex else { return false }
        at += 1
        switch bytes[at - 1] {
        case UInt8(ascii: "n"): value.append(0x0A)
        case UInt8(ascii: "t"): value.append(0x09)
        case UInt8(ascii: "r"): value.append(0x0D)
        case UInt8(ascii: "b"): value.append(0x08)
        case UInt8(ascii: "f"): value.append(0x0C)
        case UInt8(ascii: "u"):
            guard let scalar = escapedScalar() else { return false }
            value.append(contentsOf: String(Character(scalar)).utf8)
        case let byte: value.append(byte)
        }
        return true
    }

    /// The scalar of `XXXX`, or of `XXXX\uXXXX` for one outside the basic plane.
    private mutating func escapedScalar() -> Unicode.Scalar? {
        guard let unit = hexadecimal() else { return nil }
        guard 0xD800..<0xDC00 ~= unit else { return Unicode.Scalar(unit) }
        guard at + 1 < bytes.endIndex, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
            return nil
        }
        at += 2
        guard let low = hexadecimal(), 0xDC00..<0xE000 ~= low else { return nil }
        return Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func hexadecimal() -> UInt32? {
        guard at + 4 <= bytes.endIndex else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = Character(Unicode.Scalar(bytes[at])).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
            at += 1
        }
        return value
    }

    /// Goes behind the next such byte; says whether there is one.
    private mutating func skip(to byte: UInt8) -> Bool {
        while at < bytes.endIndex {
            at += 1
            if bytes[at - 1] == byte { return true }
        }
        return false
    }
}
