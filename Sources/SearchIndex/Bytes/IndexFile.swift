/// A finished file of the index. Every byte that it lends has been compared with the checksum of its block.
///
/// A block is checked when it is first touched, so opening costs the same for a file of any length, and a damaged
/// block is an error of the query that needs it and of no other.
final class IndexFile: Sendable {
    /// Length of the data; offsets count from the first byte of the file.
    let count: Int
    let footer: FileFooter
    private let file: MappedFile
    private let blockChecksums: [UInt32]
    private let checkedBlocks: BlockBitmap

    var path: String { file.path }

    /// Maps a file and checks its ending. With `entry`, the file must be the one that a manifest names; where that holds
    /// it, a copy is mapped, and the path is but a name for errors.
    init(path: String, kind: FileFooter.Kind, entry: FileEntry? = nil) throws(IndexError) {
        let file = try Self.map(path, entry?.contents)
        if let entry, entry.length != file.count {
            let what = "the file has \(file.count) bytes, its commit says \(entry.length)"
            throw .corrupt(file: path, offset: file.count, what: what)
        }
        let footer = try FileFooter(of: file, kind: kind)
        if let entry, entry.checksum != footer.fileChecksum {
            throw .corrupt(file: path, offset: file.count - 4, what: "its checksum is not the one of its commit")
        }
        let count = footer.dataLength
        let table = try file.bytes(in: count..<(file.count - FileFooter.length))
        guard CRC32C.checksum(of: table) == footer.tableChecksum else {
            throw .corrupt(file: path, offset: count, what: "the table of checksums does not match its own checksum")
        }
        var checksums: [UInt32] = []
        var reader = ByteReader(table)
        do throws(DecodeError) {
            while !reader.isAtEnd { checksums.append(try reader.uint32()) }
        } catch {
            throw error.inFile(path, from: count)
        }
        self.file = file
        self.footer = footer
        self.count = count
        blockChecksums = checksums
        checkedBlocks = BlockBitmap(count: checksums.count)
    }

    private static func map(_ path: String, _ contents: [UInt8]?) throws(IndexError) -> MappedFile {
        if let contents { return try MappedFile(copying: contents, path: path) }
        return try MappedFile(path: path)
    }

    /// The bytes of a part of the data, after the checksums of its blocks have been compared.
    @_lifetime(borrow self)
    func bytes(in range: Range<Int>) throws(IndexError) -> Span<UInt8> {
        try check(range)
        guard !range.isEmpty else { return Span() }
        let file = file
        let span = try file.bytes(in: range)
        // The mapped file lives as long as self, which holds it in a constant; the span is tied to self here.
        return unsafe _overrideLifetime(span, borrowing: self)
    }

    /// The same part to be held.
    func part(_ range: Range<Int>) throws(IndexError) -> FileBytes {
        try check(range)
        return try FileBytes(range, of: file)
    }

    /// Compares the checksums of the blocks of a part that have not been compared yet.
    private func check(_ range: Range<Int>) throws(IndexError) {
        guard range.lowerBound >= 0, range.upperBound <= count else {
            throw .corrupt(file: path, offset: range.lowerBound, what: "a place outside the file is named")
        }
        guard !range.isEmpty else { return }
        let blocks = range.lowerBound / FileFooter.blockLength...(range.upperBound - 1) / FileFooter.blockLength
        for block in blocks where !checkedBlocks.contains(block) { try check(block: block) }
    }

    private func check(block: Int) throws(IndexError) {
        let start = block * FileFooter.blockLength
        let end = min(start + FileFooter.blockLength, count)
        let file = file
        guard CRC32C.checksum(of: try file.bytes(in: start..<end)) == blockChecksums[block] else {
            throw .corrupt(file: path, offset: start, what: "bytes up to \(end) do not match their checksum")
        }
        checkedBlocks.insert(block)
    }

    /// Compares the whole file with its checksums again, whether or not parts of it have been checked before.
    func verify() throws(IndexError) {
        for block in blockChecksums.indices { try check(block: block) }
        let file = file
        guard CRC32C.checksum(of: try file.bytes(in: 0..<file.count - 4)) == footer.fileChecksum else {
            throw .corrupt(file: path, offset: count, what: "the file does not match its checksum")
        }
    }
}

/// How a manifest names a file: enough to tell that it is the right one, and whole.
struct FileEntry: Equatable {
    var name: String
    /// Length in bytes, ending included.
    var length: Int
    /// Checksum of the whole file, as its footer has it.
    var checksum: UInt32
    /// The whole file where it is so small that the manifest holds it; it is none of the folder's then.
    var contents: [UInt8]?
}
