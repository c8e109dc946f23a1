import Testing

@testable import Letters

/// Notes under tables, apart from the numbered notes of the letter.
@Suite struct TableNotesTests {
    private let text = """
        De daling is het grootst op niveau 2. Volgens onderzoek speelt het aantrekken van de
        arbeidsmarkt hierin een dubbele rol voor wie zonder diploma een baan vindt.
        """
    private let table = """
        Tabel 1: Voortijdige schoolverlaters

        Soort 2012 a) 2013 2014 b)
        vmbo 3.812 3.405 3.221
        Totaal *) 27.950 25.970 24.449
        """

    private func notes(_ letter: Letter) -> [String] {
        letter.sections.flatMap(\.blocks).filter { $0.kind == .tableNote }
            .map { "\($0.label ?? "") \($0.text.text)" }
    }

    @Test func aSignThatTheTableHasOpensItsNote() {
        let parsed = letter(
            "\(text)\n\n\(table)\n\na) Exclusief groen onderwijs.\nb) Voorlopige indeling, die in het voorjaar van\n2017 is bijgesteld.\n*) Afgerond.\n\n\(text)\n"
        )
        #expect(
            notes(parsed) == [
                "a) Exclusief groen onderwijs.",
                "b) Voorlopige indeling, die in het voorjaar van 2017 is bijgesteld.", "*) Afgerond.",
            ])
        #expect(parsed.footnotes.isEmpty)
        #expect(parsed.blockTexts.count == 7)
    }

    @Test func aSignThatTheTableHasNotOpensAnItem() {
        let parsed = letter("\(text)\n\n\(table)\n\nc) een eerste punt;\nd) een tweede punt.\n\n\(text)\n")
        #expect(notes(parsed).isEmpty)
    }

    @Test func theTableEndsWithItsNotes() {
        let parsed = letter("\(text)\n\n\(table)\n*) Afgerond.\n2.2 Leningen\n\n\(text)\n")
        #expect(notes(parsed) == ["*) Afgerond."])
        #expect(parsed.headings == ["Leningen"])
    }

    @Test func aTableOfFiguresEndsBeforeAHeading() {
        let parsed = letter("\(text)\n\n\(table)\n\nMaaslijn\n\n\(text)\n")
        #expect(parsed.headings == ["Maaslijn"])
        #expect(parsed.sections.flatMap(\.blocks).first { $0.kind == .table }?.rows.count == 3)
    }

    @Test func aSentenceUnderTheTableIsText() {
        let parsed = letter("\(text)\n\n\(table)\n\nNa de tabel volgt tekst.\n\n\(text)\n")
        #expect(parsed.blockTexts.contains("Na de tabel volgt tekst."))
    }

    @Test func labelAndTextEachStandAtTheirPlace() {
        let parsed = letter("\(text)\n\n\(table)\n\n*) Afgerond.\n\n\(text)\n")
        let note = parsed.sections.flatMap(\.blocks).first { $0.kind == .tableNote }
        #expect(note?.text.start?.column == 4)
        #expect(note?.text.start?.line == 10)
    }
}
