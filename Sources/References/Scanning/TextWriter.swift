/// Puts a text of a few parts together in one piece, without a string for each part.
@safe
struct TextWriter: ~Copyable {
    /// Memory of the string that is being made; only `String.init(count:write:)` makes a writer, for as long as that
    /// memory is its own.
    private let memory: UnsafeMutableBufferPointer<UInt8>
    private(set) var count = 0

    fileprivate init(_ memory: UnsafeMutableBufferPointer<UInt8>) { unsafe self.memory = memory }

    /// - Precondition: the text still has room.
    @inline(__always)
    mutating func write(_ byte: UInt8) {
        precondition(unsafe count < memory.count, "the parts of a text are as long as was said")
        // `count` is inside the memory, and a byte needs no initialisation before it is set.
        unsafe memory[count] = byte
        count += 1
    }

    mutating func write(_ text: String) { write(text.utf8.span) }

    mutating func write(_ bytes: ArraySlice<UInt8>) { write(bytes.span) }

    private mutating func write(_ bytes: Span<UInt8>) { for index in bytes.indices { write(bytes[index]) } }

    /// Writes a number from 0 to 9,999 in four digits.
    mutating func writeYear(_ year: Int) {
        write(Self.digit(year / 1000))
        write(Self.digit(year / 100))
        write(Self.digit(year / 10))
        write(Self.digit(year))
    }

    /// The last digit of a number.
    private static func digit(_ number: Int) -> UInt8 { 0x30 + UInt8(truncatingIfNeeded: abs(number % 10)) }
}

extension String {
    /// A text of `count` bytes at most, which `write` writes; what it writes that is no UTF-8 is repaired.
    init(count: Int, write: (inout TextWriter) -> Void) {
        // The closure tells how many bytes the writer has set, from the first on.
        unsafe self.init(unsafeUninitializedCapacity: count) { memory in
            var writer = unsafe TextWriter(memory)
            write(&writer)
            return writer.count
        }
    }
}
