/// The terms of a segment in order of field and bytes, found by binary search over records of one length.
///
/// Nothing is read at opening but one record a field. A look-up touches as many records as the logarithm of their number.
struct TermDictionary: Sendable {
    private let file: IndexFile
    private let layout: SegmentLayout
    /// Numbers of the terms of each field.
    private let fields: [Range<Int>]

    init(file: IndexFile, layout: SegmentLayout, fields: [Range<Int>]) {
        self.file = file
        self.layout = layout
        self.fields = fields
    }

    /// Numbers of the terms of a field.
    func terms(inField field: Int) -> Range<Int> { fields[field] }

    /// What is known of a term; `nil` when the segment does not have it.
    func info(of term: Span<UInt8>, field: Int) throws(IndexError) -> TermInfo? {
        var lower = fields[field].lowerBound
        var upper = fields[field].upperBound
        while lower < upper {
            let middle = lower + (upper - lower) / 2
            let place = try bytesRange(of: middle)
            let file = file
            if precedes(try file.bytes(in: place), term) { lower = middle + 1 } else { upper = middle }
        }
        guard lower < fields[field].upperBound else { return nil }
        let place = try bytesRange(of: lower)
        let file = file
        let found = try file.bytes(in: place)
        guard found.count == term.count, !precedes(term, found) else { return nil }
        return try info(ofTerm: lower)
    }

    /// The place in the file of the bytes of a term.
    func bytesRange(of number: Int) throws(IndexError) -> Range<Int> {
        try range(of: number, at: 0, in: .terms)
    }

    func info(ofTerm number: Int) throws(IndexError) -> TermInfo {
        let docFreq = try record(number, at: 24, width: 4)
        guard docFreq > 0, docFreq <= layout.documentCount else {
            throw .corrupt(file: file.path, offset: offset(number) + 24, what: "a document frequency of \(docFreq)")
        }
        return TermInfo(
            docFreq: docFreq, postings: try range(of: number, at: 8, in: .postings),
            positions: try range(of: number, at: 16, in: .positions))
    }

    private func range(
        of number: Int, at place: Int, in section: SegmentLayout.Section
    ) throws(IndexError) -> Range<Int> {
        let start = try record(number, at: place, width: 8)
        let end = try record(number + 1, at: place, width: 8)
        guard start <= end, end <= layout[section].count else {
            throw .corrupt(file: file.path, offset: offset(number) + place, what: "a term's data lie outside the file")
        }
        let base = layout[section].lowerBound
        return (base + start)..<(base + end)
    }

    private func offset(_ number: Int) -> Int {
        layout[.termRecords].lowerBound + number * SegmentLayout.termRecordLength
    }

    private func record(_ number: Int, at place: Int, width: Int) throws(IndexError) -> Int {
        let start = offset(number) + place
        let file = file
        var reader = ByteReader(try file.bytes(in: start..<(start + width)))
        do throws(DecodeError) {
            return width == 8 ? try reader.count() : Int(try reader.uint32())
        } catch {
            throw error.inFile(file.path, from: start)
        }
    }
}
