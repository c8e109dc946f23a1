/// The stems of the words met so far: a text has few words that it does not repeat.
final class StemCache {
    /// Words kept. Letters of ten years have more, but those are rare ones that need not be remembered.
    private static let limit = 1 << 16

    private let stemmer: DutchStemmer
    private var stems: [String: String?] = [:]

    init(stemmer: DutchStemmer) { self.stemmer = stemmer }

    /// The stem of a folded word, nil when it is the word itself.
    func stem(of word: String) -> String? {
        if let known = stems[word] { return known }
        let stem = newStem(of: word)
        if stems.count >= Self.limit { stems.removeAll(keepingCapacity: true) }
        stems[word] = .some(stem)
        return stem
    }

    private func newStem(of word: String) -> String? {
        var base = Array(word.utf8)
        // Numbers and ids have no stem.
        if base.contains(where: { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }) { return nil }
        // The plural and the genitive with an apostrophe: thema's, tlv's.
        if base.count > 2, base.suffix(2) == [UInt8(ascii: "'"), UInt8(ascii: "s")] { base.removeLast(2) }
        let stem = String(decoding: stemmer.stem(base), as: UTF8.self)
        return stem.isEmpty || stem == word ? nil : stem
    }
}
