/// Finds the words that an abbreviation stands for.
///
/// The method is that of Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical
/// text" (Pacific Symposium on Biocomputing, 2003): letters are matched from the right, and the first letter must begin a
/// word. Theirs may stand anywhere in a word; here they must be explained. A letter begins a word, or a part of a
/// compound (`toe-laatbaarheids-verklaring`, tlv), or follows one that does (`pr-aktijk-onderwijs`, pro; `COM-binatie`).
/// Each word of the long form bears a letter, but for those that join words; an abbreviation in capitals may leave out
/// one: `Nederlandse Organisatie voor Wetenschappelijk Onderzoek`, NWO.
struct LongFormMatcher {
    private var letters: [UInt8] = []
    private var isLowerCase = false
    private var mayOpenWithLink = false
    /// For each word, the numbers of letters that are known not to fit from there on, a bit each; with a word to spare
    /// and without.
    private var failed = [UInt16](repeating: 0, count: 2 * (PrecedingWords.most + 2))

    /// Index of the word that begins the shortest long form that ends with the first of `words`, the nearest.
    mutating func start(of short: ShortForm, in words: [PrecedingWords.Word], _ bytes: [UInt8]) -> Int? {
        letters = short.letters
        isLowerCase = short.isLowerCase
        mayOpenWithLink = false
        var found = start(words, bytes, spare: 0)
        if found == nil {
            // `op overeenstemming gericht overleg`, but not `van Nederlandse Gemeenten` while there is a `Vereniging`.
            mayOpenWithLink = true
            found = start(words, bytes, spare: 0) ?? sparing(short, words, bytes)
        }
        guard let start = found else { return nil }
        // Initials of a member before the party: `Piet van Vliet (PVV)`.
        if short.isParty, !namesParty(words[...start], bytes) { return nil }
        // What has the short form as a word does not explain it: `een eigen wet (de Wet op de expertisecentra)`.
        let isRepeated = words[...start].contains { spells($0.range, bytes) }
        return isRepeated ? nil : start
    }

    private func namesParty(_ words: ArraySlice<PrecedingWords.Word>, _ bytes: [UInt8]) -> Bool {
        words.count(where: { $0.role == .content }) >= 3
            || words.contains { bytes.first(Array("artij".utf8), in: $0.range) != nil }
    }

    private func spells(_ word: Range<Int>, _ bytes: [UInt8]) -> Bool {
        word.count == letters.count
            && word.indices.allSatisfy { index in
                bytes.foldedLetter(at: index) == letters[index - word.lowerBound]
            }
    }

    private mutating func sparing(_ short: ShortForm, _ words: [PrecedingWords.Word], _ bytes: [UInt8]) -> Int? {
        guard short.capitals >= 3, !short.isParty else { return nil }
        mayOpenWithLink = false
        return start(words, bytes, spare: 1)
    }

    private mutating func start(_ words: [PrecedingWords.Word], _ bytes: [UInt8], spare: Int) -> Int? {
        for index in failed.indices { failed[index] = 0 }
        return start(words, bytes, from: 0, remaining: letters.count, spare: spare)
    }

    private mutating func start(
        _ words: [PrecedingWords.Word], _ bytes: [UInt8], from index: Int, remaining: Int, spare: Int
    ) -> Int? {
        guard remaining > 0 else { return index - 1 }
        guard index < min(words.count, PrecedingWords.most + 1) else { return nil }
        let word = words[index]
        let state = 2 * index + spare
        guard failed[state] & 1 << UInt16(remaining) == 0, word.role != .stranger else { return nil }
        let isLink = word.role.joins
        for count in 1...(isLink ? linkLetters(word, remaining, bytes) : remaining)
        where bears(word, letters: remaining - count..<remaining, bytes) {
            let next = remaining - count
            if isLink, next == 0, !mayOpenWithLink { continue }
            if let start = start(words, bytes, from: index + 1, remaining: next, spare: spare) { return start }
        }
        if isLink || spare > 0 {
            let left = isLink ? spare : spare - 1
            if let start = start(words, bytes, from: index + 1, remaining: remaining, spare: left) { return start }
        }
        failed[state] |= 1 << UInt16(remaining)
        return nil
    }

    /// Letters that a link bears at most: one, or all of them where the abbreviation has the whole word (`JenV`).
    private func linkLetters(_ word: PrecedingWords.Word, _ remaining: Int, _ bytes: [UInt8]) -> Int {
        let count = word.range.count
        guard count > 1, count < remaining,
            word.range.allSatisfy({ bytes.foldedLetter(at: $0) == letters[remaining - word.range.upperBound + $0] })
        else { return 1 }
        return count
    }

    /// Whether a word explains these letters, the first of which begins it.
    private func bears(_ word: PrecedingWords.Word, letters span: Range<Int>, _ bytes: [UInt8]) -> Bool {
        guard let initial = bytes[word.range].firstIndex(where: { $0.isLetter }),
            bytes.foldedLetter(at: initial) == letters[span.lowerBound]
        else { return false }
        if span.count == 1 { return true }
        let parts = CompoundParts(word.range)
        let first = UInt64(1) << UInt64(initial - word.range.lowerBound)
        // Where the letter before may stand: in the run that begins the word, or in or behind a later part.
        var run = first
        var later: UInt64 = 0
        for index in span.dropFirst() {
            let here = parts.positions(of: letters[index], bytes)
            let before = run | later
            let mayRun = !isLowerCase || index == span.lowerBound + 1
            let part = parts.starts(among: here, behind: before, bytes)
            later = part | (isLowerCase ? 0 : (later << 1) & here)
            run = mayRun ? (run << 1) & here : 0
            if run | later == 0 { return false }
        }
        // A word's beginning alone is no abbreviation: `medewerkers (mede)`.
        return later != 0 || span.count < letters.count
    }
}
