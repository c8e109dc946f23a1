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
            func matches(in field: String, _ reason: Passage.Reason) -> [Match] {
                (byField[field] ?? []).compactMap { place in
                    Self.range(of: place, base, tokens).map { Match(range: $0, reason: reason) }
                }.sorted { $0.range.lowerBound < $1.range.lowerBound }
            }
            let surfaces = matches(in: unit.field.rawValue, .surface)
            let stems = Self.matches(matches(in: unit.field.stemField, .stem), clearOf: surfaces)
            let matches = (surfaces + stems).sorted { $0.range.lowerBound < $1.range.lowerBound }
            passages += Self.passages(of: matches, in: unit, letter)
        }
        return passages
    }

    /// Those of `matches` that overlap none of `others`, nor one another; both ascend.
    private static func matches(_ matches: [Match], clearOf others: [Match]) -> [Match] {
        var clear: [Match] = []
        var next = 0
        var end = 0
        for match in matches {
            while next < others.count, others[next].range.lowerBound < match.range.upperBound {
                end = max(end, others[next].range.upperBound)
                next += 1
            }
            guard end <= match.range.lowerBound else { continue }
            end = match.range.upperBound
            clear.append(match)
        }
        return clear
    }

    /// Bytes of the unit's text that an occurrence covers; nil if it lies in another unit.
    private static func range(of place: Occurrence, _ base: UInt32, _ tokens: [Token]) -> Range<Int>? {
        guard let last = tokens.last, place.position >= base, place.position <= base + last.position else { return nil }
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
        var passages: [Passage] = []
        var sentence = 0..<0
        var pending: [Match] = []
        func flush() {
            if let passage = passage(sentence, pending, unit, letter) { passages.append(passage) }
            pending = []
        }
        for match in matches {
            if pending.isEmpty || match.range.lowerBound >= sentence.upperBound {
                flush()
                sentence = SentenceFinder.sentence(in: unit.text.text, around: match.range.lowerBound + 1)
            }
            sentence = sentence.lowerBound..<max(sentence.upperBound, match.range.upperBound)
            pending.append(match)
        }
        flush()
        return passages
    }

    private static func passage(
        _ sentence: Range<Int>, _ matches: [Match], _ unit: TextUnit, _ letter: Letter
    ) -> Passage? {
        guard let first = matches.first, let place = unit.text.place(at: first.range.lowerBound) else { return nil }
        let bytes = Array(unit.text.text.utf8)
        func scalars(_ range: Range<Int>) -> Int { bytes[range].count { $0 & 0xC0 != 0x80 } }
        // Counted on from match to match, since a sentence may be as long as the text.
        var position = sentence.lowerBound
        var start = 0
        let highlights = matches.map { match in
            start += scalars(position..<match.range.lowerBound)
            position = match.range.lowerBound
            return start..<start + scalars(match.range)
        }
        return Passage(
            text: String(decoding: bytes[sentence], as: UTF8.self), highlights: highlights,
            sectionHeading: unit.section.flatMap { letter.sections[$0].heading?.text }, page: place.page,
            note: unit.note, line: place.line, column: place.column,
            matched: [Passage.Reason.surface, .stem].filter { reason in matches.contains { $0.reason == reason } })
    }
}
