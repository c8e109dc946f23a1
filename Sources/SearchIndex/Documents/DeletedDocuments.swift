/// The documents of a segment that are deleted, a bit each.
///
/// The file holds the number of documents (4 bytes) and then the bits, 64 documents in 8 bytes, little-endian.
struct DeletedDocuments: Equatable {
    private var words: [UInt64]
    /// How many documents are deleted.
    private(set) var count: Int
    let documentCount: Int

    /// None is deleted.
    init(documentCount: Int) {
        self.documentCount = documentCount
        words = Array(repeating: 0, count: (documentCount + 63) / 64)
        count = 0
    }

    func contains(_ doc: DocID) -> Bool { words[Int(doc) / 64] & 1 << UInt64(doc % 64) != 0 }

    /// Deletes a document; says whether it was live.
    @discardableResult
    mutating func insert(_ doc: DocID) -> Bool {
        if contains(doc) { return false }
        words[Int(doc) / 64] |= 1 << UInt64(doc % 64)
        count += 1
        return true
    }

    /// Takes the deleted documents out of a window.
    func remove(from window: DocWindow) {
        if count == 0 { return }
        let first = Int(window.base / 64)
        for at in first..<min(words.count, first + Int(DocWindow.length / 64)) {
            window[word: at - first] &= ~words[at]
        }
    }

    /// Deletes the documents of a window.
    mutating func insert(_ window: DocWindow) {
        let first = Int(window.base / 64)
        for at in first..<min(words.count, first + Int(DocWindow.length / 64)) {
            let new = window[word: at - first] & ~words[at]
            words[at] |= new
            count += new.nonzeroBitCount
        }
    }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(uint32: UInt32(documentCount))
        for word in words { writer.append(uint64: word) }
        return writer.bytes
    }

    /// Reads the file that `entry` names and checks every byte of it.
    init(directory: IndexDirectory, entry: DeletesEntry, documentCount: Int) throws(IndexError) {
        let file = try directory.open(entry.file, kind: .deletes)
        try file.verify()
        self.init(documentCount: documentCount)
        var reader = ByteReader(try file.bytes(in: 0..<file.count))
        do throws(DecodeError) {
            guard try reader.uint32() == UInt32(documentCount), reader.remaining == 8 * words.count else {
                throw .unexpected("it belongs to a segment of another size", at: 0)
            }
            for at in words.indices {
                words[at] = try reader.uint64()
                count += words[at].nonzeroBitCount
            }
            let lastBits = documentCount % 64
            guard lastBits == 0 || words[words.count - 1] >> UInt64(lastBits) == 0, count == entry.count else {
                throw .unexpected("it deletes other documents than there are", at: 4)
            }
        } catch {
            throw error.inFile(file.path, from: 0)
        }
    }
}
