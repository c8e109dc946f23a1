import References

/// Finds the references in a letter's text and notes, `Idem` and its like among them, and what the letter says of the
/// motions that they name.
///
/// Works in steps: every text is scanned; short forms are resolved, where notes and text are two chains, since
/// `Ibid.` in a note repeats the note before, whatever the text says; links of the format join in; motions are bound to papers, of which a note behind
/// a marker may name the number.
struct MentionReader {
    private var texts: [Text] = []
    /// Index in `texts` of each footnote's text, if that holds anything.
    private var noteTexts: [Int: Int] = [:]

    /// A text in which the scan has found something.
    private struct Text {
        let placed: PlacedText
        let bytes: [UInt8]
        let container: Mention.Container
        let findings: ReferenceScanner.Findings
        var references: [Reference] = []

        var hasBindings: Bool { !findings.motionPhrases.isEmpty || !findings.datedLetters.isEmpty }
    }

    /// What is found: references in the order of the source, the rest in that of the texts.
    struct Findings {
        var mentions: [Mention] = []
        var statuses: [StatusMention] = []
        var datedLetters: [DatedLetterMention] = []
    }

    /// - Parameter links: what the format says to be references, in the order of the text.
    static func read(_ letter: Letter, links: [KnownLink] = []) -> Findings {
        var reader = MentionReader()
        reader.scan(letter)
        reader.resolve(letter)
        reader.merge(links)
        var findings = Findings()
        reader.bind(letter, into: &findings)
        findings.mentions = reader.mentions
        return findings
    }

    // MARK: - Steps

    private mutating func scan(_ letter: Letter) {
        for (number, section) in letter.sections.enumerated() {
            if let heading = section.heading { scan(heading, .body(Anchor(section: number, block: nil, offset: 0))) }
            for (block, content) in section.blocks.enumerated() {
                scan(content.text, .body(Anchor(section: number, block: block, offset: 0)))
            }
        }
        for (index, note) in letter.footnotes.enumerated() {
            noteTexts[index] = texts.count
            scan(note.text, .footnote(index: index))
        }
    }

    private mutating func scan(_ placed: PlacedText, _ container: Mention.Container) {
        let bytes = Array(placed.text.utf8)
        texts.append(
            Text(
                placed: placed, bytes: bytes, container: container,
                findings: ReferenceScanner().findings(in: bytes)))
    }

    private mutating func resolve(_ letter: Letter) {
        var forms = ShortFormResolver()
        for (index, note) in letter.footnotes.enumerated() {
            if let text = noteTexts[index] { forms.announce(note: note.number, texts[text].findings) }
        }
        for index in texts.indices {
            let note: Int? =
                if case .footnote(let index) = texts[index].container { letter.footnotes[index].number } else { nil }
            texts[index].references = forms.references(texts[index].findings, in: texts[index].bytes, note: note)
        }
    }

    /// Makes one reference of a link and the words around it.
    private mutating func merge(_ links: [KnownLink]) {
        guard !links.isEmpty else { return }
        for index in texts.indices {
            let placed = texts[index].placed
            texts[index].references = LinkMerger.merged(
                texts[index].references, LinkMerger.links(in: placed, of: links), in: placed.text)
        }
    }

    /// Binds motions and letters named by their dates to papers; a note's papers stand where its marker does.
    private mutating func bind(_ letter: Letter, into findings: inout Findings) {
        guard texts.contains(where: \.hasBindings) else { return }
        let spots = zip(letter.markersOfFootnotes, letter.footnotes.indices).compactMap(Self.spot)
        let markers = Dictionary(grouping: spots) { $0.anchor.spot }
        var motions = MotionReader()
        for index in texts.indices where texts[index].hasBindings {
            let text = texts[index]
            let links = links(of: index, markers)
            let papers = links.map { MotionReader.Link(position: $0.position, targets: targets(of: $0)) }
            let found = motions.read(
                text.bytes, phrases: text.findings.motionPhrases, statusWords: text.findings.statusWords,
                links: papers)
            for (number, motion) in found.motions {
                texts[links[number].text].references[links[number].reference].motion = motion
            }
            findings.statuses += found.statuses.compactMap { StatusMention($0, in: text.placed, text.container) }
            findings.datedLetters += text.findings.datedLetters
                .filter { !MotionReader.isLinked($0.range.upperBound, in: text.bytes, to: papers) }
                .compactMap { DatedLetterMention($0, in: text.placed, text.container) }
        }
    }

    // MARK: - Papers where they are linked

    private struct NoteSpot {
        var anchor: Anchor
        var footnote: Int
    }

    private struct Link {
        /// Index in `texts`, and of the reference there.
        var text: Int
        var reference: Int
        /// In the text that is read.
        var position: Int
    }

    private static func spot(_ marker: Marker?, _ footnote: Int) -> NoteSpot? {
        marker.map { NoteSpot(anchor: $0.anchor, footnote: footnote) }
    }

    /// The references of a text and the notes whose markers stand in it, by their places.
    private func links(of index: Int, _ markers: [Anchor: [NoteSpot]]) -> [Link] {
        var links = texts[index].references.indices.map { number in
            Link(text: index, reference: number, position: texts[index].references[number].range.lowerBound)
        }
        guard case .body(let anchor) = texts[index].container else { return links }
        links += markers[anchor.spot, default: []].compactMap { link(to: $0) }
        return links.sorted { $0.position < $1.position }
    }

    private func link(to spot: NoteSpot) -> Link? {
        guard let text = noteTexts[spot.footnote], !texts[text].references.isEmpty else { return nil }
        return Link(text: text, reference: 0, position: spot.anchor.offset)
    }

    /// The papers of one reference; of a note all that it names.
    private func targets(of link: Link) -> [PaperID] {
        if case .body = texts[link.text].container { return texts[link.text].references[link.reference].targets }
        return texts[link.text].references.flatMap(\.targets)
    }

    // MARK: - Result

    private var mentions: [Mention] {
        var mentions: [Mention] = []
        for text in texts {
            // Where a paper names itself in a page's head or foot, it cites nothing.
            for reference in text.references where reference.relation != .own {
                guard let place = text.placed.place(at: reference.range.lowerBound) else { continue }
                let container = text.container.at(reference.range.lowerBound)
                mentions.append(Mention(reference: reference, place: place, container: container))
            }
        }
        return mentions.sorted { $0.place.byte < $1.place.byte }
    }
}

extension Anchor {
    /// The text that holds it.
    fileprivate var spot: Anchor { Anchor(section: section, block: block, offset: 0) }
}

extension Mention.Container {
    /// The same text, at an offset.
    fileprivate func at(_ offset: Int) -> Mention.Container {
        switch self {
        case .body(let anchor): .body(Anchor(section: anchor.section, block: anchor.block, offset: offset))
        case .footnote: self
        }
    }
}

extension StatusMention {
    fileprivate init?(_ status: PaperStatus, in text: PlacedText, _ container: Mention.Container) {
        guard let place = text.place(at: status.range.lowerBound) else { return nil }
        self.init(status: status, place: place, container: container.at(status.range.lowerBound))
    }
}

extension DatedLetterMention {
    fileprivate init?(_ letter: DatedLetter, in text: PlacedText, _ container: Mention.Container) {
        guard let place = text.place(at: letter.range.lowerBound) else { return nil }
        self.init(letter: letter, place: place, container: container.at(letter.range.lowerBound))
    }
}
