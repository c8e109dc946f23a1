/// The ones of a word, counted byte by byte, so that one count tells both how many there are and where the nth is.
///
/// After Vigna, "Broadword implementation of rank/select queries", WEA 2008: no instruction beyond those of every
/// 64-bit machine, and no loop over the ones.
struct ByteSums {
    private static let everyByte: UInt64 = 0x0101_0101_0101_0101
    private static let highBits: UInt64 = 0x8080_8080_8080_8080

    private let word: UInt64
    /// Per byte, the ones in it and in those below.
    private let sums: UInt64

    @inline(__always)
    init(_ word: UInt64) {
        var sums = word &- (word &>> 1 & 0x5555_5555_5555_5555)
        sums = (sums & 0x3333_3333_3333_3333) &+ (sums &>> 2 & 0x3333_3333_3333_3333)
        sums = (sums &+ sums &>> 4) & 0x0f0f_0f0f_0f0f_0f0f
        self.word = word
        self.sums = sums &* Self.everyByte
    }

    /// Ones of the word.
    var total: Int {
        @inline(__always) get { Int(truncatingIfNeeded: sums &>> 56) }
    }

    /// Place of the one before which `rank` others stand.
    ///
    /// - Precondition: `rank` is not negative and below `total`; else the place is any from 0 to 64.
    @inline(__always)
    func place(ofOne rank: Int) -> Int {
        // A byte whose sum is not above the rank keeps its high bit: neither number has more than seven bits.
        let passed = ((UInt64(truncatingIfNeeded: rank) &* Self.everyByte | Self.highBits) &- sums) & Self.highBits
        let byte = (passed &>> 7 &* Self.everyByte) &>> 56
        let before = (sums &<< 8) &>> (8 &* byte) & 0xff
        var bits = word &>> (8 &* byte)
        for _ in 0..<(rank &- Int(truncatingIfNeeded: before)) { bits &= bits &- 1 }
        return Int(truncatingIfNeeded: 8 &* byte) &+ bits.trailingZeroBitCount
    }
}
