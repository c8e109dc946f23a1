/// Documents with at least one of many terms.
///
/// Short lists are read at once into a bit a document of the segment, long ones window by window.
final class TermSetNode: DocNode {
    /// Lists that are so short are read at once.
    private static let shortList = 1_024

    private var long: [PostingsReader]
    private let words: [UInt64]
    private let documentCount: Int

    init(_ infos: [TermInfo], segment: LiveSegment) throws(IndexError) {
        documentCount = segment.reader.documentCount
        var long: [PostingsReader] = []
        var words: [UInt64] = []
        let short = ShortPostings(file: segment.reader.file, documentCount: documentCount)
        for info in infos {
            if info.docFreq > Self.shortList {
                long.append(try segment.reader.postings(of: info))
                continue
            }
            if words.isEmpty { words = Array(repeating: 0, count: (documentCount + 63) / 64) }
            if info.docFreq <= PostingsFormat.blockLength {
                try short.insert(info, into: &words)
                continue
            }
            var postings = try segment.reader.postings(of: info)
            try postings.next()
            while postings.doc != endOfPostings {
                words[Int(postings.doc / 64)] |= 1 << UInt64(postings.doc % 64)
                try postings.next()
            }
        }
        self.long = long
        self.words = words
        super.init(cost: infos.reduce(0) { $0 + $1.docFreq })
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        let first = Int(window.base / 64)
        for at in 0..<Int(DocWindow.length / 64) where first + at < words.count {
            window.insert(bits: words[first + at], ofWord: at)
        }
        try Self.fill(window, &long)
    }

    private static func fill(_ window: DocWindow, _ lists: inout [PostingsReader]) throws(IndexError) {
        for at in lists.indices { try lists[at].fill(window) }
    }

    private static func nextDoc(from doc: DocID, _ list: inout PostingsReader) throws(IndexError) -> DocID {
        try list.lowerBound(from: doc)
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID {
        var next = endOfPostings
        for at in long.indices { next = min(next, try Self.nextDoc(from: doc, &long[at])) }
        var at = Int(doc / 64)
        var mask = UInt64.max << UInt64(doc % 64)
        while at < words.count {
            let bits = words[at] & mask
            if bits != 0 { return min(next, DocID(64 * at + bits.trailingZeroBitCount)) }
            mask = .max
            at += 1
        }
        return next
    }
}
