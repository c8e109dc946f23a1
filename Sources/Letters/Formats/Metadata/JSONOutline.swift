/// Where the keys of the outermost object of a JSON text stand, and where a text stops to be JSON (RFC 8259).
///
/// Decoders tell neither. Nesting costs no stack.
struct JSONOutline {
    private(set) var keys: [(name: String, byte: Int)] = []
    /// The first byte that no JSON has there; nil for a whole text.
    private(set) var error: Int?

    private enum Expected {
        case value, valueOrEnd, key, keyOrEnd, colon, commaOrEnd
    }

    private let bytes: [UInt8]
    private var position = 0
    /// Closing brackets of what is open.
    private var open: [UInt8] = []
    private var expected = Expected.value

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
        repeat {
            skipSpace()
            guard position < bytes.count, readPart() else {
                error = position
                return
            }
        } while !open.isEmpty
        skipSpace()
        if position < bytes.count { error = position }
    }

    func byte(of key: String) -> Int? { keys.first { $0.name == key }?.byte }

    private mutating func skipSpace() {
        while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
    }

    /// Reads one sign, string, number or word. Returns whether it may stand there.
    private mutating func readPart() -> Bool {
        let byte = bytes[position]
        switch expected {
        case .value, .valueOrEnd: return expected == .valueOrEnd && byte == open.last ? close() : readValue(byte)
        case .key, .keyOrEnd: return expected == .keyOrEnd && byte == open.last ? close() : readKey(byte)
        case .colon: return pass(byte == UInt8(ascii: ":"), to: .value)
        case .commaOrEnd:
            if byte == open.last { return close() }
            return pass(byte == .comma, to: open.last == UInt8(ascii: "}") ? .key : .value)
        }
    }

    private mutating func pass(_ isRight: Bool, to next: Expected) -> Bool {
        if isRight { position += 1 }
        expected = next
        return isRight
    }

    private mutating func close() -> Bool {
        open.removeLast()
        return pass(true, to: .commaOrEnd)
    }

    private mutating func readKey(_ byte: UInt8) -> Bool {
        let start = position
        guard byte == UInt8(ascii: "\""), readString() else { return false }
        if open.count == 1 {
            keys.append((String(decoding: bytes[start + 1..<position - 1], as: UTF8.self), start))
        }
        expected = .colon
        return true
    }

    private mutating func readValue(_ byte: UInt8) -> Bool {
        expected = .commaOrEnd
        switch byte {
        case UInt8(ascii: "{"):
            open.append(UInt8(ascii: "}"))
            return pass(true, to: .keyOrEnd)
        case UInt8(ascii: "["):
            open.append(UInt8(ascii: "]"))
            return pass(true, to: .valueOrEnd)
        case UInt8(ascii: "\""): return readString()
        default:
            let word = bytes[position...].prefix { $0.isLetter || $0.isDigit || "+-.".utf8.contains($0) }
            let text = String(decoding: word.prefix(40), as: UTF8.self)
            guard ["true", "false", "null"].contains(text) || byte != UInt8(ascii: "+") && Double(text) != nil else {
                return false
            }
            position += word.count
            return true
        }
    }

    /// Passes a string, if it ends on its line.
    private mutating func readString() -> Bool {
        var end = position + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
            if bytes[end] < .space { return false }
            end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
        }
        guard end < bytes.count else { return false }
        position = end + 1
        return true
    }
}
