/// What the term dictionary knows of a term: its documents, and where its data lie in the file of its segment.
struct TermInfo: Equatable {
    /// Documents of the segment that hold the term, live and deleted.
    var docFreq: Int
    /// Number of the field; pairs of its words have its number too.
    var field: Int
    /// The data lie in the dictionary, positions among them.
    var isInline: Bool
    /// False for pairs of words, whose positions are those of the words.
    var hasPositions: Bool
    var postings: Range<Int>
    var positions: Range<Int>
}
