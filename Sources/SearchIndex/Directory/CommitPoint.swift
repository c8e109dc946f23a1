/// One state of the index: the files that make it, and what they hold. The file `manifest-N` is its only trace on disk.
///
/// ```
/// data   number N        8 bytes
///        revision        8
///        next file       8    number that no file of the index bears yet
///        fields          varint, then a text each
///        columns         varint, then for each: name, a text; kind 1
///        segments        varint, then for each:
///          file          text, length 8, checksum 4; 1 byte: 0 a file of the folder, 1 followed by the file itself
///          documents     4    live and deleted
///          deletes       1 byte: 0 none, 1 followed by file as above and the number of deleted documents 4
/// ```
/// A text is its length as a varint and UTF-8. The ending is that of every file (`FileFooter`).
struct CommitPoint: Equatable {
    var number: UInt64
    /// Revision of the catalog that this state covers; the index itself gives it no meaning.
    var revision: UInt64
    var nextFile: UInt64
    var fields: [String]
    var columns: [Column]
    var segments: [SegmentEntry]

    /// The state before the first commit.
    init(schema: IndexSchema) {
        number = 0
        revision = 0
        nextFile = 1
        fields = schema.fields
        columns = schema.columns
        segments = []
    }

    /// Names of fields and columns.
    var names: [String] { fields + columns.map { "\($0.name) (\($0.kind))" } }

    /// Bytes of the files that its manifest holds.
    var smallFileLength: Int {
        segments.reduce(0) { $0 + ($1.file.contents?.count ?? 0) + ($1.deletes?.file.contents?.count ?? 0) }
    }

    /// The files of the folder that it names.
    var files: [FileEntry] {
        segments.flatMap { [$0.file] + ($0.deletes.map { [$0.file] } ?? []) }.filter { $0.contents == nil }
    }
}

/// One segment of a commit.
struct SegmentEntry: Equatable {
    var file: FileEntry
    var documentCount: Int
    var deletes: DeletesEntry?
}

/// The file that tells which documents of a segment are deleted.
struct DeletesEntry: Equatable {
    var file: FileEntry
    var count: Int
}

// MARK: - Encoding

extension CommitPoint {
    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(uint64: number)
        writer.append(uint64: revision)
        writer.append(uint64: nextFile)
        writer.append(varint: UInt32(fields.count))
        for field in fields { writer.append(text: field) }
        writer.append(varint: UInt32(columns.count))
        for column in columns {
            writer.append(text: column.name)
            writer.append(column.kind.rawValue)
        }
        writer.append(varint: UInt32(segments.count))
        for segment in segments {
            writer.append(entry: segment.file)
            writer.append(uint32: UInt32(segment.documentCount))
            writer.append(segment.deletes == nil ? 0 : 1)
            if let deletes = segment.deletes {
                writer.append(entry: deletes.file)
                writer.append(uint32: UInt32(deletes.count))
            }
        }
        return writer.bytes
    }

    /// Reads `manifest-N` and checks every byte of it.
    init(path: String, number expected: UInt64) throws(IndexError) {
        let file = try IndexFile(path: path, kind: .manifest)
        try file.verify()
        var reader = ByteReader(try file.bytes(in: 0..<file.count))
        do throws(DecodeError) {
            number = try reader.uint64()
            guard number == expected else { throw .unexpected("this is the manifest of commit \(number)", at: 0) }
            revision = try reader.uint64()
            nextFile = try reader.uint64()
            fields = []
            for _ in 0..<(try reader.varint()) { fields.append(try reader.text()) }
            columns = []
            for _ in 0..<(try reader.varint()) {
                let name = try reader.text()
                guard let kind = Column.Kind(rawValue: try reader.byte()) else {
                    throw .unexpected("no known kind of column", at: reader.offset - 1)
                }
                columns.append(Column(name, kind))
            }
            segments = []
            for _ in 0..<(try reader.varint()) {
                let file = try reader.fileEntry()
                let documentCount = Int(try reader.uint32())
                var deletes: DeletesEntry?
                if try reader.byte() != 0 {
                    deletes = DeletesEntry(file: try reader.fileEntry(), count: Int(try reader.uint32()))
                }
                segments.append(SegmentEntry(file: file, documentCount: documentCount, deletes: deletes))
            }
            guard reader.isAtEnd else { throw .unexpected("there is more data than a manifest has", at: reader.offset) }
        } catch {
            throw error.inFile(path, from: 0)
        }
    }
}

extension ByteWriter {
    fileprivate mutating func append(entry: FileEntry) {
        append(text: entry.name)
        append(count: entry.length)
        append(uint32: entry.checksum)
        append(entry.contents == nil ? 0 : 1)
        if let contents = entry.contents { append(contents) }
    }
}

extension ByteReader {
    fileprivate mutating func fileEntry() throws(DecodeError) -> FileEntry {
        let start = offset
        var entry = FileEntry(name: try text(), length: try count(), checksum: try uint32())
        // A name from a file must not lead out of the folder.
        guard !entry.name.utf8.contains(UInt8(ascii: "/")) else {
            throw .unexpected("a file name with a slash", at: start)
        }
        if try byte() != 0 { entry.contents = try bytes(entry.length) }
        return entry
    }
}
