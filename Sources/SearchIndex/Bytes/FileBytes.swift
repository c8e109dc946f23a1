/// A part of a file whose checksums have been compared. It keeps the file mapped, so it can be held as long as it is
/// needed, and read without asking for the file again.
@safe
struct FileBytes: Sendable {
    /// Keeps the bytes behind `base` mapped.
    private let owner: MappedFile
    /// First of `count` readable bytes, which never change, for as long as the owner lives; `nil` when there are none.
    nonisolated(unsafe) private let base: UnsafeRawPointer?
    let count: Int

    init(_ range: Range<Int>, of file: MappedFile) throws(IndexError) {
        let buffer = unsafe try file.buffer(range)
        owner = file
        unsafe base = buffer.baseAddress
        count = buffer.count
    }

    @inline(__always)
    subscript(at: Int) -> UInt8 {
        precondition(at >= 0 && at < count, "the byte lies within the part")
        return unsafe base.unsafelyUnwrapped.load(fromByteOffset: at, as: UInt8.self)
    }

    @inline(__always)
    func littleEndian16(at: Int) -> UInt16 { load(at, as: UInt16.self) }

    @inline(__always)
    func littleEndian32(at: Int) -> UInt32 { load(at, as: UInt32.self) }

    @inline(__always)
    private func load<Number: FixedWidthInteger & BitwiseCopyable>(_ at: Int, as type: Number.Type) -> Number {
        // In bounds, so that there are bytes; integers of the machine are little-endian as those of the file are.
        precondition(at >= 0 && at <= count &- MemoryLayout<Number>.size, "the number lies within the part")
        return unsafe base.unsafelyUnwrapped.loadUnaligned(fromByteOffset: at, as: type)
    }

    /// The eight bytes from `at` on; zeros stand for those behind the end.
    @inline(__always)
    func littleEndian64(at: Int) -> UInt64 {
        if at >= 0, at <= count &- 8 { return load(at, as: UInt64.self) }
        return littleEndian64NearEnd(at)
    }

    @inline(never)
    private func littleEndian64NearEnd(_ at: Int) -> UInt64 { span.littleEndian64(at: at) }

    /// The bytes from one place to another, lent while the part is held.
    @_lifetime(borrow self)
    @inline(__always)
    func span(_ range: Range<Int>) -> Span<UInt8> {
        precondition(range.lowerBound >= 0 && range.upperBound <= count, "the range lies within the part")
        let buffer = unsafe UnsafeRawBufferPointer(start: base, count: count)
        let all = unsafe Span<UInt8>(_unsafeBytes: buffer)
        // The bytes live as long as the owner, which self holds.
        return unsafe _overrideLifetime(all.extracting(range), borrowing: self)
    }

    var span: Span<UInt8> {
        @_lifetime(borrow self)
        get { span(0..<count) }
    }
}
