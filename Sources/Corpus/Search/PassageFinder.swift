import Letters
import SearchIndex
import TextAnalysis

/// Finds the sentences of a letter in which the index says that a query matches.
struct PassageFinder {
    /// A match in one unit of the letter.
    private struct Match {
        /// In bytes of the unit's text.
        var range: Range<Int>
        var reason: Passage.Reason
    }

    let feeder: IndexFeeder

    /// - Parameter places: of words in the fields of text, and of stems in theirs; a stem at a place of the word itself
    ///   counts as that.
    func passages(in letter: Letter, at places: [Occurrence]) -> [Passage] {
        let byField = Dictionary(grouping: places, by: \.field)
        var passages: [Passage] = []
        feeder.walk(letter) { unit, base, tokens in
            guard let last = tokens.last else { return }
            var matches: [Match] = []
            var surface: Set<Range<Int>> = []
            for (field, reason) in [(unit.field.rawValue, Passage.Reason.surface), (unit.field.stemField, .stem)] {
                for place in Self.places(byField[field] ?? [], from: base, through: base + last.position) {
                    guard let range = Self.range(of: place, base, tokens) else { continue }
                    if reason == .stem, surface.contains(range) { continue }
                    if reason == .surface { surface.insert(range) }
                    matches.append(Match(range: range, reason: reason))
                }
            }
            matches.sort { $0.range.lowerBound < $1.range.lowerBound }
            passages += Self.passages(of: matches, in: unit, letter)
        }
        return passages
    }

    /// Those of the places, which ascend, that lie within two positions.
    private static func places(
        _ places: [Occurrence], from first: UInt32, through last: UInt32
    ) -> ArraySlice<Occurrence> {
        var low = 0
        var high = places.count
        while low < high {
            let middle = (low + high) / 2
            if places[middle].position < first { low = middle + 1 } else { high = middle }
        }
        return places[low...].prefix { $0.position <= last }
    }

    /// Bytes of the unit's text that an occurrence covers.
    private static func range(of place: Occurrence, _ base: UInt32, _ tokens: [Token]) -> Range<Int>? {
        let positions = place.position - base..<place.position - base + max(1, place.length)
        // Tokens ascend by position; a joined reading (`VO-raad`) covers more bytes than its own position.
        var low = 0
        var high = tokens.count
        while low < high {
            let middle = (low + high) / 2
            if tokens[middle].position < positions.lowerBound { low = middle + 1 } else { high = middle }
        }
        var range: Range<Int>?
        while low < tokens.count, positions.contains(tokens[low].position) {
            let token = tokens[low].range
            range = range.map { min($0.lowerBound, token.lowerBound)..<max($0.upperBound, token.upperBound) } ?? token
            low += 1
        }
        return range
    }

    /// One passage a sentence, with all matches in it.
    private static func passages(of matches: [Match], in unit: TextUnit, _ letter: Letter) -> [Passage] {
        guard !matches.isEmpty else { return [] }
        let bytes = unit.text.bytes
        let sentences = SentenceFinder(unit.text.text)
        var passages: [Passage] = []
        var sentence = 0..<0
        var pending: [Match] = []
        func flush() {
            if let passage = passage(sentence, pending, unit, bytes, letter) { passages.append(passage) }
            pending = []
        }
        for match in matches {
            if pending.isEmpty || match.range.lowerBound >= sentence.upperBound {
                flush()
                sentence = sentences.sentence(around: match.range.lowerBound + 1)
            }
            sentence = sentence.lowerBound..<max(sentence.upperBound, match.range.upperBound)
            pending.append(match)
        }
        flush()
        return passages
    }

    private static func passage(
        _ sentence: Range<Int>, _ matches: [Match], _ unit: TextUnit, _ bytes: [UInt8], _ letter: Letter
    ) -> Passage? {
        guard let first = matches.first, let place = unit.text.place(at: first.range.lowerBound) else { return nil }
        func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
        var highlights: [Range<Int>] = []
        var counted = (byte: sentence.lowerBound, scalars: 0)
        for match in matches where match.range.lowerBound >= counted.byte {
            let start = counted.scalars + scalars(counted.byte..<match.range.lowerBound)
            highlights.append(start..<start + scalars(match.range))
            counted = (match.range.upperBound, start + scalars(match.range))
        }
        return Passage(
            text: String(decoding: bytes[sentence], as: UTF8.self), highlights: highlights,
            sectionHeading: unit.section.flatMap { letter.sections[$0].heading?.text }, page: place.page,
            note: unit.note, line: place.line, column: place.column,
            matched: [Passage.Reason.surface, .stem].filter { reason in matches.contains { $0.reason == reason } })
    }
}
