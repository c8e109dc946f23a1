/// Saturated frequencies of the documents of a field, tf / (tf + k1 (1 - b + b · length / average)), with the statistics
/// of one segment.
struct Saturation {
    private let norms: [UInt8]
    private let factors: [Float]

    /// A field without documents.
    init() { self.init(norms: [], averageLength: 1) }

    init(norms: [UInt8], averageLength: Float) {
        self.norms = norms
        let factors = LengthStatistics(averageLength: averageLength).factors
        self.factors = (0...255 as ClosedRange<UInt8>).map { factors[$0] * BM25.k1 }
    }

    @inline(__always)
    func norm(of doc: DocID) -> UInt8 { norms[Int(doc)] }

    @inline(__always)
    func value(doc: DocID, frequency: UInt32) -> Float {
        let tf = Float(frequency)
        return tf / (tf + factors[Int(norms[Int(doc)])])
    }
}

/// The greatest saturated frequency of some documents, as a file keeps it, and what follows from it for scores.
enum ScoreBound {
    /// Bound that says nothing.
    static let none: UInt16 = .max

    /// As 16 bits, rounded up.
    static func rounded(_ saturation: Float) -> UInt16 {
        UInt16(min(65_535, (saturation * 65_535).rounded(.up) + 1))
    }

    /// Greatest normalised frequency tf / (1 - b + b · length / average), from a bound made with another average.
    ///
    /// With s the bound and r = min(1, average / other), every document's k1 (1 - b + b · length / average) is at least r
    /// times what it was, so s / (s + r (1 - s)) bounds the saturated frequency and k1 s / (r (1 - s)) the frequency.
    static func frequency(_ bound: UInt16, ratio: Float) -> Float {
        let s = Float(bound) / 65_535
        return s >= 1 ? .infinity : BM25.k1 * s / (ratio * (1 - s))
    }

    /// Saturated frequency for the average of the segment's own times 1 / ratio; see `frequency(_:ratio:)`.
    @inline(__always)
    static func saturation(_ bound: UInt16, ratio: Float) -> Float {
        let s = Float(bound) * (1 / 65_535)
        // Above what rounding of scores can lose.
        return s / (s + ratio * (1 - s)) * 1.000_01
    }
}
