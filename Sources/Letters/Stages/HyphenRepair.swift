/// Decides what a hyphen at the end of a line was.
///
/// Rules in order; in the five seeds 223 of 230 such hyphens are breaks within a word, so where nothing else decides the
/// word is joined.
struct HyphenRepair {
    /// Words that the letter writes with a hyphen inside a line.
    let evidence: HyphenEvidence

    /// What became of a hyphen, and the rule that said so.
    struct Verdict: Equatable {
        var decision: HyphenDecision.Outcome
        var reason: HyphenDecision.Reason
    }

    /// - Parameters:
    ///   - left: the word that ends in the hyphen, with the hyphen.
    ///   - source, right: the printed part of the line that follows.
    func decide(left: ArraySlice<UInt8>, _ source: [UInt8], right: Range<Int>) -> Verdict {
        let stem = left.dropLast()
        guard let first = right.first else { return Verdict(decision: .none, reason: .nothingFollows) }
        guard let beforeHyphen = stem.last else { return Verdict(decision: .keepWithSpace, reason: .dash) }
        let next = source[first]
        if isAddress(left) { return Verdict(decision: .keep, reason: .address) }
        if !beforeHyphen.isWord { return Verdict(decision: .keep, reason: .sign) }
        if next == UInt8(ascii: ")") || next == .comma { return Verdict(decision: .keep, reason: .sign) }
        if isConjunction(source, right) { return Verdict(decision: .keepWithSpace, reason: .suspended) }
        if next.isUpperASCII || next.isDigit || beforeHyphen.isDigit {
            return Verdict(decision: .keep, reason: .capitalOrDigit)
        }
        if isAcronym(stem) { return Verdict(decision: .keep, reason: .acronym) }
        if evidence.says(stem: stem, source, right) { return Verdict(decision: .keep, reason: .writtenSo) }
        return Verdict(decision: .join, reason: .broken)
    }

    /// Makes the end of a text ready for the line that follows: a space, or what became of its hyphen.
    ///
    /// - Returns: the verdict on the hyphen; nil where the text ends in none.
    @discardableResult
    func join(_ builder: inout PlacedTextBuilder, _ source: [UInt8], to next: Range<Int>) -> Verdict? {
        guard builder.bytes.last == .hyphen else {
            builder.addSpace()
            return nil
        }
        let verdict = decide(left: builder.lastWord, source, right: next)
        switch verdict.decision {
        case .join: builder.dropLastByte()
        case .keep, .none: break
        case .keepWithSpace: builder.addSpace()
        }
        return verdict
    }

    private func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
        guard word.count > 4 else { return false }
        return word.contains(UInt8(ascii: "@"))
            || word.indices.dropLast(3).contains { start in
                word[start...].starts(with: Self.scheme) || word[start...].starts(with: Self.world)
            }
    }

    private static let scheme = Array("://".utf8)
    private static let world = Array("www.".utf8)

    private static let conjunctions = ["en", "of", "en/of", "dan", "tot", "als"].map { Array($0.utf8) }

    /// Whether the next line starts with a whole word that joins two suspended parts.
    private func isConjunction(_ source: [UInt8], _ right: Range<Int>) -> Bool {
        var end = right.lowerBound
        while end < right.upperBound, source[end].isWord || source[end] == UInt8(ascii: "/") { end += 1 }
        guard end == right.upperBound || source[end].isBlankASCII else { return false }
        return Self.conjunctions.contains {
            $0.count == end - right.lowerBound && source.matches($0, at: right.lowerBound, end: end)
        }
    }

    /// `VO`, `HB`, `16`: capitals or one letter, behind any bracket.
    private func isAcronym(_ stem: ArraySlice<UInt8>) -> Bool {
        var start = stem.endIndex
        var isCapitals = true
        while start > stem.startIndex, stem[start - 1].isWord {
            start -= 1
            isCapitals = isCapitals && (stem[start].isUpperASCII || stem[start].isDigit)
        }
        return isCapitals || stem.endIndex - start == 1
    }
}

/// What a letter itself tells of its hyphens: the words that it writes with one inside a line.
///
/// Words are kept as 64-bit hashes of their letters in lower case (FNV-1a): nothing is allocated for each word, and two
/// words of one letter share a hash with a chance of one in 10^15.
struct HyphenEvidence {
    private var hyphenated: Set<UInt64> = []

    /// No evidence.
    init() {}

    /// Reads the text and notes of a letter. Jumps from hyphen to hyphen.
    init(_ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) {
        for index in lines.indices where roles[index] == .body || roles[index] == .note {
            let content = lines[index].content
            var position = content.lowerBound
            while let hyphen = ByteChunks.first(.hyphen, in: bytes.span, position..<content.upperBound) {
                position = hyphen + 1
                guard let word = Self.wordAround(bytes, hyphen, content) else { continue }
                hyphenated.insert(Self.hash(of: bytes[word]))
                position = word.upperBound
            }
        }
    }

    /// Words that are known from elsewhere to have a hyphen.
    init(words: [String]) {
        hyphenated = Set(words.map { Self.hash(of: Array($0.utf8)[...]) })
    }

    /// Whether the letter writes `stem`, a hyphen and the first word of what follows as one word with a hyphen.
    func says(stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) -> Bool {
        guard !hyphenated.isEmpty else { return false }
        var start = stem.endIndex
        while start > stem.startIndex, stem[start - 1].isWord || stem[start - 1] == .hyphen { start -= 1 }
        var end = right.lowerBound
        while end < right.upperBound, source[end].isWord || source[end] == .hyphen { end += 1 }
        guard end - right.lowerBound <= Self.longestWord else { return false }
        var hash = Self.hash(of: stem[start...])
        Self.add(.hyphen, to: &hash)
        for byte in source[right.lowerBound..<end] { Self.add(byte, to: &hash) }
        return hyphenated.contains(hash)
    }

    /// Bytes of the longest word looked at, which no Dutch compound passes.
    private static let longestWord = 60

    /// The word around a hyphen that has letters on both sides.
    private static func wordAround(_ bytes: [UInt8], _ hyphen: Int, _ content: Range<Int>) -> Range<Int>? {
        guard hyphen > content.lowerBound, bytes[hyphen - 1].isLetter, hyphen + 1 < content.upperBound,
            bytes[hyphen + 1].isLetter
        else { return nil }
        // Neither side is read further than a word may reach, so that a line of hyphens takes linear time.
        let lowest = max(content.lowerBound, hyphen - longestWord)
        let highest = min(content.upperBound, hyphen + longestWord)
        var start = hyphen
        while start > lowest, bytes[start - 1].isWord || bytes[start - 1] == .hyphen { start -= 1 }
        var end = hyphen
        while end < highest, bytes[end].isWord || bytes[end] == .hyphen { end += 1 }
        return end - start <= longestWord ? start..<end : nil
    }

    private static func hash(of word: ArraySlice<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in word { add(byte, to: &hash) }
        return hash
    }

    @inline(__always)
    private static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte.isUpperASCII ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
    }
}
