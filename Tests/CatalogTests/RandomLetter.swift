import Letters
import References
import TestSupport

/// Letters that hold everything that the model can hold, also what no parser makes.
struct RandomLetters {
    private var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func letter(id: String? = nil, path: String? = nil) -> Letter {
        let sections = list(0...4) { $0.section() }
        let notes = list(0...5) { $0.footnote() }
        return Letter(
            source: SourceInfo(
                path: path ?? text(), format: pick([.text, .html, .xml, .legacyXML, .pdf]),
                bytes: int(0...5000), sha256: text()),
            identity: Identity(
                id: id.map(PaperID.init(canonical:)) ?? paper(), origin: origin(),
                aliases: list(0...2) { $0.paper() },
                selfMentions: list(0...2) { SelfMention(id: $0.paper(), origin: $0.origin(), place: $0.place()) }),
            head: head(), pages: int(1...40), sections: sections, footnotes: notes,
            markers: list(0...5) {
                Marker(note: $0.int(0...60), place: $0.place(), anchor: $0.anchor(), before: $0.text())
            },
            mentions: list(0...6) { $0.mention() }, statuses: list(0...3) { $0.status() },
            datedLetters: list(0...2) { $0.datedLetter() },
            abbreviations: list(0...3) {
                Abbreviation(shortForm: $0.text(), longForm: $0.text(), place: $0.place())
            },
            diagnostics: list(0...2) {
                Diagnostic(
                    kind: $0.pick([.encodingDamage, .identityConflict, .headConflict, .metadataDamage]),
                    place: $0.place(),
                    path: $0.maybe { $0.text() }, detail: $0.text())
            })
    }

    mutating func bytes(_ count: Int) -> [UInt8] {
        let limit = UInt8(int(0...255))
        return (0..<count).map { _ in UInt8.random(in: 0...limit, using: &random) }
    }

    mutating func int(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }

    // MARK: - Parts

    private mutating func head() -> Head {
        Head(
            chamber: maybe { $0.pick([.tk, .ek]) }, sessionYear: maybe { $0.text() },
            dossiers: list(0...3) { generator in
                Head.Dossier(number: generator.text(), title: generator.maybe { $0.text() }, place: generator.place())
            },
            number: maybe { $0.text() }, kind: maybe { $0.text() }, title: maybe { $0.text() },
            sender: maybe { $0.text() }, addressee: maybe { $0.text() }, place: maybe { $0.text() },
            date: maybe { $0.text() },
            signatories: list(0...2) { generator in
                Head.Signatory(role: generator.text(), name: generator.maybe { $0.text() })
            },
            reference: maybe { $0.text() }, yourReference: maybe { $0.text() }, annexCount: maybe { $0.int(0...9) },
            annexes: list(0...2) { generator in
                Head.Annex(
                    number: generator.maybe { $0.text() }, title: generator.maybe { $0.text() },
                    place: generator.place())
            },
            origins: list(0...4) {
                Head.Origin(
                    field: $0.pick(Head.Field.allCases), source: $0.pick([.head, .footer, .signature, .option, .id]),
                    place: $0.place())
            })
    }

    private mutating func section() -> Section {
        Section(
            heading: maybe { $0.placedText() }, label: maybe { $0.text() }, level: int(0...5),
            blocks: list(0...4) { generator in
                Block(
                    kind: generator.pick([.paragraph, .listItem, .table, .caption, .quote]),
                    label: generator.maybe { $0.text() }, text: generator.placedText(),
                    rows: generator.list(0...3) { $0.list(0...3) { $0.text() } },
                    spans: generator.list(0...2) {
                        CellSpan(row: $0.int(0...9), column: $0.int(0...9), rows: $0.int(1...9), columns: $0.int(1...9))
                    })
            })
    }

    private mutating func footnote() -> Footnote {
        Footnote(number: int(0...99), text: placedText(), place: place(), isComplete: int(0...1) == 1)
    }

    private mutating func mention() -> Mention {
        let start = int(0...90)
        let reference = Reference(
            raw: text(), range: start..<start + int(0...40), kind: pick(Reference.Kind.allCases),
            targets: list(0...3) { $0.paper() }, alsoDossiers: list(0...2) { $0.text() },
            relation: pick([.cites, .annexOf, .replaces, .idem]), confidence: Double.random(in: 0...1, using: &random),
            warnings: list(0...2) {
                $0.pick([.truncated, .placeholder, .impossible, .partial, .rangeCut, .ambiguous])
            },
            candidates: list(0...2) { $0.paper() },
            motion: maybe { generator in
                Motion(
                    kind: generator.pick(Motion.Kind.allCases), movers: generator.list(0...2) { $0.text() },
                    hasOthers: generator.int(0...1) == 1)
            },
            sessionYear: maybe { $0.text() }, article: maybe { $0.text() })
        return Mention(reference: reference, place: place(), container: container())
    }

    private mutating func status() -> StatusMention {
        let start = int(0...90)
        let status = PaperStatus(
            kind: pick(PaperStatus.Kind.allCases), matter: pick(Motion.Kind.allCases), sentence: text(),
            range: start..<start + int(0...40), targets: list(0...2) { $0.paper() })
        return StatusMention(status: status, place: place(), container: container())
    }

    private mutating func datedLetter() -> DatedLetterMention {
        let start = int(0...90)
        let letter = DatedLetter(
            raw: text(), range: start..<start + int(0...40), date: text(), isOwn: int(0...1) == 1)
        return DatedLetterMention(letter: letter, place: place(), container: container())
    }

    private mutating func container() -> Mention.Container {
        int(0...1) == 0 ? .body(anchor()) : .footnote(index: int(0...9))
    }

    private mutating func placedText() -> PlacedText {
        let text = text()
        guard !text.isEmpty else { return PlacedText(text: text, runs: []) }
        let offsets = [0] + list(0...3) { $0.int(0...text.utf8.count) }.sorted()
        return PlacedText(text: text, runs: offsets.map { PlacedText.Run(textOffset: $0, place: place()) })
    }

    private mutating func anchor() -> Anchor {
        Anchor(section: int(0...5), block: maybe { $0.int(0...5) }, offset: int(0...500))
    }

    private mutating func place() -> Place {
        // Now and then numbers that no file has.
        if int(0...30) == 0 { return Place(byte: .max, line: .min, column: -1, page: 0) }
        return Place(byte: int(0...99_999), line: int(1...2000), column: int(1...120), page: int(1...40))
    }

    private mutating func paper() -> PaperID {
        PaperID(canonical: "kst-\(int(31_000...31_009))-\(int(1...5))")
    }

    private mutating func origin() -> Identity.Origin { pick([.option, .sidecar, .header, .footer, .contentHash]) }

    private mutating func text() -> String {
        let pieces = [
            "school", " ", "‘s-Gravenhage", "é", "e\u{301}", "«", "\0", "\u{1A}", "\u{1A}0", "\u{1A}1", "'", "\"", "\n",
            "🧑🏽‍🏫", "\u{FEFF}", "\u{202E}", "31 497", "\u{10FFFD}", "--", ";", "\\",
        ]
        return list(0...8) { $0.pick(pieces) }.joined()
    }

    // MARK: - Choices

    mutating func pick<Value>(_ values: [Value]) -> Value { values[int(0...values.count - 1)] }

    private mutating func maybe<Value>(_ make: (inout Self) -> Value) -> Value? {
        int(0...1) == 0 ? nil : make(&self)
    }

    private mutating func list<Value>(_ count: ClosedRange<Int>, _ make: (inout Self) -> Value) -> [Value] {
        var values: [Value] = []
        for _ in 0..<int(count) { values.append(make(&self)) }
        return values
    }
}
