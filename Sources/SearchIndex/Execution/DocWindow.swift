/// A set of documents out of 4,096 that follow one another, a bit each, and what each has scored so far.
///
/// The parts of a query are worked out window by window: a bit set of 512 bytes joins, intersects and counts 64 documents
/// an instruction, and stays in the nearest cache.
@safe
final class DocWindow {
    static let length: DocID = 4_096
    private static let wordCount = 64

    /// First document; a multiple of `length`.
    private(set) var base: DocID = 0

    /// Initialised memory from `init` until `deinit`: 64 words, and 4,096 scores where there are any. A place in it is
    /// taken modulo its size, so that every access is in bounds.
    private let words: UnsafeMutablePointer<UInt64>
    private let scores: UnsafeMutablePointer<Double>?

    init(hasScores: Bool) {
        unsafe words = .allocate(capacity: Self.wordCount)
        unsafe words.initialize(repeating: 0, count: Self.wordCount)
        if hasScores {
            let memory = UnsafeMutablePointer<Double>.allocate(capacity: Int(Self.length))
            unsafe memory.initialize(repeating: 0, count: Int(Self.length))
            unsafe scores = unsafe memory
        } else {
            unsafe scores = nil
        }
    }

    deinit {
        unsafe words.deallocate()
        unsafe scores?.deallocate()
    }

    var hasScores: Bool { unsafe scores != nil }

    /// One more than the last document.
    var end: DocID { base &+ Self.length }

    /// Empties the window and moves it to the documents around one.
    func move(to doc: DocID) {
        base = doc & ~(Self.length - 1)
        for at in 0..<Self.wordCount { self[word: at] = 0 }
    }

    /// Bits of 64 documents, counted from `base`.
    subscript(word word: Int) -> UInt64 {
        @inline(__always) get { unsafe words[word & 63] }
        @inline(__always) set { unsafe words[word & 63] = newValue }
    }

    // MARK: - Documents

    @inline(__always)
    func contains(_ doc: DocID) -> Bool { self[word: Int(doc &- base) &>> 6] &>> UInt64(doc & 63) & 1 != 0 }

    @inline(__always)
    func insert(_ doc: DocID) {
        let at = Int(doc &- base) &>> 6
        self[word: at] |= 1 &<< UInt64(doc & 63)
    }

    /// Inserts documents of one word of the window; those that are new have score 0.
    func insert(bits: UInt64, ofWord word: Int) {
        var new = hasScores ? bits & ~self[word: word] : 0
        self[word: word] |= bits
        while new != 0 {
            unsafe scores?[(64 &* word &+ new.trailingZeroBitCount) & 4_095] = 0
            new &= new &- 1
        }
    }

    @inline(__always)
    func remove(_ doc: DocID) {
        let at = Int(doc &- base) &>> 6
        self[word: at] &= ~(1 &<< UInt64(doc & 63))
    }

    /// Inserts a document, or adds to its score.
    @inline(__always)
    func insert(_ doc: DocID, score: Double) {
        guard let scores = unsafe scores else { return insert(doc) }
        let place = Int(doc &- base) & 4_095
        let bit = 1 as UInt64 &<< UInt64(place & 63)
        let word = self[word: place &>> 6]
        unsafe scores[place] = (word & bit == 0 ? 0 : scores[place]) + score
        self[word: place &>> 6] = word | bit
    }

    /// Adds to the score of a document that is in the set.
    @inline(__always)
    func add(_ score: Double, to doc: DocID) {
        guard let scores = unsafe scores else { return }
        unsafe scores[Int(doc &- base) & 4_095] += score
    }

    @inline(__always)
    func score(of doc: DocID) -> Double {
        guard let scores = unsafe scores else { return 0 }
        return unsafe scores[Int(doc &- base) & 4_095]
    }

    var isEmpty: Bool {
        var all: UInt64 = 0
        for at in 0..<Self.wordCount { all |= self[word: at] }
        return all == 0
    }

    var count: Int {
        var sum = 0
        for at in 0..<Self.wordCount { sum &+= self[word: at].nonzeroBitCount }
        return sum
    }

    /// Calls `body` for each document, ascending.
    @inline(__always)
    func forEach(_ body: (DocID) throws(IndexError) -> Void) throws(IndexError) {
        for at in 0..<Self.wordCount {
            var bits = self[word: at]
            while bits != 0 {
                let doc = base &+ DocID(truncatingIfNeeded: 64 &* at &+ bits.trailingZeroBitCount)
                bits &= bits &- 1
                try body(doc)
            }
        }
    }

    /// Calls `body` for each document of the words that hold `first` to before `end`, which the window covers, ascending.
    @inline(__always)
    func forEach(from first: DocID, to end: DocID, _ body: (DocID) throws(IndexError) -> Void) throws(IndexError) {
        let last = Int(end &- 1 &- base) &>> 6
        var at = Int(first &- base) &>> 6
        while at <= last {
            var bits = self[word: at]
            while bits != 0 {
                let doc = base &+ DocID(truncatingIfNeeded: 64 &* at &+ bits.trailingZeroBitCount)
                bits &= bits &- 1
                try body(doc)
            }
            at &+= 1
        }
    }

    /// The first document of the set that is not before `doc`, which the window covers; `nil` when there is none.
    func firstDoc(from doc: DocID) -> DocID? {
        var at = Int(doc &- base) &>> 6
        var bits = self[word: at] & (UInt64.max &<< UInt64(doc & 63))
        while bits == 0 {
            at &+= 1
            if at >= Self.wordCount { return nil }
            bits = self[word: at]
        }
        return base &+ DocID(truncatingIfNeeded: 64 &* at &+ bits.trailingZeroBitCount)
    }

    /// Documents of the words that hold `first` and `last`, which the window covers, and of those between.
    func count(ofWordsFrom first: DocID, through last: DocID) -> Int {
        var sum = 0
        var at = Int(first &- base) &>> 6
        while at <= Int(last &- base) &>> 6 {
            sum &+= self[word: at].nonzeroBitCount
            at &+= 1
        }
        return sum
    }

    // MARK: - Sets

    /// Takes the place and the documents of another window, all with score 0.
    func copyDocuments(of other: DocWindow) {
        base = other.base
        for at in 0..<Self.wordCount { self[word: at] = other[word: at] }
        guard hasScores else { return }
        for at in 0..<Self.wordCount {
            var bits = self[word: at]
            while bits != 0 {
                unsafe scores?[64 &* at &+ bits.trailingZeroBitCount] = 0
                bits &= bits &- 1
            }
        }
    }

    /// Adds the documents of another window; scores add up.
    func formUnion(_ other: DocWindow) {
        if hasScores {
            for at in 0..<Self.wordCount {
                var bits = other[word: at]
                while bits != 0 {
                    let doc = base &+ DocID(truncatingIfNeeded: 64 &* at &+ bits.trailingZeroBitCount)
                    bits &= bits &- 1
                    insert(doc, score: other.score(of: doc))
                }
            }
        } else {
            for at in 0..<Self.wordCount { self[word: at] |= other[word: at] }
        }
    }

    /// Keeps what is in the other window too; scores add up.
    func formIntersection(_ other: DocWindow) {
        for at in 0..<Self.wordCount { self[word: at] &= other[word: at] }
        addScores(of: other)
    }

    /// Adds the scores of the other window's documents to those that are in this one.
    func addScores(of other: DocWindow) {
        guard hasScores, other.hasScores else { return }
        for at in 0..<Self.wordCount {
            var bits = self[word: at] & other[word: at]
            while bits != 0 {
                let place = 64 &* at &+ bits.trailingZeroBitCount
                bits &= bits &- 1
                unsafe scores?[place] += other.score(of: base &+ DocID(truncatingIfNeeded: place))
            }
        }
    }

    func subtract(_ other: DocWindow) {
        for at in 0..<Self.wordCount { self[word: at] &= ~other[word: at] }
    }

    /// Inserts all documents below a number, with a score.
    func insertAll(below count: Int) {
        for at in 0..<Self.wordCount {
            let first = Int(base) + 64 * at
            guard first < count else { break }
            let bits: UInt64 = count - first >= 64 ? .max : 1 << UInt64(count - first) - 1
            insert(bits: bits, ofWord: at)
        }
    }
}
