import References
import TestSupport
import Testing

@testable import Letters

/// What holds for any sequence of lines that heads and signatures are made of.
@Suite struct HeadPropertyTests {
    private static let pieces = [
        "31 497 Passend onderwijs", "35 300 VIII", "21 501-20 Raad", "36 496 (R2194) Wet", "31 293", "Nr. 12",
        "Nr. 440 BRIEF VAN DE MINISTER VAN FINANCIËN", "AI1 VERSLAG VAN EEN OVERLEG", "HERDRUK1",
        "MOTIE VAN HET LID ROG",
        "EN WETENSCHAP", "Aan de Voorzitter van de Tweede Kamer", "der Staten-Generaal", "Den Haag, 3 mei 2020",
        "Vastgesteld 9 februari 2021", "Vergaderjaar 2020–2021", "Eerste Kamer der Staten-Generaal 1",
        "> Retouradres Postbus 1", "Onze referentie", "2018-0001", "Datum", "Datum 4 juli 2018", "4 juli 2018",
        "Betreft        Beleid van jaren          Bijlagen", "Bijlagen", "2", "Ministerie van Financiën", "Aan",
        "De voorzitter van de Tweede Kamer", "Geachte voorzitter,", "Hoogachtend,", "De Minister van Financiën,",
        "De Minister van A, De Staatssecretaris van B,", "A. Slob S. Dekker", "A. Slob", "Hugo de Jonge", "De Boer,",
        "De Minister van Financiën,        De Staatssecretaris van Defensie,", "W. Zalm        J. de Vries",
        "mede namens de Minister van X", "namens deze,", "mede namens", "De griffier van de commissie, A. de Wit",
        "Bijlage 1: Overzicht", "Bijlage A", "Voorzitter: Tellegen", "De tekst van de brief gaat over onderwijs.",
        "kst-31497-440", "Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 440 1", "1 Kamerstuk 31 497, nr. 3",
        "Datum publicatie", "Organisatie", "", "", "", "", "\u{C}", "•", "Een kop", "BRIEF VAN DE MINISTER",
    ]

    private func randomLetter(_ generator: inout SeededGenerator) -> Letter {
        let lines = (0..<Int.random(in: 0...60, using: &generator)).map { _ -> String in
            let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)]
            return Int.random(in: 0...9, using: &generator) == 0 ? "    \(piece)  " : piece
        }
        let options = LetterParser.Options(
            id: Bool.random(using: &generator) ? nil : PaperID(canonical: "kst-1-2"),
            date: Bool.random(using: &generator) ? nil : "2020-01-01")
        let source = SourceText(path: "random", bytes: Array(lines.joined(separator: "\n").utf8))
        return LetterParser().parse(source, options: options)
    }

    @Test func everyPartOfAHeadHasOneOriginAndNothingElseHasOne() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        let seed = generator.seed
        for _ in 0..<2_000 {
            let letter = randomLetter(&generator)
            let head = letter.head
            let present: [(Head.Field, Bool)] = [
                (.chamber, head.chamber != nil), (.sessionYear, head.sessionYear != nil),
                (.dossiers, !head.dossiers.isEmpty), (.number, head.number != nil), (.kind, head.kind != nil),
                (.title, head.title != nil), (.sender, head.sender != nil), (.addressee, head.addressee != nil),
                (.place, head.place != nil), (.date, head.date != nil), (.signatories, !head.signatories.isEmpty),
                (.reference, head.reference != nil), (.yourReference, head.yourReference != nil),
                (.annexCount, head.annexCount != nil),
            ]
            #expect(head.origins.map(\.field) == present.filter(\.1).map(\.0), "seed \(seed)")
            let texts =
                head.signatories.flatMap { [$0.role, $0.name ?? "-"] } + [head.title ?? "-", head.sender ?? "-"]
            let ragged = texts.filter { $0.hasPrefix(" ") || $0.hasSuffix(" ") || $0.hasSuffix(",") }
            #expect(ragged.isEmpty, "seed \(seed)")
        }
    }
}
