/// Decides what a hyphen at the end of a line was.
///
/// Rules in order; in the five seeds 223 of 230 such hyphens are breaks within a word, so where nothing else decides the
/// word is joined.
struct HyphenRepair {
    enum Decision: Equatable {
        /// The word was broken: the hyphen goes.
        case join
        /// The hyphen belongs to the word (`PO-Raad`), the address or the bracket (`(leraren-)opleidingen`).
        case keep
        /// The hyphen stands for a word's second part that comes later (`po- en vo-ouders`).
        case keepWithSpace
    }

    /// Words with a hyphen inside a line, lower case: what the author writes with a hyphen.
    private let hyphenated: Set<[UInt8]>

    init(hyphenatedWords: Set<[UInt8]>) {
        hyphenated = hyphenatedWords
    }

    /// - Parameters:
    ///   - left: the word that ends in the hyphen, with the hyphen.
    ///   - source, right: the printed part of the line that follows.
    func decide(left: ArraySlice<UInt8>, _ source: [UInt8], right: Range<Int>) -> Decision {
        guard let first = right.first else { return .keep }
        let stem = left.dropLast()
        guard let beforeHyphen = stem.last else { return .keepWithSpace }
        let next = source[first]
        if isAddress(left) { return .keep }
        if !beforeHyphen.isWord { return .keep }
        if next == UInt8(ascii: ")") || next == .comma { return .keep }
        if isConjunction(source, right) { return .keepWithSpace }
        if next.isUpperASCII || next.isDigit || beforeHyphen.isDigit { return .keep }
        if isAcronym(stem) { return .keep }
        if isAttested(stem, source, right) { return .keep }
        return .join
    }

    /// Makes the end of a text ready for the line that follows: a space, or what became of its hyphen.
    func join(_ builder: inout PlacedTextBuilder, _ source: [UInt8], to next: Range<Int>) {
        guard builder.bytes.last == .hyphen else { return builder.addSpace() }
        switch decide(left: builder.lastWord, source, right: next) {
        case .join: builder.dropLastByte()
        case .keep: break
        case .keepWithSpace: builder.addSpace()
        }
    }

    private func isAddress(_ word: ArraySlice<UInt8>) -> Bool {
        let bytes = Array(word)
        let range = 0..<bytes.count
        return bytes.first(Array("://".utf8), in: range) != nil || bytes.first(Array("www.".utf8), in: range) != nil
            || bytes.contains(UInt8(ascii: "@"))
    }

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
        let tail = stem.reversed().prefix { $0.isWord }
        return tail.count == 1 || tail.allSatisfy { $0.isUpperASCII || $0.isDigit }
    }

    /// Whether the letter writes the same word with a hyphen in mid-line.
    private func isAttested(_ stem: ArraySlice<UInt8>, _ source: [UInt8], _ right: Range<Int>) -> Bool {
        guard !hyphenated.isEmpty else { return false }
        var end = right.lowerBound
        while end < right.upperBound, source[end].isWord || source[end] == .hyphen { end += 1 }
        let left = stem.reversed().prefix { $0.isWord || $0 == .hyphen }.reversed()
        let word = (Array(left) + [.hyphen] + source[right.lowerBound..<end]).map { $0.isUpperASCII ? $0 | 0x20 : $0 }
        return hyphenated.contains(word)
    }

    /// Collects the words that a letter writes with a hyphen inside a line.
    static func hyphenatedWords(_ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole]) -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for index in lines.indices where roles[index] == .body || roles[index] == .note {
            let content = lines[index].content
            var position = content.lowerBound
            while position < content.upperBound {
                if bytes[position] == .hyphen, let word = wordAround(bytes, position, content) {
                    words.insert(bytes[word].map { $0.isUpperASCII ? $0 | 0x20 : $0 })
                    position = word.upperBound
                }
                position += 1
            }
        }
        return words
    }

    /// The word around a hyphen that has letters on both sides; at most 60 bytes, which no Dutch compound passes.
    private static func wordAround(_ bytes: [UInt8], _ hyphen: Int, _ content: Range<Int>) -> Range<Int>? {
        guard hyphen > content.lowerBound, bytes[hyphen - 1].isLetter, hyphen + 1 < content.upperBound,
            bytes[hyphen + 1].isLetter
        else { return nil }
        var start = hyphen
        while start > content.lowerBound, bytes[start - 1].isWord || bytes[start - 1] == .hyphen { start -= 1 }
        var end = hyphen
        while end < content.upperBound, bytes[end].isWord || bytes[end] == .hyphen { end += 1 }
        return end - start <= 60 ? start..<end : nil
    }
}
