/// Cleaned text that knows where each of its characters stands in the source file.
///
/// The map is a list of runs in ascending order of `textOffset`; within a run the text equals the source scalar by
/// scalar, so that a place is found by counting scalars from the start of its run. The first run starts at 0 unless
/// the text is empty.
public struct PlacedText: Hashable, Sendable, Codable {
    /// A stretch of text that was copied from the source without a change.
    public struct Run: Hashable, Sendable, Codable {
        /// Where the run starts in the text, in UTF-8 bytes.
        public var textOffset: Int
        /// Where its first character stands in the source.
        public var place: Place

        public init(textOffset: Int, place: Place) {
            self.textOffset = textOffset
            self.place = place
        }
    }

    /// The text in UTF-8.
    public private(set) var bytes: [UInt8]
    public private(set) var runs: [Run]

    /// Made anew each time, since most texts are only read as bytes.
    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public init(text: String, runs: [Run]) { self.init(bytes: Array(text.utf8), runs: runs) }

    /// - Parameter bytes: valid UTF-8.
    init(bytes: [UInt8], runs: [Run]) {
        precondition(bytes.isEmpty || runs.first?.textOffset == 0, "the first run of a placed text starts at 0")
        assert(String(validating: bytes, as: UTF8.self) != nil, "a text is valid UTF-8")
        self.bytes = bytes
        self.runs = runs
    }

    private enum CodingKeys: CodingKey {
        case text, runs
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        bytes = Array(try values.decode(String.self, forKey: .text).utf8)
        runs = try values.decode([Run].self, forKey: .runs)
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(text, forKey: .text)
        try values.encode(runs, forKey: .runs)
    }

    /// Place of the character that starts at (or spans) a UTF-8 offset; the end of the text has the place behind its
    /// last character. Logarithmic in the number of runs, linear in the length of one run.
    ///
    /// - Returns: nil only for an empty text.
    public func place(at utf8Offset: Int) -> Place? {
        guard !runs.isEmpty else { return nil }
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].textOffset <= utf8Offset { low = middle } else { high = middle }
        }
        let run = runs[low]
        let end = min(max(run.textOffset, utf8Offset), bytes.count)
        var place = run.place
        place.byte += end - run.textOffset
        place.column += ByteChunks.scalars(in: bytes.span, run.textOffset..<end)
        return place
    }

    /// Offset of the character that a byte of the source gave, or of the last one before it. Logarithmic in the runs, which
    /// must ascend in the source, too.
    func offset(ofByte byte: Int) -> Int { runs.offset(ofByte: byte, end: bytes.count) }

    /// Place of the first character; nil for an empty text.
    public var start: Place? { runs.first?.place }
}

extension [PlacedText.Run] {
    /// Offset in a text, which ends at `end`, of what stands at a byte of the source.
    func offset(ofByte byte: Int, end: Int) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].place.byte <= byte { low = middle + 1 } else { high = middle }
        }
        guard low > 0 else { return 0 }
        let limit = low < count ? self[low].textOffset : end
        return Swift.min(self[low - 1].textOffset + byte - self[low - 1].place.byte, limit)
    }
}
