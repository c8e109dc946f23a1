import References

/// A letter's text as its format gives it: lines, and what the format says of them outright.
///
/// Here all formats meet. Plain text says nothing of its lines, so each stage finds out for itself. A format that knows
/// (which lines are headings, where a note is called, what a reference points to) writes its text down line by line, as a
/// printer would, and says so in `structure`; a stage whose answer is known does not run. All later stages are the same
/// for every format.
struct MarkedText {
    /// UTF-8, valid or not.
    var bytes: [UInt8]
    /// From `bytes` to the file; nil where `bytes` are the file's own.
    var map: SourceMap?
    /// What is known of the lines; nil for plain text.
    var structure: KnownStructure?
    /// In the order of the text.
    var links: [KnownLink] = []
    var facts: [StatedFacts] = []
    var diagnostics: [Diagnostic] = []
}

/// What a format says of its lines.
struct KnownStructure {
    /// A line that is part of the letter's head is `.body` here and among `headLines`: the readers of heads read it.
    var roles: [LineRole]
    /// Page of each line, from 1.
    var pages: [Int]
    /// Lines that belong to the head even where no reader of heads knows them.
    var headLines = LineSet(count: 0)
    /// What lines are together; nil where they are still to be grouped, as the printed lines of a PDF.
    var blocks: [LineBlock]?
    /// Lines of headings that the format tells by their size, with their levels, where it does not tell blocks.
    var headings: [Int: Int] = [:]
    /// Lines that are rows of tables, with their cells, where the format does not tell blocks.
    var rows: [Int: [Range<Int>]] = [:]
    /// In the order of the text; nil where notes and markers are still to be found.
    var notes: [NoteZones.Note]? = []
    /// Where the number of each stands in the file.
    var notePlaces: [Place] = []
    /// In the order of the text.
    var markers: [KnownMarker] = []
    var signatories: [Head.Signatory] = []
    /// Where the first of them stands in the file.
    var signaturePlace: Place?
}

/// A marker that the format shows. Its sign stands in no line.
struct KnownMarker {
    var note: Int
    /// Where it hangs in `MarkedText.bytes`; of one in the body of a note, where that note is called.
    var byte: Int
    /// Where its sign stands in the file.
    var place: Place
    /// The word that carries it, where that stands in the body of a note.
    var before: String?
}

/// A stretch of text that the format says to name a paper.
struct KnownLink {
    /// In `MarkedText.bytes`.
    var range: Range<Int>
    var target: PaperID
}

/// What is said of a letter as a whole by its own elements, or by a file beside it.
struct StatedFacts {
    var source: Head.Origin.Source
    /// The file that says it, where that is not the letter's own.
    var path: String?
    var place = Place.start
    /// Where it says a part of the head, if that is known.
    var places: [Head.Field: Place] = [:]
    var id: PaperID?
    /// Further ids of the same paper, such as that of its twin in the other chamber.
    var aliases: [PaperID] = []
    var dossiers: [Head.Dossier] = []
    var number: String?
    var chamber: Head.Chamber?
    var sessionYear: String?
    var kind: String?
    var title: String?
    var date: String?
    /// The same, where it is said to be the day on which the letter was written and not that of its publication.
    var letterDate: String?
}
