/// Reads plain text as a document: references with short forms and motions resolved, and what it says of motions.
///
/// Notes may stand in the text, on lines that begin with their numbers. State goes on from text to text, so a long
/// document can be read in parts that end where no reference does.
public struct TextReader: Sendable {
    /// What a text says; ranges are offsets in its UTF-8.
    public struct Findings: Hashable, Sendable {
        /// In the order of the text.
        public var references: [Reference]
        /// In the order of the text.
        public var statuses: [PaperStatus]
    }

    private let scanner: ReferenceScanner
    private var forms = ShortFormResolver(readsNoteLines: true)
    private var motions = MotionReader()

    public init(options: ReferenceScanner.Options = ReferenceScanner.Options()) {
        scanner = ReferenceScanner(options: options)
    }

    public mutating func read(_ bytes: [UInt8]) -> Findings {
        let scanned = scanner.findings(in: bytes)
        var references = forms.references(scanned, in: bytes)
        let links = references.map {
            MotionReader.Link(position: $0.range.lowerBound, end: $0.range.upperBound, targets: $0.targets)
        }
        let found = motions.read(
            bytes, phrases: scanned.motionPhrases, statusWords: scanned.statusWords, links: links)
        for (index, motion) in found.motions { references[index].motion = motion }
        return Findings(references: references, statuses: found.statuses)
    }
}
