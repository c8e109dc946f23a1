/// How postings lie on disk; written by `PostingsWriter`, read by `PostingsReader` and `PositionsReader`.
///
/// ```
/// postings of a term   one block (up to 128 documents):
///                        documents code 1, frequencies code 1, bound 2, body
///                      more blocks:
///                        widths of a record's numbers 1: bytes of the last document less one in bits 0 and 1, of the
///                          start of the body less one in bits 2 and 3, of the start of the positions in bits 4 to 6
///                        per block a record: last document, start of the body, start of the block's positions,
///                          bound 2, documents code 1, frequencies code 1
///                        per 32 blocks the greatest of their bounds, 2
///                        the bodies, one after another; starts count from the first
/// body                 documents, frequencies, exceptions
///   documents          code 0...32: differences less one, packed with that width; the first is from the last document
///                      of the block before, or from -1
///                      code 33: a bit for each document from the multiple of 64 that is not above that document plus
///                      one, in words of 8 bytes, up to the last document
///   frequencies        code: width w in the lowest 5 bits, number of exceptions in the others;
///                      term frequency less one, its lowest w bits, packed
///   exceptions         for each: place in the block 1, the bits above w as a varint
/// positions of a block base B 1; samples (`PositionSamples`): for every 16th or 8th document of the block, but the first,
///                      the bits of high parts before its own, and of low parts, 2 or 4 each; high parts; low parts
/// inlined term         per document: its number less that of the one before less one, term frequency, gaps; varints
/// ```
/// A bound is a saturated frequency, tf / (tf + k1 (1 - b + b · length / average)), the greatest of the block, with the
/// averages of the segment, times 65,535 and rounded up. From it follows the greatest score that the block can give, for
/// any other average too (`ScoreBound`).
///
/// Positions are Rice-coded (Rice and Plaunt, IEEE Transactions on Communication Technology 1971): a gap is the first
/// position, or the next less the one before less one. Of a gap the lowest k bits are its low part; the rest is its high
/// part, as so many zeros and a one. k depends on B, on the term frequency and on the document's norm alone (`lowWidth`),
/// so that the place of a document's low parts is a sum, and its high parts are found by counting ones, both from the last
/// sample on. Low parts are
/// counted from the end of the block: the first gap has the last bits.
///
/// Of 16 positions or more in a document, the positions themselves are cut in two, and a high part is told by its
/// difference to the one before (Elias, Journal of the ACM 1974, and Vigna, "Quasi-succinct indices", WSDM 2013): a position
/// is then found by counting zeros, whatever stands before it. That costs 0.4 bits a position.
enum PostingsFormat {
    /// Documents of a block. 128 values are 32 rows of four lanes.
    static let blockLength = 128
    /// Codes and bound of a term with one block.
    static let shortHeaderLength = 4
    /// Blocks that share a bound of the second level.
    static let blocksPerGroup = 32
    static let bitsCode: UInt8 = 33
    /// Positions of a term from which on a document's are kept as they are, and not as gaps.
    static let longDocument: UInt32 = 16
    static let mostExceptions = 7
    /// A term of so few documents and positions lies in the dictionary.
    static let mostInlineDocuments = 4
    static let mostInlinePositions = 8

    static func blockCount(_ docFreq: Int) -> Int { (docFreq + blockLength - 1) / blockLength }

    /// About 4 · log2 of a number above zero: its exponent, and two bits of its fraction.
    @inline(__always)
    static func quarterLog(_ value: Float) -> Int { Int(value.bitPattern &>> 21) &- 508 }

    /// The same of four term frequencies.
    @inline(__always)
    static func quarterLogs(_ values: SIMD4<UInt32>) -> SIMD4<Int32> {
        let floats = SIMD4<Float>(SIMD4<Int32>(truncatingIfNeeded: values))
        let bits = SIMD4<UInt32>(floats[0].bitPattern, floats[1].bitPattern, floats[2].bitPattern, floats[3].bitPattern)
        return SIMD4<Int32>(truncatingIfNeeded: bits &>> 21) &- 508
    }

    /// Base of a block in which gaps are as long as documents by their term frequencies.
    static let baseOfEqualShare = 128

    /// By norm, about 4 · log2 of the length, or of 1 where there is none.
    static let lengthLogs: [UInt8] = FieldNorm.lengths.map { UInt8(quarterLog(Float(max($0, 1)))) }

    /// Bits of a low part, for base B, a term frequency above zero and a document's norm.
    @inline(__always)
    static func lowWidth(base: Int, termFreq: UInt32, norm: UInt8, _ lengthLogs: [UInt8]) -> Int {
        let share = base &- baseOfEqualShare &+ Int(lengthLogs[Int(norm)]) &- quarterLog(Float(termFreq))
        return min(31, max(0, share &>> 2))
    }
}
