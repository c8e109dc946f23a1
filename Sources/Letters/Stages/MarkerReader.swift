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

    /// Reads, and removes what it finds from the texts; the lines of the head stand above them and keep theirs.
    init(_ texts: inout [AssembledText], head: [AssembledText], parts: [MarkerPart]) {
        var candidates = MarkerCandidates()
        for (index, line) in head.enumerated() {
            let number = (line.place(at: 0)?.line ?? 1) - 1
            candidates.add(HeadMarkers.candidates(line.bytes, text: index - head.count, line: number))
        }
        for index in texts.indices { candidates.scan(texts[index], index: index) }
        let chosen = MarkerChain.choose(candidates.found, parts: parts).map { candidates.found[$0] }
        var next = 0
        while next < chosen.count {
            var end = next
            while end < chosen.count, chosen[end].text == chosen[next].text { end += 1 }
            let index = chosen[next].text
            if index < 0 {
                var line = head[index + head.count]
                take(Array(chosen[next..<end]), from: &line, text: nil)
            } else {
                take(Array(chosen[next..<end]), from: &texts[index], text: index)
            }
            next = end
        }
    }

    private mutating func take(_ markers: [MarkerCandidate], from text: inout AssembledText, text index: Int?) {
        var cuts: [Range<Int>] = []
        var removed = 0
        var carrierEnd = 0
        for marker in markers {
            let cut = Self.cut(marker, text.bytes)
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
        text = text.removing(cuts)
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
        var start = end
        while start > 0, bytes[start - 1] == .space { start -= 1 }
        let stop = start
        while start > 0, bytes[start - 1] != .space { start -= 1 }
        var word = String(decoding: bytes[start..<stop], as: UTF8.self)[...]
        while let last = word.last {
            if last == ")", word.contains("("),
                !(word.first == "(" && word.dropFirst().dropLast().allSatisfy { $0 != "(" && $0 != ")" })
            {
                break
            }
            guard ".,:;?!)]»”’\"'…".contains(last) else { break }
            word.removeLast()
        }
        while let first = word.first {
            if first == "(", word.contains(")") { break }
            guard "([«“‘„\"'".contains(first) else { break }
            word.removeFirst()
        }
        return String(word)
    }
}
