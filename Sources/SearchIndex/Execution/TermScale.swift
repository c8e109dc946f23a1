/// What frequencies in one field of a segment are worth: scores of documents, and the greatest that bounds allow.
struct TermScale {
    let scorer: BM25
    let normalization: FieldNormalization
    let norms: Range<Int>
    private let ratio: Float
    private let file: IndexFile

    init(leaf: Leaf, field: LeafField, segment: LiveSegment) {
        scorer = leaf.scorer
        normalization = field.normalization
        ratio = min(1, segment.reader.fieldStatistics[field.number].averageLength / field.averageLength)
        file = segment.reader.file
        norms = segment.reader.normsRange(ofField: field.number)
    }

    /// Greatest score that a bound of the segment allows; above what rounding can lose.
    func score(_ bound: UInt16) -> Float {
        let frequency = normalization.weight * ScoreBound.frequency(bound, ratio: ratio)
        return scorer.weight * (frequency.isFinite ? frequency / (BM25.k1 + frequency) : 1) * 1.000_01
    }

    func score(frequency: UInt32, of doc: DocID) throws(IndexError) -> Float {
        let file = file
        let at = norms.lowerBound + Int(doc)
        return scorer.score(frequency: normalization.frequency(frequency, norm: try file.bytes(in: at..<at + 1)[0]))
    }
}
