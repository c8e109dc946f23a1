import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// A file of letters, a JSON object a line, read in blocks of whole lines through `read(2)`: mapping it would count as
/// memory of the process that is measured.
struct CorpusFile: ~Copyable {
    static let blockSize = 1 << 20

    let path: String
    private let descriptor: Int32
    /// The start of a line whose end was not in the last block.
    private var begun: [UInt8] = []

    init(path: String) throws(BenchmarkError) {
        // The C string lives for the call.
        descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotRead(path: path, code: errno) }
        self.path = path
    }

    deinit { close(descriptor) }

    /// The next lines, each with its line feed but perhaps the file's last; `nil` at the end.
    mutating func nextBlock() throws(BenchmarkError) -> [UInt8]? {
        var block = begun
        begun = []
        while true {
            let old = block.count
            try append(to: &block)
            if block.count == old { return block.isEmpty ? nil : block }
            guard let end = block[old...].lastIndex(of: UInt8(ascii: "\n")) else { continue }
            begun = Array(block[(end + 1)...])
            block.removeSubrange((end + 1)...)
            return block
        }
    }

    /// Appends up to `blockSize` bytes; none at the end of the file.
    private func append(to block: inout [UInt8]) throws(BenchmarkError) {
        let old = block.count
        block.append(contentsOf: repeatElement(0, count: Self.blockSize))
        let count = unsafe block.withUnsafeMutableBytes { bytes in
            // What is handed over are the bytes appended above, alive for the call.
            let room = unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[old...])
            return unsafe read(descriptor, room.baseAddress, room.count)
        }
        guard count >= 0 else { throw .cannotRead(path: path, code: errno) }
        block.removeSubrange((old + count)...)
    }
}

/// A corpus that several threads read, each a block of whole lines at a time.
final class SharedBlocks: Sendable {
    let path: String
    private let file: Mutex<CorpusFile>

    init(_ file: consuming sending CorpusFile) {
        path = file.path
        self.file = Mutex(file)
    }

    func next() throws -> [UInt8]? { try file.withLock { try $0.nextBlock() } }
}
