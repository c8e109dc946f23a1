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
    private var letters = LettersByDate()

    public init(options: ReferenceScanner.Options = ReferenceScanner.Options()) {
        scanner = ReferenceScanner(options: options)
    }

    public mutating func read(_ bytes: [UInt8]) -> Findings {
        let scanned = scanner.findings(in: bytes)
        var references = forms.references(scanned, in: bytes)
        if scanned.motionPhrases.isEmpty, scanned.datedLetters.isEmpty {
            return Findings(references: references, statuses: [])
        }
        let links = Self.links(references, scanned.motionPhrases, in: bytes)
        let papers = links.map(\.paper)
        let found = motions.read(
            bytes, phrases: scanned.motionPhrases, statusWords: scanned.statusWords, links: papers)
        for (index, motion) in found.motions { references[links[index].reference].motion = motion }
        let again = found.namedAgain.map { Reference(namedAgain: $0.phrase, $0.papers, in: bytes) }
        references.insert(again)
        references.insert(letters.references(to: scanned.datedLetters, papers, in: bytes))
        return Findings(references: references, statuses: found.statuses)
    }

    /// Papers where the text names them or sets the marker of a note that does, ascending; and the index of the reference.
    ///
    /// The paper's own name in a page's foot is none, nor is the paper that a motion takes the place of.
    private static func links(
        _ references: [Reference], _ phrases: [MotionPhrase], in bytes: [UInt8]
    ) -> [(paper: MotionReader.Link, reference: Int)] {
        let ofText = references.indices.compactMap { index -> (paper: MotionReader.Link, reference: Int)? in
            let (range, relation) = (references[index].range, references[index].relation)
            guard relation != .own, relation != .replaces else { return nil }
            let targets = references[index].targets
            return (MotionReader.Link(position: range.lowerBound, end: range.upperBound, targets: targets), index)
        }
        let markers = NoteMarkers.find(behind: phrases, in: bytes)
        guard !markers.isEmpty else { return ofText }
        let ofNotes = markers.compactMap { marker -> (paper: MotionReader.Link, reference: Int)? in
            let named = references.indices.filter { marker.note.contains(references[$0].range.lowerBound) }
            guard let first = named.first else { return nil }
            let targets = named.flatMap { references[$0].targets }
            return (MotionReader.Link(position: marker.position, targets: targets), first)
        }
        return (ofText + ofNotes).sorted { $0.paper.position < $1.paper.position }
    }
}

extension Reference {
    /// A motion called by its movers once more.
    fileprivate init(namedAgain phrase: MotionPhrase, _ papers: [PaperID], in bytes: [UInt8]) {
        self.init(
            raw: String(decoding: bytes[phrase.range], as: UTF8.self), range: phrase.range,
            kind: papers.first?.kind ?? .kamerstuk, targets: papers, relation: .idem, confidence: Confidence.shortForm,
            motion: phrase.motion)
    }
}

extension [Reference] {
    /// Adds references in the order of the text, but for those that overlap others.
    fileprivate mutating func insert(_ others: [Reference]) {
        guard !others.isEmpty else { return }
        var merged: [Reference] = []
        var rest = self[...]
        for other in others where other.range.lowerBound >= merged.last?.range.upperBound ?? 0 {
            while let next = rest.first, next.range.upperBound <= other.range.lowerBound {
                merged.append(rest.removeFirst())
            }
            if rest.first?.range.overlaps(other.range) != true { merged.append(other) }
        }
        self = merged + rest
    }
}
