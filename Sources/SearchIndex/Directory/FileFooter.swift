/// The last 32 bytes of every file of the index.
///
/// ```
/// file    data | table | footer
/// table   CRC-32C of each 64 KiB of the data, 4 bytes each
/// footer   0  magic             8 bytes, "KSPOOR\r\n"
///          8  format version    4
///         12  kind of file      4
///         16  length of data    8
///         24  CRC-32C of table  4
///         28  CRC-32C of all that stands before this number  4
/// ```
/// All numbers are little-endian. The table lets a reader check what it touches and nothing else.
struct FileFooter: Equatable {
    static let length = 32
    /// As PNG does: the line end is damaged by any transfer that takes the file for text.
    static let magic: [UInt8] = Array("KSPOOR\r\n".utf8)
    /// The format that this code reads and writes. An index is derived, so older ones are made anew and not converted.
    static let version = 5
    /// Bytes under one checksum: 64 KiB, as the commit protocol states.
    static let blockLength = 1 << 16

    enum Kind: UInt32 {
        case segment = 1
        case deletes = 2
        case manifest = 3
    }

    var kind: Kind
    var dataLength: Int
    var tableChecksum: UInt32
    var fileChecksum: UInt32

    /// Blocks that hold this many bytes.
    static func blockCount(_ length: Int) -> Int { (length + blockLength - 1) / blockLength }

    /// Reads and checks a footer as far as it can be checked without the rest of the file.
    init(of file: MappedFile, kind: Kind) throws(IndexError) {
        let start = file.count - Self.length
        guard start >= 0 else { throw .corrupt(file: file.path, offset: file.count, what: "the file is too short") }
        try Self.checkVersion(of: file)
        var reader = ByteReader(try file.bytes(in: start..<file.count))
        do throws(DecodeError) {
            for byte in Self.magic where try reader.byte() != byte {
                throw .unexpected("the file does not end as an index file does", at: reader.offset - 1)
            }
            guard try reader.uint32() == UInt32(Self.version) else {
                throw .unexpected("no known format version", at: 8)
            }
            guard try reader.uint32() == kind.rawValue else { throw .unexpected("another kind of file", at: 12) }
            self.kind = kind
            dataLength = try reader.count()
            guard dataLength <= start, dataLength + 4 * Self.blockCount(dataLength) == start else {
                throw .unexpected("the length of the data does not fit the file", at: 16)
            }
            tableChecksum = try reader.uint32()
            fileChecksum = try reader.uint32()
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }

    /// Throws `.formatTooNew` or `.formatTooOld` for another format, but not for a version that damage has made: every format ends with the
    /// checksum of all before it, behind the magic. (The checksum alone proves nothing: a file of one block that was cut
    /// off after its table ends with a checksum that fits.)
    private static func checkVersion(of file: MappedFile) throws(IndexError) {
        let footer = file.count - length
        let signature = try file.bytes(in: footer..<footer + magic.count)
        for at in magic.indices where signature[at] != magic[at] { return }
        let start = footer + magic.count
        var found = ByteReader(try file.bytes(in: start..<start + 4))
        var last = ByteReader(try file.bytes(in: file.count - 4..<file.count))
        guard let version = try? found.uint32(), let checksum = try? last.uint32(), version != Self.version else {
            return
        }
        if CRC32C.checksum(of: try file.bytes(in: 0..<file.count - 4)) == checksum {
            if version < Self.version {
                throw .formatTooOld(path: file.path, found: Int(version), oldest: Self.version)
            }
            throw .formatTooNew(path: file.path, found: Int(version), newest: Self.version)
        }
    }
}

/// Table and footer of a file, made while its data go by.
struct FileEnding {
    private var table = ByteWriter()
    private var file = CRC32C()
    private var count = 0

    /// Takes the next data, which end at the end of a block unless they are the last.
    mutating func append(_ data: Span<UInt8>) {
        precondition(count % FileFooter.blockLength == 0, "only the last data end within a block")
        var start = 0
        while start < data.count {
            let end = min(start + FileFooter.blockLength, data.count)
            table.append(uint32: CRC32C.checksum(of: data.extracting(start..<end)))
            start = end
        }
        file.update(data)
        count += data.count
    }

    consuming func finish(kind: FileFooter.Kind) -> (bytes: [UInt8], fileChecksum: UInt32) {
        var ending = table
        let tableChecksum = CRC32C.checksum(of: ending.bytes.span)
        ending.append(FileFooter.magic)
        ending.append(uint32: UInt32(FileFooter.version))
        ending.append(uint32: kind.rawValue)
        ending.append(count: count)
        ending.append(uint32: tableChecksum)
        file.update(ending.bytes.span)
        ending.append(uint32: file.value)
        return (ending.bytes, file.value)
    }
}
