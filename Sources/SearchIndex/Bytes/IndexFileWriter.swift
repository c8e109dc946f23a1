/// Writes a file of the index from its start to its end, and keeps no more of it in memory than a buffer.
///
/// The file bears another name until `finish()` has forced it onto the disk; the name itself is on the disk after
/// `FileSystem.synchronize(directory:)`. A file that stays small is none of the folder, but part of its entry, which goes
/// into the manifest.
struct IndexFileWriter: ~Copyable {
    private static let bufferLength = 16 * FileFooter.blockLength

    /// nil until there is more than the buffer holds.
    private var file: NewFile?
    private let directory: IndexDirectory
    private let name: String
    private let kind: FileFooter.Kind
    private var buffer: [UInt8] = []
    private var ending = FileEnding()
    /// Bytes of data so far.
    private(set) var count = 0

    init(directory: IndexDirectory, name: String, kind: FileFooter.Kind) {
        self.directory = directory
        self.name = name
        self.kind = kind
        buffer.reserveCapacity(Self.bufferLength + FileFooter.blockLength)
    }

    mutating func append(_ bytes: [UInt8]) throws(IndexError) {
        var start = 0
        while start < bytes.count {
            let end = min(bytes.count, start + Self.bufferLength - buffer.count)
            buffer.append(contentsOf: bytes[start..<end])
            start = end
            if buffer.count == Self.bufferLength { try flush() }
        }
        count += bytes.count
    }

    /// The buffer holds a whole number of checksummed blocks, but for the last one of the file.
    private mutating func flush() throws(IndexError) {
        // A copy of the reference: the ending and the buffer are parts of one value.
        let full = buffer
        ending.append(full.span)
        try write(full.span)
        buffer = []
        buffer.reserveCapacity(Self.bufferLength + FileFooter.blockLength)
    }

    private mutating func write(_ bytes: Span<UInt8>) throws(IndexError) {
        var open: NewFile
        if let begun = file.take() {
            open = begun
        } else {
            open = try NewFile(path: directory.unfinishedPath(of: name))
        }
        try open.append(bytes)
        file = consume open
    }

    consuming func finish() throws(IndexError) -> FileEntry {
        if kind != .manifest, count <= directory.smallFileLimit, count < Self.bufferLength { return finishInMemory() }
        try flush()
        let end = ending.finish(kind: kind)
        try write(end.bytes.span)
        try file?.synchronize()
        try FileSystem.rename(directory.unfinishedPath(of: name), to: directory.path(of: name))
        return FileEntry(name: name, length: count + end.bytes.count, checksum: end.fileChecksum)
    }

    private consuming func finishInMemory() -> FileEntry {
        var contents = buffer
        ending.append(contents.span)
        let end = ending.finish(kind: kind)
        contents += end.bytes
        return FileEntry(name: name, length: contents.count, checksum: end.fileChecksum, contents: contents)
    }
}
