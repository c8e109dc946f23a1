internal import CSnowball

/// Snowball's stemmer for Dutch, the one of Porter's kind.
///
/// Since Snowball 3.0 the name `dutch` means the algorithm of Kraaij and Pohlmann, which stems more; there the old one is
/// `dutch_porter`. It is asked for first, so that an index means the same on every machine.
/// Not for use by two threads at once.
@safe
final class DutchStemmer {
    // Made by sb_stemmer_new, ended in deinit, and used by nothing else.
    private let stemmer: OpaquePointer

    init() throws(AnalysisError) {
        let made = unsafe sb_stemmer_new("dutch_porter", "UTF_8") ?? sb_stemmer_new("dutch", "UTF_8")
        guard let made = unsafe made else { throw .unavailable(library: "Snowball", what: "stemmer for Dutch") }
        unsafe stemmer = made
    }

    deinit { unsafe sb_stemmer_delete(stemmer) }

    /// The stem of a folded word in UTF-8; the word itself if memory runs out.
    func stem(_ word: [UInt8]) -> [UInt8] {
        guard word.count <= WordFolding.longestTerm else { return word }
        return unsafe word.withUnsafeBufferPointer { bytes in
            // The result belongs to the stemmer and is copied before the stemmer is called again.
            guard let start = bytes.baseAddress,
                let result = unsafe sb_stemmer_stem(stemmer, start, Int32(bytes.count))
            else { return word }
            return unsafe Array(UnsafeBufferPointer(start: result, count: Int(sb_stemmer_length(stemmer))))
        }
    }
}
