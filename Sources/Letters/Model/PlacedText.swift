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

    public private(set) var text: String
    public private(set) var runs: [Run]

    public init(text: String, runs: [Run]) {
        precondition(text.isEmpty || runs.first?.textOffset == 0, "the first run of a placed text starts at 0")
        self.text = text
        self.runs = runs
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
        let utf8 = text.utf8.span
        let end = min(max(run.textOffset, utf8Offset), utf8.count)
        var place = run.place
        place.byte += end - run.textOffset
        place.column += ByteChunks.scalars(in: utf8, run.textOffset..<end)
        return place
    }

    /// Offset of the character that a byte of the source gave, or of the last one before it. Logarithmic in the runs, which
    /// must ascend in the source, too.
    func offset(ofByte byte: Int) -> Int { runs.offset(ofByte: byte, end: text.utf8.count) }

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
