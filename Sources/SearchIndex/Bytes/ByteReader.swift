/// Reads little-endian values from borrowed bytes; throws instead of reading past the end.
struct ByteReader: ~Escapable {
    private let bytes: Span<UInt8>
    private(set) var offset = 0

    @_lifetime(copy bytes)
    init(_ bytes: Span<UInt8>) { self.bytes = bytes }

    var isAtEnd: Bool { offset == bytes.count }
    var remaining: Int { bytes.count &- offset }

    mutating func byte() throws(DecodeError) -> UInt8 {
        guard offset < bytes.count else { throw .endOfBytes(at: offset) }
        defer { offset &+= 1 }
        return bytes[offset]
    }

    /// Next value of one to five bytes, seven bits a byte, least significant first.
    mutating func varint() throws(DecodeError) -> UInt32 {
        var value: UInt32 = 0
        for shift in stride(from: UInt32(0), through: 28, by: 7) {
            let byte = try byte()
            // The fifth byte holds the last four bits; more would be lost.
            guard shift < 28 || byte < 0x10 else { break }
            value |= UInt32(byte & 0x7f) << shift
            if byte < 0x80 { return value }
        }
        throw .overlongVarint(at: offset)
    }

    mutating func uint32() throws(DecodeError) -> UInt32 { UInt32(truncatingIfNeeded: try fixed(4)) }

    mutating func uint64() throws(DecodeError) -> UInt64 { try fixed(8) }

    /// Next value of eight bytes that counts or places something, so that it must fit a positive `Int`.
    mutating func count() throws(DecodeError) -> Int {
        let start = offset
        guard let value = Int(exactly: try fixed(8)) else { throw .numberTooLarge(at: start) }
        return value
    }

    /// Next text: its length as a varint, then UTF-8.
    mutating func text() throws(DecodeError) -> String {
        let start = offset
        let length = Int(try varint())
        guard length <= remaining else { throw .endOfBytes(at: offset) }
        defer { offset &+= length }
        guard let text = utf8Text(bytes.extracting(offset..<offset &+ length)) else { throw .notText(at: start) }
        return text
    }

    mutating func bytes(_ count: Int) throws(DecodeError) -> [UInt8] {
        let start = offset
        try skip(count)
        // The array copies what the span lends for the length of the call.
        return unsafe bytes.extracting(start..<offset).withUnsafeBufferPointer { unsafe Array($0) }
    }

    mutating func skip(_ count: Int) throws(DecodeError) {
        guard count >= 0, count <= remaining else { throw .endOfBytes(at: offset) }
        offset &+= count
    }

    private mutating func fixed(_ width: Int) throws(DecodeError) -> UInt64 {
        guard width <= remaining else { throw .endOfBytes(at: offset) }
        var value: UInt64 = 0
        for at in 0..<width { value |= UInt64(bytes[offset &+ at]) << UInt64(8 &* at) }
        offset &+= width
        return value
    }
}

/// What is wrong with bytes that were to be decoded; offsets count from the start of the decoded part.
enum DecodeError: Error, Equatable {
    case endOfBytes(at: Int)
    case overlongVarint(at: Int)
    case numberTooLarge(at: Int)
    case notText(at: Int)
    /// A value that no writer writes.
    case unexpected(String, at: Int)
}

extension DecodeError {
    /// The same as an error about a file, in which the decoded part starts at `start`.
    func inFile(_ path: String, from start: Int) -> IndexError {
        switch self {
        case .endOfBytes(let at): .corrupt(file: path, offset: start + at, what: "the data ends too early")
        case .overlongVarint(let at): .corrupt(file: path, offset: start + at, what: "a number is too long")
        case .numberTooLarge(let at): .corrupt(file: path, offset: start + at, what: "a number is too large")
        case .notText(let at): .corrupt(file: path, offset: start + at, what: "a text is not UTF-8")
        case .unexpected(let what, let at): .corrupt(file: path, offset: start + at, what: what)
        }
    }
}

/// A copy of bytes as text; `nil` when they are not UTF-8.
func utf8Text(_ bytes: Span<UInt8>) -> String? {
    guard let valid = try? UTF8Span(validating: bytes) else { return nil }
    return String(copying: valid)
}
