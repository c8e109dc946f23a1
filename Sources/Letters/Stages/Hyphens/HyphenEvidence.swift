/// What a letter itself tells of its hyphens: the words that it writes with one inside a line, and never without.
///
/// A word in one piece elsewhere outweighs one with a hyphen, which may be left from an earlier break. Words are kept as
/// 64-bit hashes of their letters in lower case (FNV-1a): nothing is allocated for each word, and two words of one letter
/// share a hash with a chance of one in 10^15.
struct HyphenEvidence {
    private var hyphenated: Set<UInt64> = []
    /// Of the words broken at line ends that also stand with a hyphen: those that also stand in one piece.
    private var inOnePiece: Set<UInt64> = []

    /// No evidence.
    init() {}

    /// Reads the text and notes of a letter. Jumps from hyphen to hyphen; only where a broken word is also written with a
    /// hyphen every word is looked at.
    init(_ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) {
        collectHyphenated(bytes, lines, roles)
        guard !hyphenated.isEmpty else { return }
        var printed: [Range<Int>] = []
        for index in lines.indices where Self.isRead(roles[index]) { printed.append(lines[index].content) }
        let doubtful = doubtfulWords(bytes, printed)
        guard !doubtful.isEmpty else { return }
        let lengths = doubtful.values.reduce(UInt64(0)) { $0 | 1 << UInt64($1) }
        for content in printed { collect(doubtful, lengths, bytes, content) }
    }

    /// Words that are known from elsewhere.
    init(words: [String]) {
        for word in words.map({ Array($0.utf8) }) {
            if word.contains(.hyphen) {
                hyphenated.insert(Self.hash(word[...]))
            } else {
                inOnePiece.insert(Self.hash(word[...]))
            }
        }
    }

    /// Whether the letter writes `stem`, a hyphen and the first word of what follows as one word with a hyphen, and never
    /// without it.
    func says(stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) -> Bool {
        guard !hyphenated.isEmpty, let word = Self.hashes(stem, source, right) else { return false }
        return hyphenated.contains(word.hyphenated) && !inOnePiece.contains(word.joined)
    }

    // MARK: - Words of the letter

    private static func isRead(_ role: LineRole) -> Bool { role == .body || role == .note }

    private mutating func collectHyphenated(_ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) {
        var position = 0
        var line = 0
        while let hyphen = ByteChunks.first(.hyphen, in: bytes.span, position..<bytes.count) {
            position = hyphen + 1
            while line < lines.count, lines[line].content.upperBound <= hyphen { line += 1 }
            guard line < lines.count else { return }
            let content = lines[line].content
            guard Self.isRead(roles[line]), content.contains(hyphen),
                let word = Self.wordAround(bytes, hyphen, content)
            else { continue }
            hyphenated.insert(Self.hash(bytes[word]))
            position = word.upperBound
        }
    }

    /// The words broken at line ends that also stand with a hyphen, as they would be in one piece, with their lengths.
    private func doubtfulWords(_ bytes: [UInt8], _ printed: [Range<Int>]) -> [UInt64: Int] {
        var doubtful: [UInt64: Int] = [:]
        for index in printed.indices.dropLast() where bytes[printed[index].upperBound - 1] == .hyphen {
            let (content, next) = (printed[index], printed[index + 1])
            let stem = bytes[content.lowerBound..<content.upperBound - 1].suffix(Self.longestWord)
            guard let word = Self.hashes(stem, bytes, next), hyphenated.contains(word.hyphenated),
                word.length <= Self.longestWord
            else { continue }
            doubtful[word.joined] = word.length
        }
        return doubtful
    }

    /// Looks at the words of a line that have one of the lengths, a bit each.
    private mutating func collect(
        _ wanted: [UInt64: Int], _ lengths: UInt64, _ bytes: [UInt8], _ content: Range<Int>
    ) {
        var start = content.lowerBound
        while start < content.upperBound {
            let end = ByteChunks.firstNoWord(in: bytes.span, start..<content.upperBound) ?? content.upperBound
            let length = end - start
            if length > 1, length <= Self.longestWord, lengths & (1 << UInt64(length)) != 0 {
                let hash = Self.hash(bytes[start..<end])
                if wanted[hash] != nil { inOnePiece.insert(hash) }
            }
            start = end + 1
        }
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

    // MARK: - Hashes

    /// Of the word that `stem` and the first word of `right` make, with and without a hyphen between; nil if it is longer
    /// than any.
    private static func hashes(
        _ stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>
    ) -> (hyphenated: UInt64, joined: UInt64, length: Int)? {
        let stem = stem.span
        let source = source.span
        var start = stem.count
        while start > 0, stem[start - 1].isWord || stem[start - 1] == .hyphen { start -= 1 }
        var end = right.lowerBound
        while end < right.upperBound, source[end].isWord || source[end] == .hyphen { end += 1 }
        guard end - right.lowerBound <= longestWord else { return nil }
        var joined = offsetBasis
        for index in start..<stem.count { add(stem[index], to: &joined) }
        var hyphenated = joined
        add(.hyphen, to: &hyphenated)
        for index in right.lowerBound..<end {
            add(source[index], to: &joined)
            add(source[index], to: &hyphenated)
        }
        return (hyphenated, joined, stem.count - start + end - right.lowerBound)
    }

    private static let offsetBasis: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ word: ArraySlice<UInt8>) -> UInt64 {
        var hash = offsetBasis
        for byte in word { add(byte, to: &hash) }
        return hash
    }

    @inline(__always)
    private static func add(_ byte: UInt8, to hash: inout UInt64) {
        hash = (hash ^ UInt64(byte.isUpperASCII ? byte | 0x20 : byte)) &* 0x0000_0100_0000_01B3
    }
}
