/// Reads the printed part of one line from left to right, word by word.
struct LineCursor {
    private let bytes: [UInt8]
    private(set) var position: Int
    let end: Int

    init(_ bytes: [UInt8], _ range: Range<Int>) {
        self.bytes = bytes
        position = range.lowerBound
        end = range.upperBound
    }

    var isAtEnd: Bool { position >= end }
    /// The next byte; 0 at the end.
    var peek: UInt8 { position < end ? bytes[position] : 0 }

    /// Passes white space of any kind. Returns whether there was any.
    @discardableResult
    mutating func skipSpaces() -> Bool {
        let start = position
        while position < end {
            if bytes[position] < 0x80 {
                guard bytes[position].isBlankASCII else { break }
                position += 1
            } else {
                let decoded = bytes.scalar(at: position, end: end)
                guard decoded.isSpace else { break }
                position += decoded.length
            }
        }
        return position > start
    }

    /// Passes `literal` if it stands here, byte for byte.
    mutating func take(_ literal: [UInt8]) -> Bool {
        guard bytes.matches(literal, at: position, end: end) else { return false }
        position += literal.count
        return true
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte, position < end else { return false }
        position += 1
        return true
    }

    /// A run of at most nine digits, so that its value cannot overflow; nil where there is none or it is longer.
    mutating func number() -> (value: Int, digits: Int)? {
        let start = position
        var value = 0
        var next = position
        while next < end, bytes[next].isDigit {
            guard next - start < 9 else { return nil }
            value = value * 10 + Int(bytes[next] - 0x30)
            next += 1
        }
        guard next > start else { return nil }
        position = next
        return (value, next - start)
    }

    /// Bytes up to the next white space.
    mutating func word() -> Range<Int> {
        let start = position
        while position < end {
            if bytes[position] < 0x80 {
                if bytes[position].isBlankASCII { break }
                position += 1
            } else {
                let decoded = bytes.scalar(at: position, end: end)
                if decoded.isSpace { break }
                position += decoded.length
            }
        }
        return start..<position
    }

    mutating func advance(to position: Int) { self.position = min(position, end) }
}
