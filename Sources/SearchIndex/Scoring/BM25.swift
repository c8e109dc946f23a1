internal import Glibc

/// Okapi BM25: Robertson and Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond", 2009, with the
/// inverse document frequency of Lucene, which is above zero for every term, and without the constant factor k1 + 1.
struct BM25 {
    static let k1: Float = 1.2
    static let b: Float = 0.75

    /// Sum of the inverse document frequencies of the terms, times the boost.
    let weight: Float
    private let lengthFactor: Float

    /// - Parameter averageLength: of the field, over the live documents that have it.
    init(weight: Float, averageLength: Float) {
        self.weight = weight
        lengthFactor = Self.k1 * Self.b / averageLength
    }

    /// weight · tf / (tf + k1 (1 − b + b · length / average length)).
    func score(frequency: UInt32, length: UInt32) -> Float {
        let tf = Float(frequency)
        return weight * (tf / (tf + (Self.k1 * (1 - Self.b) + lengthFactor * Float(length))))
    }

    /// Inverse document frequency, in nats: ln(1 + (N − n + 0.5) / (n + 0.5)).
    ///
    /// - Parameters:
    ///   - docFreq: live documents holding the term, `0...docCount`.
    ///   - docCount: live documents in the index.
    /// - Returns: a value above zero, also for a term in every document.
    static func inverseDocumentFrequency(docFreq: Int, docCount: Int) -> Float {
        let (n, all) = (Double(docFreq), Double(docCount))
        return Float(log(1 + (all - n + 0.5) / (n + 0.5)))
    }
}
