import Testing

@testable import Letters

/// What stands in no cleaned text is listed, and named.
@Suite struct RemovalTests {
    private let text = """
        31 497 Passend onderwijs
        Nr. 408 BRIEF VAN DE MINISTER VOOR BASIS- EN VOORTGEZET ONDERWIJS
        Aan de Voorzitter van de Tweede Kamer der Staten-Generaal
        Den Haag, 11 juni 2021

        Op het verzoek van uw commissie over de samen-
        werking in het onder\u{AD}wijs1 stuur ik u hierbij een reactie:
        • Er komt een norm.

        De Minister voor Basis- en Voortgezet Onderwijs en Media,
        A. Slob

        1 Kamerstuk 31 497, nr. 386


        kst-31497-408
        ISSN 0921 - 7371
        ’s-Gravenhage 2021 Tweede Kamer, vergaderjaar 2020–2021, 31 497, nr. 408 1
        """

    private func removals(_ text: String) -> [Removal] {
        LetterParser().explain(SourceText(path: "x", bytes: Array(text.utf8))).removals
    }

    @Test func eachIsNamedForWhatItIs() {
        let found = removals(text)
        #expect(
            found.map(\.kind) == [
                .head, .head, .head, .head, .lineHyphen, .invisible, .marker, .label, .signature, .signature,
                .noteNumber, .printersMark, .printersMark, .footer,
            ])
        let marker = found.first { $0.kind == .marker }
        #expect(marker?.text == "1")
        #expect(marker?.place.line == 7)
        #expect(marker?.place.column == 26)
    }

    @Test func aHyphenIsTheLastOfItsLineWhateverDoesNotShowBehindIt() {
        #expect(
            removals("De samen-\u{1}\nwerking en de samen-\u{200B}\nhang.\n").map(\.kind) == [
                .lineHyphen, .lineHyphen, .invisible,
            ])
    }

    @Test(arguments: ["[1]", "1", "1\u{AD}2"])
    func allOfAMarkerIsOne(marker: String) {
        let number = marker.filter(\.isNumber)
        let notes = (1...12).map { "\($0) Kamerstuk 31 497, nr. \($0 + 370)" }.joined(separator: "\n")
        let others = (1..<(Int(number) ?? 1)).map { "Dit is zin nummer zoveel van de brief\($0)." }.joined(
            separator: "\n")
        let found = removals("\(others)\nDit is beleid\(marker). En dat blijft het ook.\n\n\(notes)\n")
        #expect(!found.contains { $0.kind == .unexplained })
        #expect(
            found.last { $0.kind == .marker }?.text.filter(\.isNumber)
                == (marker.count == 3 && number.count == 2 ? "2" : number))
    }

    @Test func theWordsOfAHeadingAndItsLabelAreToldApart() {
        let paragraph =
            "Hierbij informeer ik u over de uitwerking van de motie van de leden over het\nvoorkomen daarvan."
        let found = removals("\(paragraph)\n\niv. Urgentie\n\n\(paragraph)\n")
        #expect(found.map(\.kind) == [.label])
        #expect(found.map(\.text) == ["iv."])
    }

    @Test func whatATextDoesNotHoldAnyMoreIsUnexplained() {
        let source = SourceText(path: "x", bytes: Array("Eerste zin hier.\n\nTweede zin daar.\n".utf8))
        var stages = Stages(source, LetterParser.Options(), hyphenLog: nil)
        stages.letter.sections[0].blocks.removeLast()
        #expect(stages.removals.removals.map(\.kind) == [.unexplained])
        #expect(stages.removals.removals.map(\.text) == ["Tweede zin daar."])
        stages.letter.sections[0].blocks.append(stages.letter.sections[0].blocks[0])
        let holdsTwice = stages.removals.holdsTwice
        #expect(holdsTwice)
    }

    @Test func theHeadingOverNotesIsNamed() {
        let found = removals(
            "Een zin.1 En nog een.2\n\nEindnoten\n\n1. Kamerstuk 31 497, nr. 1.\n2. Kamerstuk 31 497, nr. 2.\n")
        #expect(found.map(\.kind) == [.marker, .marker, .noteHeading, .noteNumber, .noteNumber])
    }
}
