/// The parts of a segment's file and where they lie.
///
/// ```
/// header       documents                4
///              fields                   4
///              per section below        offset 8, length 8
/// keys         the documents' keys, UTF-8, one after another
/// keyStarts    per document and once more: where its key starts in `keys`, 8
/// keyOrder     the documents in byte order of their keys, 4 each
/// sortKeys     8 a document
/// lengths      per field, per document: field length, 4
/// fields       per field: first term 8, sum of lengths 8, documents that have the field 4
/// terms        the terms, in order of field and then bytes, one after another
/// termRecords  per term and once more: start in `terms` 8, in `postings` 8, in `positions` 8; docFreq 4
/// postings     see PostingsWriter
/// positions    see PostingsWriter
/// ```
/// A field length counts the different positions of the field, so that two readings of one word count once.
struct SegmentLayout {
    enum Section: Int, CaseIterable {
        case keys
        case keyStarts
        case keyOrder
        case sortKeys
        case lengths
        case fields
        case terms
        case termRecords
        case postings
        case positions
    }

    static let headerLength = 8 + 16 * Section.allCases.count
    static let termRecordLength = 28
    static let fieldRecordLength = 20

    var documentCount: Int
    var fieldCount: Int
    private var ranges: [Range<Int>]

    subscript(section: Section) -> Range<Int> { ranges[section.rawValue] }

    /// Number of terms; the last record only ends the one before.
    var termCount: Int { self[.termRecords].count / Self.termRecordLength - 1 }

    /// The layout of sections that follow one another.
    init(documentCount: Int, fieldCount: Int, lengths: [Int]) {
        self.documentCount = documentCount
        self.fieldCount = fieldCount
        ranges = []
        var start = Self.headerLength
        for length in lengths {
            ranges.append(start..<(start + length))
            start += length
        }
    }

    func encodedHeader() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(uint32: UInt32(documentCount))
        writer.append(uint32: UInt32(fieldCount))
        for range in ranges {
            writer.append(count: range.lowerBound)
            writer.append(count: range.count)
        }
        return writer.bytes
    }

    /// Reads the header and checks that the sections lie in the file and have the lengths that the counts ask for.
    init(of file: IndexFile) throws(IndexError) {
        guard file.count >= Self.headerLength else {
            throw .corrupt(file: file.path, offset: 0, what: "the header is too short")
        }
        var reader = ByteReader(try file.bytes(in: 0..<Self.headerLength))
        do throws(DecodeError) {
            documentCount = Int(try reader.uint32())
            fieldCount = Int(try reader.uint32())
            ranges = []
            for _ in Section.allCases {
                let place = reader.offset
                let start = try reader.count()
                let length = try reader.count()
                guard start <= file.count, length <= file.count - start else {
                    throw .unexpected("a section lies outside the file", at: place)
                }
                ranges.append(start..<(start + length))
            }
            let (count, records) = (documentCount, self[.termRecords].count)
            guard self[.keyStarts].count == 8 * (count + 1), self[.keyOrder].count == 4 * count,
                self[.sortKeys].count == 8 * count, self[.lengths].count == 4 * count * fieldCount,
                self[.fields].count == Self.fieldRecordLength * fieldCount,
                records >= Self.termRecordLength, records % Self.termRecordLength == 0
            else { throw .unexpected("a section has another length than its contents", at: 8) }
        } catch {
            throw error.inFile(file.path, from: 0)
        }
    }
}
