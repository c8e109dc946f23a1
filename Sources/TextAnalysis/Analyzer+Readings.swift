extension Analyzer {
    /// Readings of a phrase beyond which no more are made; what is left of the choices takes the first.
    private static let readingLimit = 16

    /// The ways in which a phrase can stand in a text, each with one token a position, counted from 0 without gaps.
    ///
    /// `de VO-raad` is `de vo raad` and `de voraad`; `(hoog)begaafde leerling` is `hoogbegaafde leerling` and
    /// `begaafde leerling`. A text that has one of the readings in succession has the phrase. Text is indexed with
    /// `tokens(of:from:)`, which puts all readings of a word at its positions, so that a phrase as written is found too.
    ///
    /// - Returns: one to sixteen readings; one empty reading for a text without words.
    public mutating func readings(of text: String) -> [[Token]] {
        let tokens = tokens(of: text)
        var byPosition: [[Token]] = []
        for token in tokens {
            while byPosition.count <= Int(token.position) { byPosition.append([]) }
            byPosition[Int(token.position)].append(token)
        }
        var readings: [(next: Int, tokens: [Token])] = [(0, [])]
        while let open = readings.firstIndex(where: { $0.next < byPosition.count }) {
            let (position, before) = readings.remove(at: open)
            let choices = byPosition[position].prefix(max(1, Self.readingLimit - readings.count))
            var longer = choices.map { token in (Self.end(of: token, byPosition), before + [token]) }
            // A position whose word had no letters left after folding is passed over.
            if longer.isEmpty { longer = [(position + 1, before)] }
            readings.insert(contentsOf: longer, at: open)
        }
        return readings.map { reading in
            reading.tokens.enumerated().map { at, token in
                var token = token
                token.position = UInt32(truncatingIfNeeded: at)
                return token
            }
        }
    }

    /// The position after a token: a joined word takes the positions of all its parts.
    private static func end(of token: Token, _ byPosition: [[Token]]) -> Int {
        var end = Int(token.position) + 1
        while end < byPosition.count, let next = byPosition[end].first,
            next.range.lowerBound < token.range.upperBound
        { end += 1 }
        return end
    }
}
