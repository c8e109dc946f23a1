internal import Glibc

/// BM25 and, over several fields, BM25F: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and
/// Beyond", 2009, sections 3.4 and 3.6, with one b for all fields, with the inverse document frequency of Lucene, which
/// is above zero for every term, and without the constant factor k1 + 1.
///
/// Occurrences are weighed and normalised field by field, added up, and only then saturated: a second field that has the
/// term counts as more occurrences of it and not as a second term.
struct BM25 {
    static let k1: Float = 1.2
    static let b: Float = 0.75

    /// Sum of the inverse document frequencies of the terms, times the boost.
    let weight: Float

    /// weight · tf / (k1 + tf).
    ///
    /// - Parameter frequency: the sum of what `FieldNormalization` makes of the fields' frequencies.
    func score(frequency tf: Float) -> Float { weight * (tf / (Self.k1 + tf)) }

    /// Inverse document frequency, in nats: ln(1 + (N − n + 0.5) / (n + 0.5)).
    ///
    /// - Parameters:
    ///   - docFreq: live documents holding the term in any of the fields, `0...docCount`.
    ///   - docCount: live documents in the index.
    /// - Returns: a value above zero, also for a term in every document.
    static func inverseDocumentFrequency(docFreq: Int, docCount: Int) -> Float {
        let (n, all) = (Double(docFreq), Double(docCount))
        return Float(log(1 + (all - n + 0.5) / (n + 0.5)))
    }
}

/// Makes term frequencies of one field comparable with those of documents and fields of other lengths.
struct FieldNormalization {
    /// Greatest weight of a field. Times 2³² occurrences, and 4 for the shortest document, it is far from the greatest
    /// `Float`, so that sums over fields stay finite.
    static let greatestWeight: Float = 0x1p64

    /// What an occurrence is worth, `0...greatestWeight`.
    let weight: Float
    /// 1 − b + b · length / average length, by norm.
    let factors: ByteTable

    init(weight: Float, factors: ByteTable) {
        self.weight = weight
        self.factors = factors
    }

    /// weight · tf / (1 − b + b · length / average length).
    ///
    /// - Parameter norm: the length in one byte.
    func frequency(_ tf: UInt32, norm: UInt8) -> Float { weight * Float(tf) / factors[norm] }
}
