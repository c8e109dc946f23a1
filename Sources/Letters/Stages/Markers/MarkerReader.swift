/// Takes the markers out of the texts of a letter.
struct MarkerReader {
    /// A marker in one text, before the texts become sections.
    struct Found {
        var note: Int
        /// Index of the text that holds it; nil in the head.
        var text: Int?
        /// Offset in the text without markers.
        var offset: Int
        var place: Place
        var before: String
    }

    private(set) var found: [Found] = []
    /// What is cut from the text at hand.
    private var cuts: [Range<Int>] = []

    /// Reads, and removes what it finds from the texts; the lines of the head stand above them and keep theirs.
    ///
    /// - Parameter areInBrackets: whether the numbers of the notes have a bracket behind them.
    init(
        _ texts: inout [AssembledText], head: [AssembledText], parts: [MarkerPart], areInBrackets: Bool = false
    ) {
        let candidates = Self.candidates(texts, head: head, areInBrackets)
        var chosen = MarkerChain.choose(candidates, parts: parts).map { candidates[$0] }
        if !parts.contains(where: { $0.bodies?.isEmpty == false }), !Self.areLostMarkers(chosen, texts, head) {
            chosen = []
        }
        found.reserveCapacity(chosen.count)
        var next = 0
        while next < chosen.count {
            var end = next
            while end < chosen.count, chosen[end].text == chosen[next].text { end += 1 }
            let index = chosen[next].text
            if index < 0 {
                var line = head[index + head.count]
                take(chosen[next..<end], from: &line, text: nil)
            } else {
                take(chosen[next..<end], from: &texts[index], text: index)
            }
            next = end
        }
    }

    private static func candidates(
        _ texts: [AssembledText], head: [AssembledText], _ areInBrackets: Bool
    ) -> [MarkerCandidate] {
        var candidates = MarkerCandidates(areInBrackets: areInBrackets)
        for (index, line) in head.enumerated() {
            let number = (line.place(at: 0)?.line ?? 1) - 1
            candidates.add(HeadMarkers.candidates(line.bytes, text: index - head.count, line: number))
        }
        // To look at a part of a span's element does not copy the whole.
        let texts = texts.span
        for index in texts.indices { candidates.scan(texts[index], index: index) }
        return candidates.found
    }

    /// Whether numbers in a letter that has no body of a note can be markers all the same: three at least, and on different
    /// words, which `scope1`, `scope2` and `scope3` are not.
    private static func areLostMarkers(
        _ markers: [MarkerCandidate], _ texts: [AssembledText], _ head: [AssembledText]
    ) -> Bool {
        let carriers = markers.map { marker in
            let text = marker.text < 0 ? head[marker.text + head.count] : texts[marker.text]
            return carrier(text.bytes, end: marker.digits.lowerBound)
        }
        return markers.count > 2 && Set(carriers).count * 3 > markers.count * 2
    }

    private mutating func take(_ markers: ArraySlice<MarkerCandidate>, from text: inout AssembledText, text index: Int?)
    {
        cuts.removeAll(keepingCapacity: true)
        var removed = 0
        var carrierEnd = 0
        for marker in markers {
            var cut = Self.cut(marker, text.bytes)
            // The comma between two markers goes with them.
            if let end = cuts.last?.upperBound, end + 1 == marker.digits.lowerBound, text.bytes[end] == .comma {
                cut = end..<cut.upperBound
            }
            guard let place = text.place(at: marker.digits.lowerBound) else { continue }
            // The second of two adjacent markers hangs on the word of the first.
            if let last = cuts.last,
                last.upperBound == cut.lowerBound || last.upperBound + 1 == marker.digits.lowerBound
            {
                carrierEnd = min(carrierEnd, last.lowerBound)
            } else {
                carrierEnd = cut.lowerBound
            }
            found.append(
                Found(
                    note: marker.note, text: index, offset: cut.lowerBound - removed, place: place,
                    before: Self.carrier(text.bytes, end: carrierEnd)))
            cuts.append(cut)
            removed += cut.count
        }
        text.remove(cuts)
    }

    /// The digits, and the space before them where one stands behind them too.
    private static func cut(_ marker: MarkerCandidate, _ bytes: [UInt8]) -> Range<Int> {
        let digits = marker.digits
        let next = digits.upperBound < bytes.count ? bytes[digits.upperBound] : .space
        let hasSpace = digits.lowerBound > 0 && bytes[digits.lowerBound - 1] == .space
        return hasSpace && !next.isWord ? digits.lowerBound - 1..<digits.upperBound : digits
    }

    /// The word that ends at an offset, without the signs at its edges; brackets that belong to it stay: `(v)so`.
    static func carrier(_ bytes: [UInt8], end: Int) -> String {
        var upper = end
        while upper > 0, bytes[upper - 1] == .space { upper -= 1 }
        var lower = upper
        // A text without spaces must not be copied whole for each of its markers.
        let lowest = max(0, upper - longestCarrier)
        while lower > lowest, bytes[lower - 1] != .space { lower -= 1 }
        while lower < upper, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        while lower < upper {
            if bytes[upper - 1] == closingBracket, hasInnerBracket(bytes[lower..<upper]) { break }
            if isPlainWord(bytes[upper - 1]) { break }
            guard let sign = length(of: closingSigns, endingAt: upper, bytes, lower) else { break }
            upper -= sign
        }
        while lower < upper {
            if isPlainWord(bytes[lower]) { break }
            if bytes[lower] == openingBracket, bytes[lower..<upper].contains(closingBracket) { break }
            guard let sign = openingSigns.first(where: { bytes.matches($0, at: lower, end: upper) }) else { break }
            lower += sign.count
        }
        return String(decoding: bytes[lower..<upper], as: UTF8.self)
    }

    /// An ASCII letter or digit, which is no part of any sign.
    private static func isPlainWord(_ byte: UInt8) -> Bool { byte < 0x80 && byte.isWord }

    /// Whether a bracket opens in a word that ends in one, other than around the whole word.
    private static func hasInnerBracket(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.contains(openingBracket) else { return false }
        let inner = word.dropFirst().dropLast()
        return word.first != openingBracket || inner.contains(openingBracket) || inner.contains(closingBracket)
    }

    private static func length(of signs: [[UInt8]], endingAt end: Int, _ bytes: [UInt8], _ lower: Int) -> Int? {
        signs.first { end - $0.count >= lower && bytes.matches($0, at: end - $0.count, end: end) }?.count
    }

    /// Bytes of a word that are looked at: more than any word or address that carries a marker has.
    private static let longestCarrier = 256
    private static let openingBracket = UInt8(ascii: "(")
    private static let closingBracket = UInt8(ascii: ")")
    private static let closingSigns = ".,:;?!)]»”’\"'…".map { Array(String($0).utf8) }
    private static let openingSigns = "([«“‘„\"'".map { Array(String($0).utf8) }
}
