/// The parts of a segment's file and where they lie.
///
/// ```
/// postings     see PostingsFormat
/// keys         the documents' keys, UTF-8, one after another
/// keyStarts    per document and once more: where its key starts in `keys`, 4
/// keyOrder     the documents in byte order of their keys, 4 each
/// sortKeys     8 a document
/// lengths      per field, per document: field length, 4
/// norms        per field, per document: the same in one byte (`FieldNorm`)
/// fields       per field: sum of lengths 8, documents that have the field 4, first block of its terms 4, first block of its
///              pairs of words 4, documents from which on a word is frequent 4 (2³² - 1: there are no pairs)
/// columns      per column: length 8; then the columns, see ColumnReader
/// terms        see TermDictionary
/// termBlocks   see TermDictionary
/// layout       documents 4, fields 4, columns 4; per section above: offset 8, length 8
/// ```
/// A field length counts the different positions of the field, so that two readings of one word count once.
/// Documents are in the order of search results that score alike: sort key, highest first, then key in byte order.
struct SegmentLayout {
    enum Section: Int, CaseIterable {
        case postings
        case keys
        case keyStarts
        case keyOrder
        case sortKeys
        case lengths
        case norms
        case fields
        case columns
        case terms
        case termBlocks
    }

    static let length = 12 + 16 * Section.allCases.count
    static let fieldRecordLength = 24

    var documentCount: Int
    var fieldCount: Int
    var columnCount: Int
    private var ranges: [Range<Int>]

    subscript(section: Section) -> Range<Int> { ranges[section.rawValue] }

    /// The layout of sections that follow one another.
    init(documentCount: Int, fieldCount: Int, columnCount: Int, lengths: [Int]) {
        self.documentCount = documentCount
        self.fieldCount = fieldCount
        self.columnCount = columnCount
        ranges = []
        var start = 0
        for length in lengths {
            ranges.append(start..<(start + length))
            start += length
        }
    }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(uint32: UInt32(documentCount))
        writer.append(uint32: UInt32(fieldCount))
        writer.append(uint32: UInt32(columnCount))
        for range in ranges {
            writer.append(count: range.lowerBound)
            writer.append(count: range.count)
        }
        return writer.bytes
    }

    /// Reads the layout and checks that the sections lie in the file and have the lengths that the counts ask for.
    init(of file: IndexFile) throws(IndexError) {
        let start = file.count - Self.length
        guard start >= 0 else { throw .corrupt(file: file.path, offset: 0, what: "the layout is missing") }
        var reader = ByteReader(try file.bytes(in: start..<file.count))
        do throws(DecodeError) {
            documentCount = Int(try reader.uint32())
            fieldCount = Int(try reader.uint32())
            columnCount = Int(try reader.uint32())
            ranges = []
            for _ in Section.allCases {
                let place = reader.offset
                let first = try reader.count()
                let length = try reader.count()
                guard first <= start, length <= start - first else {
                    throw .unexpected("a section lies outside the file", at: place)
                }
                ranges.append(first..<(first + length))
            }
            let count = documentCount
            guard self[.keyStarts].count == 4 * (count + 1), self[.keyOrder].count == 4 * count,
                self[.sortKeys].count == 8 * count, self[.lengths].count == 4 * count * fieldCount,
                self[.norms].count == count * fieldCount,
                self[.fields].count == Self.fieldRecordLength * fieldCount,
                self[.columns].count >= 8 * columnCount,
                self[.termBlocks].count % TermDictionary.blockRecordLength == 0
            else { throw .unexpected("a section has another length than its contents", at: 8) }
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }
}
