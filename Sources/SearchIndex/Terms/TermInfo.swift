/// What the term dictionary knows of a term: where its postings and positions lie in the file of its segment.
struct TermInfo: Equatable {
    /// Documents of the segment that hold the term, live and deleted.
    var docFreq: Int
    var postings: Range<Int>
    var positions: Range<Int>
}
