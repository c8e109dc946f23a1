/// A segment on disk. Immutable: which of its documents are deleted is told beside it.
final class SegmentReader: Sendable {
    let file: IndexFile
    let layout: SegmentLayout
    let terms: TermDictionary
    let fieldStatistics: [FieldStatistics]
    /// Per field, from how many documents on a word is frequent: all pairs of two such words are in the dictionary.
    let pairThresholds: [UInt32]

    var documentCount: Int { layout.documentCount }

    /// Opens the file that a commit names and checks its ending and its header.
    init(directory: IndexDirectory, entry: SegmentEntry, fieldCount: Int) throws(IndexError) {
        let file = try directory.open(entry.file, kind: .segment)
        let layout = try SegmentLayout(of: file)
        guard layout.documentCount == entry.documentCount, layout.fieldCount == fieldCount else {
            throw .corrupt(file: file.path, offset: 0, what: "the header does not fit the commit")
        }
        let fields = layout[.fields]
        let blockCount = layout[.termBlocks].count / TermDictionary.blockRecordLength
        var firstBlocks: [Int] = []
        var firstPairs: [Int] = []
        var statistics: [FieldStatistics] = []
        var thresholds: [UInt32] = []
        var reader = ByteReader(try file.bytes(in: fields))
        do throws(DecodeError) {
            for _ in 0..<fieldCount {
                statistics.append(
                    FieldStatistics(totalLength: try reader.count(), documentCount: Int(try reader.uint32())))
                firstBlocks.append(Int(try reader.uint32()))
                firstPairs.append(Int(try reader.uint32()))
                thresholds.append(try reader.uint32())
            }
        } catch {
            throw error.inFile(file.path, from: fields.lowerBound)
        }
        let starts = firstBlocks + firstPairs + [blockCount]
        guard zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            throw .corrupt(file: file.path, offset: fields.lowerBound, what: "a field's terms lie elsewhere")
        }
        self.file = file
        self.layout = layout
        fieldStatistics = statistics
        pairThresholds = thresholds
        terms = TermDictionary(
            file: file, terms: layout[.terms], blocks: layout[.termBlocks], postings: layout[.postings],
            fields: zip(starts, starts.dropFirst()).map { $0..<$1 }, pairFields: fieldCount)
    }

    func postings(of term: TermInfo) throws(IndexError) -> PostingsReader {
        guard term.docFreq <= documentCount else {
            let start = layout[.terms].lowerBound
            throw .corrupt(file: file.path, offset: start, what: "a document frequency of \(term.docFreq)")
        }
        return try PostingsReader(
            file: file, documentCount: documentCount, term: term, norms: normsRange(ofField: term.field))
    }

    /// A column, numbered as in the schema.
    func column(_ number: Int) throws(IndexError) -> ColumnReader {
        let section = layout[.columns]
        guard number < layout.columnCount else {
            throw .corrupt(file: file.path, offset: section.lowerBound, what: "a column is missing")
        }
        var start = 8 * layout.columnCount
        for at in 0..<number { start = start &+ (try columnLength(at)) }
        let length = try columnLength(number)
        guard start >= 0, start <= section.count, length <= section.count - start else {
            throw .corrupt(file: file.path, offset: section.lowerBound, what: "a column lies outside the file")
        }
        let first = section.lowerBound + start
        return try ColumnReader(first..<first + length, of: file, documentCount: documentCount)
    }

    private func columnLength(_ number: Int) throws(IndexError) -> Int {
        let place = layout[.columns].lowerBound + 8 * number
        guard let length = Int(exactly: try value(at: place, width: 8)) else {
            throw .corrupt(file: file.path, offset: place, what: "a column is too long")
        }
        return length
    }

    // MARK: - Documents

    func key(of doc: DocID) throws(IndexError) -> String {
        let range = try keyRange(of: doc)
        let file = file
        guard let key = utf8Text(try file.bytes(in: range)) else {
            throw .corrupt(file: file.path, offset: range.lowerBound, what: "a key is not UTF-8")
        }
        return key
    }

    /// The document of a key, live or deleted.
    func doc(of key: String) throws(IndexError) -> DocID? {
        let wanted = Array(key.utf8)
        var lower = 0
        var upper = documentCount
        let file = file
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            let range = try keyRange(of: try docInKeyOrder(middle))
            if precedes(try file.bytes(in: range), wanted.span) { lower = middle + 1 } else { upper = middle }
        }
        guard lower < documentCount else { return nil }
        let doc = try docInKeyOrder(lower)
        let range = try keyRange(of: doc)
        let found = try file.bytes(in: range)
        return found.count == wanted.count && !precedes(wanted.span, found) ? doc : nil
    }

    func sortKey(of doc: DocID) throws(IndexError) -> UInt64 {
        try value(at: layout[.sortKeys].lowerBound + 8 * Int(doc), width: 8)
    }

    /// Field lengths of all documents, 4 bytes each.
    func lengthsRange(ofField field: Int) -> Range<Int> {
        let start = layout[.lengths].lowerBound + 4 * documentCount * field
        return start..<(start + 4 * documentCount)
    }

    func length(of doc: DocID, field: Int) throws(IndexError) -> UInt32 {
        UInt32(truncatingIfNeeded: try value(at: lengthsRange(ofField: field).lowerBound + 4 * Int(doc), width: 4))
    }

    /// Lengths of a field, one byte a document; see `FieldNorm`.
    func norms(ofField field: Int) throws(IndexError) -> FileBytes {
        try file.part(normsRange(ofField: field))
    }

    private func normsRange(ofField field: Int) -> Range<Int> {
        let start = layout[.norms].lowerBound + documentCount * field
        return start..<(start + documentCount)
    }

    private func docInKeyOrder(_ rank: Int) throws(IndexError) -> DocID {
        let place = layout[.keyOrder].lowerBound + 4 * rank
        let doc = try value(at: place, width: 4)
        guard doc < UInt64(documentCount) else {
            throw .corrupt(file: file.path, offset: place, what: "a key belongs to no document")
        }
        return DocID(doc)
    }

    private func keyRange(of doc: DocID) throws(IndexError) -> Range<Int> {
        let place = layout[.keyStarts].lowerBound + 4 * Int(doc)
        let (start, end) = (try value(at: place, width: 4), try value(at: place + 4, width: 4))
        guard start <= end, end <= UInt64(layout[.keys].count) else {
            throw .corrupt(file: file.path, offset: place, what: "a key lies outside the file")
        }
        let base = layout[.keys].lowerBound
        return (base + Int(start))..<(base + Int(end))
    }

    private func value(at start: Int, width: Int) throws(IndexError) -> UInt64 {
        let file = file
        var reader = ByteReader(try file.bytes(in: start..<(start + width)))
        do throws(DecodeError) {
            return width == 8 ? try reader.uint64() : UInt64(try reader.uint32())
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }
}
