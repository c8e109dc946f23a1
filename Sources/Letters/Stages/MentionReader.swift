import References

/// Finds the references in a letter's text and notes, `Idem` and its like among them, and what the letter says of the
/// motions that they name.
///
/// Works in steps: every text is scanned; short forms are resolved, where notes and text are two chains, since `Ibid.`
/// in a note repeats the note before, whatever the text says; links of the format join in; motions are bound to papers,
/// of which a note behind a marker may name the number.
struct MentionReader {
    /// The texts of the letter: its sections, then its footnotes.
    private let texts: [LetterText]
    /// Index in `texts` of the first footnote's.
    private let firstNote: Int
    /// Texts that name motions or dated letters, which must be bound to papers, with what the scan has found in them.
    private var bound: [(text: Int, findings: ReferenceScanner.Findings)] = []
    /// The references of each text.
    private var references: [[Reference]] = []

    private init(_ texts: [LetterText], notes: Int) {
        self.texts = texts
        firstNote = texts.count - notes
    }

    /// What is found: references in the order of the source, the rest in that of the texts.
    struct Findings {
        var mentions: [Mention] = []
        var statuses: [StatusMention] = []
        var datedLetters: [DatedLetterMention] = []
    }

    /// - Parameters:
    ///   - texts: of the sections and, behind them, of the footnotes.
    ///   - links: what the format says to be references, in the order of the text.
    static func read(_ letter: Letter, _ texts: [LetterText], links: [KnownLink] = []) -> Findings {
        var reader = MentionReader(texts, notes: letter.footnotes.count)
        reader.readTexts(of: letter)
        reader.merge(links)
        var findings = Findings()
        reader.bind(letter, into: &findings)
        findings.mentions = reader.mentions
        return findings
    }

    /// What a sentence of the head refers to. No text of the letter holds it, so it hangs, without extent, on the start.
    static func mentions(inHead sentence: AssembledText) -> [Mention] {
        let found = ReferenceScanner().findings(in: sentence.bytes)
        var forms = ShortFormResolver()
        return forms.references(found, in: sentence.bytes, note: nil).compactMap { reference in
            guard let place = sentence.placed.place(at: reference.range.lowerBound) else { return nil }
            var reference = reference
            reference.range = 0..<0
            return Mention(
                reference: reference, place: place, container: .body(Anchor(section: 0, block: nil, offset: 0)))
        }
    }

    // MARK: - Steps

    /// Scans every text and resolves its short forms. The notes come first, since the text may repeat what one of them names.
    private mutating func readTexts(of letter: Letter) {
        let scanner = ReferenceScanner()
        var forms = ShortFormResolver()
        var ofNotes: [ReferenceScanner.Findings] = []
        ofNotes.reserveCapacity(letter.footnotes.count)
        let texts = texts
        for index in firstNote..<texts.count {
            let found = scanner.findings(in: texts[index].bytes)
            forms.announce(note: letter.footnotes[index - firstNote].number, found)
            ofNotes.append(found)
        }
        references.reserveCapacity(texts.count)
        for index in 0..<firstNote {
            let bytes = texts[index].placed.bytes
            let found = scanner.findings(in: bytes)
            references.append(forms.references(found, in: bytes, note: nil))
            bind(found, of: index)
        }
        for index in firstNote..<texts.count {
            let number = letter.footnotes[index - firstNote].number
            references.append(forms.references(ofNotes[index - firstNote], in: texts[index].bytes, note: number))
            bind(ofNotes[index - firstNote], of: index)
        }
    }

    private mutating func bind(_ found: ReferenceScanner.Findings, of text: Int) {
        if !found.motionPhrases.isEmpty || !found.datedLetters.isEmpty { bound.append((text, found)) }
    }

    /// Makes one reference of a link and the words around it.
    private mutating func merge(_ links: [KnownLink]) {
        guard !links.isEmpty else { return }
        for index in texts.indices {
            let placed = texts[index].placed
            references[index] = LinkMerger.merged(
                references[index], LinkMerger.links(in: placed, of: links), in: placed.bytes)
        }
    }

    /// Binds motions and letters named by their dates to papers; a note's papers stand where its marker does.
    private mutating func bind(_ letter: Letter, into findings: inout Findings) {
        guard !bound.isEmpty else { return }
        let spots = NoteSpots(letter)
        var motions = MotionReader()
        for (index, found) in bound {
            let text = texts[index]
            let links = links(of: index, spots)
            let papers = links.map { MotionReader.Link(position: $0.position, end: $0.end, targets: targets(of: $0)) }
            let read = motions.read(
                text.bytes, phrases: found.motionPhrases, statusWords: found.statusWords, links: papers)
            for (number, motion) in read.motions {
                references[links[number].text][links[number].reference].motion = motion
            }
            findings.statuses += read.statuses.compactMap { StatusMention($0, in: text.placed, text.container) }
            findings.datedLetters += found.datedLetters
                .filter { !MotionReader.isLinked($0.range.upperBound, in: text.bytes, to: papers) }
                .compactMap { DatedLetterMention($0, in: text.placed, text.container) }
        }
    }

    // MARK: - Papers where they are linked

    private struct Link {
        /// Index in `texts`, and of the reference there.
        var text: Int
        var reference: Int
        /// In the text that is read.
        var position: Int
        /// End of the reference there, unless a note holds it.
        var end: Int?
    }

    /// The references of a text and the notes whose markers stand in it, by their places.
    private func links(of index: Int, _ spots: NoteSpots) -> [Link] {
        // A page's foot names no motion, and what a motion takes the place of is not that motion.
        var links = references[index].indices.compactMap { number -> Link? in
            let (range, relation) = (references[index][number].range, references[index][number].relation)
            guard relation != .own, relation != .replaces else { return nil }
            return Link(text: index, reference: number, position: range.lowerBound, end: range.upperBound)
        }
        guard case .body(let anchor) = texts[index].container else { return links }
        links += spots.spots(in: anchor).compactMap { link(to: $0) }
        return links.sorted { $0.position < $1.position }
    }

    private func link(to spot: NoteSpots.Spot) -> Link? {
        let text = firstNote + spot.footnote
        guard !references[text].isEmpty else { return nil }
        return Link(text: text, reference: 0, position: spot.anchor.offset)
    }

    /// The papers of one reference; of a note all that it names.
    private func targets(of link: Link) -> [PaperID] {
        if case .body = texts[link.text].container { return references[link.text][link.reference].targets }
        return references[link.text].flatMap(\.targets)
    }

    // MARK: - Result

    private var mentions: [Mention] {
        var mentions: [Mention] = []
        for index in texts.indices where !references[index].isEmpty {
            let text = texts[index]
            // Where a paper names itself in a page's head or foot, it cites nothing.
            for reference in references[index] where reference.relation != .own {
                guard let place = text.placed.place(at: reference.range.lowerBound) else { continue }
                let container = text.container.at(reference.range.lowerBound)
                mentions.append(Mention(reference: reference, place: place, container: container))
            }
        }
        mentions.sort { $0.place.byte < $1.place.byte }
        return mentions
    }
}

/// Where the markers of footnotes stand, text by text.
private struct NoteSpots {
    struct Spot {
        var anchor: Anchor
        /// Index in `Letter.footnotes`.
        var footnote: Int
    }

    /// Ascending by their texts, and in each by their footnotes.
    private let spots: [Spot]

    init(_ letter: Letter) {
        let spots = letter.firstMarkers.enumerated().compactMap { footnote, marker in
            marker.map { Spot(anchor: letter.markers[$0].anchor, footnote: footnote) }
        }
        self.spots = spots.sorted {
            let (left, right) = (Self.key($0.anchor), Self.key($1.anchor))
            return left != right ? left < right : $0.footnote < $1.footnote
        }
    }

    /// Those in the text of an anchor. Logarithmic in all.
    func spots(in text: Anchor) -> ArraySlice<Spot> {
        let key = Self.key(text)
        var low = 0
        var high = spots.count
        while low < high {
            let middle = (low + high) / 2
            if Self.key(spots[middle].anchor) < key { low = middle + 1 } else { high = middle }
        }
        return spots[low...].prefix { Self.key($0.anchor) == key }
    }

    /// Section and block, a heading before its blocks.
    private static func key(_ anchor: Anchor) -> (Int, Int) { (anchor.section, anchor.block ?? -1) }
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
