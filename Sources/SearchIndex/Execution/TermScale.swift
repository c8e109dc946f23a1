/// What frequencies in one field of a segment are worth: scores of documents, and the greatest that bounds allow.
struct TermScale {
    let scorer: BM25
    let normalization: FieldNormalization
    /// Of all documents.
    let norms: FileBytes
    private let ratio: Float
    /// Whether bounds are those of the scores themselves, but for their rounding.
    let isExact: Bool

    init(leaf: Leaf, field: LeafField, segment: LiveSegment) throws(IndexError) {
        scorer = leaf.scorer
        normalization = field.normalization
        ratio = min(1, segment.reader.fieldStatistics[field.number].averageLength / field.averageLength)
        isExact =
            segment.reader.fieldStatistics[field.number].averageLength == field.averageLength
            && field.normalization.weight == 1
        norms = try segment.reader.norms(ofField: field.number)
    }

    /// Greatest score that a bound of the segment allows; above what rounding can lose.
    func score(_ bound: UInt16) -> Float {
        let frequency = normalization.weight * ScoreBound.frequency(bound, ratio: ratio)
        return scorer.weight * (frequency.isFinite ? frequency / (BM25.k1 + frequency) : 1) * 1.000_01
    }

    /// A score that a document with a bound reaches, where bounds are exact: a bound is less than two steps above what
    /// it was made of.
    func reachedScore(_ bound: UInt16) -> Float { scorer.weight * max(0, Float(bound) - 2) / 65_535 * 0.999_98 }

    @inline(__always)
    func score(frequency: UInt32, of doc: DocID) -> Float {
        scorer.score(frequency: normalization.frequency(frequency, norm: norms[Int(doc)]))
    }
}
