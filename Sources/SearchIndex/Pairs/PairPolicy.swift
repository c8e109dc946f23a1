/// Which words of a field are so frequent that a segment keeps postings of every pair of them that stand side by side.
///
/// A phrase of two such words would else read most positions of both; with the pair it is one list.
struct PairPolicy: Sendable {
    /// A frequent word is in at least this share of the documents.
    var share = 0.7
    /// Frequent words of a field at most. The pair and a document's place in its window share 32 bits.
    var mostWords = 512
    /// Documents from which on a segment has pairs; in smaller ones reading positions costs little.
    var leastDocuments = 4_096

    /// Longer words are no frequent words, so that a length takes one byte.
    static let longestWord = 127

    static let never = PairPolicy(leastDocuments: .max)

    /// From how many documents on a word is frequent; `UInt32.max` when there are to be no pairs.
    ///
    /// - Parameter docFreqs: of the words in question; those of fewer documents than `leastDocFreq` may be left out.
    func threshold(docFreqs: [Int], documentCount: Int) -> UInt32 {
        guard documentCount >= leastDocuments else { return .max }
        let least = leastDocFreq(documentCount)
        let frequent = docFreqs.filter { $0 >= least }.sorted(by: >)
        guard frequent.count > mostWords else { return UInt32(least) }
        // Words that are as frequent as the first one too many are left out with it.
        return UInt32(frequent[mostWords]) + 1
    }

    func leastDocFreq(_ documentCount: Int) -> Int { max(1, Int((share * Double(documentCount)).rounded(.up))) }
}

/// The frequent words of one field of a segment that is being written.
struct FrequentWords {
    /// In the order of pairs as terms, for the first of a pair; see `PairTerm`.
    private let byFirst: [[UInt8]]
    /// In byte order, for the second of a pair.
    private let bySecond: [[UInt8]]
    /// Per word, as it was given, its place in those orders.
    let first: [UInt32]
    let second: [UInt32]

    var count: Int { byFirst.count }

    init(_ words: [[UInt8]]) {
        let bySecond = words.indices.sorted { precedes(words[$0], words[$1]) }
        let byFirst = bySecond.sorted { words[$0].count < words[$1].count }
        var first = [UInt32](repeating: 0, count: words.count)
        var second = first
        for (place, word) in byFirst.enumerated() { first[word] = UInt32(place) }
        for (place, word) in bySecond.enumerated() { second[word] = UInt32(place) }
        self.byFirst = byFirst.map { words[$0] }
        self.bySecond = bySecond.map { words[$0] }
        self.first = first
        self.second = second
    }

    /// The term of a pair, whose number is `first · count + second`.
    func term(ofPair pair: Int) -> [UInt8] { PairTerm.bytes(byFirst[pair / count], bySecond[pair % count]) }
}

/// How a pair of words is spelled as a term: the length of the first in a byte, the first, the second.
enum PairTerm {
    static func bytes(_ first: [UInt8], _ second: [UInt8]) -> [UInt8] { [UInt8(first.count)] + first + second }
}
