/// Where the samples of a block of positions are, which tell where the positions of every few documents begin: as many as
/// the block's length lets pay. Format: `PostingsFormat`.
struct PositionSamples {
    /// From one sample to the next there are 2 to the power of this many documents; 128 are the whole block.
    private(set) var shift: Int
    /// Bytes of one of a sample's two numbers.
    private(set) var width: Int
    private(set) var count: Int

    private static let none = PositionSamples(shift: 7, width: 0, count: 0)

    private init(shift: Int, width: Int, count: Int) {
        self.shift = shift
        self.width = width
        self.count = count
    }

    /// By the length of high and low parts, of the longest kind first.
    private static let kinds: [(least: Int, shift: Int, width: Int)] = [(8_192, 3, 4), (1_024, 3, 2), (384, 4, 2)]

    /// No block with samples is shorter.
    private static let leastLength = 1 + 384

    /// The samples of a block of so many documents, whose high and low parts have so many bytes.
    init(documents: Int, partsLength: Int) {
        self = .none
        for kind in Self.kinds where partsLength >= kind.least {
            self.init(shift: kind.shift, width: kind.width, count: (documents - 1) >> kind.shift)
            return
        }
    }

    /// The samples of a block of so many documents and bytes. A longer block has no fewer bytes of samples, so that its
    /// length tells of the parts' length.
    init(documents: Int, blockLength: Int) {
        self = .none
        // Most blocks are shorter than the shortest that has samples.
        if blockLength < Self.leastLength { return }
        for kind in Self.kinds {
            let samples = PositionSamples(
                shift: kind.shift, width: kind.width, count: (documents - 1) >> kind.shift)
            guard blockLength >= 1 + samples.length + kind.least else { continue }
            self = samples
            return
        }
    }

    /// Bytes of all samples.
    var length: Int { 2 &* width &* count }

    /// Bits of high parts and of low parts before a document whose number in the block is this times the interval.
    @inline(__always)
    func sample(_ number: Int, _ bytes: Span<UInt8>) -> (high: Int, low: Int) {
        if number <= 0 { return (0, 0) }
        let at = 1 &+ 2 &* width &* (number &- 1)
        if width == 2 { return (Int(bytes.littleEndian16(at: at)), Int(bytes.littleEndian16(at: at &+ 2))) }
        return (Int(bytes.littleEndian32(at: at)), Int(bytes.littleEndian32(at: at &+ 4)))
    }

    func append(high: Int, low: Int, to bytes: inout [UInt8]) {
        for number in [high, low] {
            for byte in 0..<width { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * byte))) }
        }
    }
}
