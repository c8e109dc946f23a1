/// What a letter itself tells of its hyphens: the words that it writes with one inside a line, and never without.
///
/// A word in one piece elsewhere outweighs one with a hyphen, which may be left from an earlier break.
struct HyphenEvidence {
    private var hyphenated = WordHashes()
    /// The letters on both sides of the hyphens in these words: they turn most other words away.
    private var seams = LetterPairs()
    /// Of the words broken at line ends that also stand with a hyphen: those that also stand in one piece.
    private var inOnePiece = WordHashes()

    /// No evidence.
    init() {}

    /// Reads the text and notes of a letter. Jumps from hyphen to hyphen; only where a broken word, of which no rule
    /// tells what its hyphen is, is also written with a hyphen every word is looked at.
    init(_ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) {
        let broken = collectHyphenated(bytes, lines, roles)
        guard !hyphenated.isEmpty else { return }
        let doubtful = doubtfulWords(bytes, lines, roles, broken)
        guard !doubtful.joined.isEmpty else { return }
        for index in lines.indices where Self.isRead(roles[index]) { collect(doubtful, bytes, lines[index].content) }
    }

    /// Words that are known from elsewhere.
    init(words: [String]) {
        for word in words.map({ Array($0.utf8) }) {
            if word.contains(.hyphen) {
                insert(word.span)
            } else {
                inOnePiece.insert(WordHashes.hash(word.span))
            }
        }
    }

    /// Whether the letter writes `stem`, a hyphen and the first word of what follows as one word with a hyphen, and never
    /// without it.
    func says(stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) -> Bool {
        guard mayHold(stem, source, right), let word = BrokenWord(stem, source, right) else { return false }
        return hyphenated.contains(word.hyphenated) && !inOnePiece.contains(word.joined)
    }

    /// Whether a word with a hyphen has the letters on both sides of its own.
    @inline(__always)
    private func mayHold(_ stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) -> Bool {
        guard let last = stem.last, let first = right.first else { return false }
        return seams.contains(last, source[first])
    }

    /// Adds a word with a hyphen.
    private mutating func insert(_ word: Span<UInt8>) {
        hyphenated.insert(WordHashes.hash(word))
        for index in word.indices.dropFirst().dropLast() where word[index] == .hyphen {
            seams.insert(word[index - 1], word[index + 1])
        }
    }

    // MARK: - Words of the letter

    private static func isRead(_ role: LineRole) -> Bool { role == .body || role == .note }

    /// Returns the lines that end in a hyphen.
    private mutating func collectHyphenated(
        _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]
    ) -> [Int] {
        var broken: [Int] = []
        var position = 0
        var line = 0
        while let hyphen = ByteChunks.first(.hyphen, in: bytes.span, position..<bytes.count) {
            position = hyphen + 1
            while line < lines.count, lines[line].content.upperBound <= hyphen { line += 1 }
            guard line < lines.count else { break }
            let content = lines[line].content
            guard Self.isRead(roles[line]), content.contains(hyphen) else { continue }
            if let word = Self.wordAround(bytes, hyphen, content) {
                insert(bytes.span.extracting(word))
                position = word.upperBound
            }
            if position == content.upperBound, bytes[position - 1] == .hyphen { broken.append(line) }
        }
        return broken
    }

    /// Words broken at line ends that also stand with a hyphen, as they would be in one piece.
    private struct DoubtfulWords {
        var joined = WordHashes()
        /// A bit for the length of each.
        var lengths: UInt64 = 0
    }

    private func doubtfulWords(
        _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole], _ broken: [Int]
    ) -> DoubtfulWords {
        var doubtful = DoubtfulWords()
        for line in broken {
            var next = line + 1
            while next < lines.count, !Self.isRead(roles[next]) { next += 1 }
            guard next < lines.count else { break }
            let (left, content) = (lines[line].content, lines[next].content)
            if mayHold(bytes[left].dropLast(), bytes, content),
                let word = BrokenWord(bytes[left].dropLast().suffix(BrokenWord.longest), bytes, content),
                hyphenated.contains(word.hyphenated), word.length <= BrokenWord.longest,
                HyphenRepair.ruled(left: Self.lastWord(bytes, left), bytes, right: content) == nil
            {
                doubtful.joined.insert(word.joined)
                doubtful.lengths |= 1 << UInt64(word.length)
            }
        }
        return doubtful
    }

    /// The last word of a line, as far as a word may reach.
    private static func lastWord(_ bytes: [UInt8], _ content: Range<Int>) -> ArraySlice<UInt8> {
        let lowest = max(content.lowerBound, content.upperBound - PlacedTextBuilder.longestWord)
        var start = content.upperBound
        while start > lowest, !bytes[start - 1].isBlankASCII { start -= 1 }
        return bytes[start..<content.upperBound]
    }

    /// Looks for some words on a line.
    private mutating func collect(_ wanted: DoubtfulWords, _ bytes: [UInt8], _ content: Range<Int>) {
        var start = content.lowerBound
        while start < content.upperBound {
            let end = ByteChunks.firstNoWord(in: bytes.span, start..<content.upperBound) ?? content.upperBound
            let length = end - start
            if length > 1, length <= BrokenWord.longest, wanted.lengths & (1 << UInt64(length)) != 0 {
                let hash = WordHashes.hash(bytes.span.extracting(start..<end))
                if wanted.joined.contains(hash) { inOnePiece.insert(hash) }
            }
            start = end + 1
        }
    }

    /// The word around a hyphen that has letters on both sides.
    private static func wordAround(_ bytes: [UInt8], _ hyphen: Int, _ content: Range<Int>) -> Range<Int>? {
        guard hyphen > content.lowerBound, bytes[hyphen - 1].isLetter, hyphen + 1 < content.upperBound,
            bytes[hyphen + 1].isLetter
        else { return nil }
        // Neither side is read further than a word may reach, so that a line of hyphens takes linear time.
        let lowest = max(content.lowerBound, hyphen - BrokenWord.longest)
        let highest = min(content.upperBound, hyphen + BrokenWord.longest)
        var start = hyphen
        while start > lowest, bytes[start - 1].isWord || bytes[start - 1] == .hyphen { start -= 1 }
        var end = hyphen
        while end < highest, bytes[end].isWord || bytes[end] == .hyphen { end += 1 }
        return end - start <= BrokenWord.longest ? start..<end : nil
    }
}

/// A word of which a line's end has made two, by its hashes.
private struct BrokenWord {
    var hyphenated: UInt64
    var joined: UInt64
    var length: Int

    /// Bytes of the longest word looked at, which no Dutch compound passes.
    static let longest = 60

    /// The word that `stem` and the first word of `right` make; nil if it is longer than any.
    init?(_ stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) {
        let stem = stem.span
        let source = source.span
        var start = stem.count
        while start > 0, stem[start - 1].isWord || stem[start - 1] == .hyphen { start -= 1 }
        var end = right.lowerBound
        while end < right.upperBound, source[end].isWord || source[end] == .hyphen { end += 1 }
        guard end - right.lowerBound <= Self.longest else { return nil }
        joined = WordHashes.empty
        for index in start..<stem.count { WordHashes.add(stem[index], to: &joined) }
        hyphenated = joined
        WordHashes.add(.hyphen, to: &hyphenated)
        for index in right.lowerBound..<end {
            WordHashes.add(source[index], to: &joined)
            WordHashes.add(source[index], to: &hyphenated)
        }
        length = stem.count - start + end - right.lowerBound
    }
}
