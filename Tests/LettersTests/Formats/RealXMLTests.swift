import References
import TestSupport
import Testing

@testable import Letters

/// Real papers, whole or abridged. What each says was written down by reading its source.
@Suite struct RealXMLTests {
    private func letter(_ name: String) throws -> Letter { try FormLetters.letter(name) }

    @Test func aLetterOf2023() throws {
        let letter = try letter("kst-28844-269.xml")
        #expect(letter.id == PaperID("kst-28844-269"))
        #expect(letter.head.date == "2023-07-07")
        #expect(letter.head.place == "Den Haag")
        #expect(letter.head.kind == "brief")
        #expect(letter.head.sessionYear == "2022-2023")
        #expect(letter.head.dossiers.map(\.title) == ["Integriteitsbeleid openbaar bestuur en politie"])
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister van Binnenlandse Zaken en Koninkrijksrelaties", name: "H.G.J. Bruins Slot")
            ])
        #expect(
            FormLetters.outline(letter) == [
                "1 - Inleiding",
                "paragraph - In het debat met de vaste commissie voor Binnenlandse Zaken over integriteit openbaar bestuur op 9 mei 2023 "
                    + "heb ik uw Kamer vóór het aanstaande zomerreces een brief toegezegd […]",
                "paragraph - […] (Handelingen II 2022/23, nr. 84, item 12) heb ik in reactie op Kamerlid Dassen toegezegd […]",
                "paragraph - Het is dan ook bijzonder lastig […], aldus Braun.",
                "paragraph - […] blijven beschikbaar via het online archief (https://www.rijksoverheid.nl/archief). […]",
            ])
        #expect(
            FormLetters.notes(letter) == [
                "1 Kamerstuk 28 844, nr. 266.",
                "6 Afwegingskader legitieme belangenvertegenwoordiging, blz. 48 (bijlage bij Kamerstuk 36 101, nr. 15).",
            ])
        #expect(FormLetters.markers(letter) == ["1 2023", "6 Braun"])
        #expect(
            FormLetters.targets(letter) == [
                "tekst cites h-tk-20222023-84-12: Handelingen II 2022/23, nr. 84, item 12",
                "noot 1 cites kst-28844-266: Kamerstuk 28 844, nr. 266",
                "noot 6 annexOf kst-36101-15: bijlage bij Kamerstuk 36 101, nr. 15",
            ])
        #expect(letter.diagnostics == [])
    }

    @Test func aMotionOf2022() throws {
        let letter = try letter("real/kst-35786-7.xml")
        #expect(letter.id == PaperID("kst-35786-7"))
        #expect(letter.head.kind == "motie")
        #expect(letter.head.date == "2022-03-30")
        #expect(letter.head.signatories.map(\.name) == ["Van der Graaf", "Maatoug", "Arib"])
        #expect(letter.sections.flatMap(\.blocks).count == 5)
        #expect(letter.diagnostics == [])
    }

    @Test func aMemorandumOnABudgetOf2020() throws {
        let letter = try letter("real/kst-35470-XIV-4.xml")
        #expect(letter.id == PaperID("kst-35470-XIV-4"))
        #expect(letter.head.date == "2020-05-20")
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister van Landbouw, Natuur en Voedselkwaliteit", name: "C.J. Schouten")
            ])
        #expect(
            FormLetters.outline(letter) == [
                "1 A ARTIKELGEWIJZE TOELICHTING BIJ HET WETSVOORSTEL", "2 - Wetsartikelen 1 tot en met 3",
                "listItem 1. de departementale begrotingsstaat van het Ministerie van Landbouw, Natuur en Voedselkwaliteit;",
                "listItem 2. de begrotingsstaat inzake het agentschap van dit ministerie;",
                "paragraph - De in de begrotingsstaten opgenomen begrotingsartikelen worden in onderdeel B van deze memorie van "
                    + "toelichting toegelicht.",
                "1 B ARTIKELGEWIJZE TOELICHTING BIJ DE BEGROTINGSARTIKELEN (SLOTVERSCHILLEN)", "2 1 Leeswijzer",
                "caption - Slotverschillen Artikel 11 per instrument (Bedragen x € 1 mln).",
                "table - Verplichtingen Uitgaven => 50 en < 200 ‒ 9,5",
            ])
        let table = letter.sections.flatMap(\.blocks).first { $0.kind == .table }
        #expect(table?.rows == [["", "Verplichtingen", "Uitgaven"], ["=> 50 en < 200", "", "‒ 9,5"]])
        #expect(letter.diagnostics == [])
    }

    @Test func aMemorandumWithNotesOf2016() throws {
        let letter = try letter("real/kst-34468-3.xml")
        #expect(
            FormLetters.outline(letter).filter { $0.first?.isNumber == true } == [
                "1 - ALGEMEEN DEEL", "2 - Consultatie", "3 - Huisvestingswet", "1 - ARTIKELSGEWIJZE TOELICHTING",
                "1 - ARTIKEL II (Huisvestingswet 2014)", "2 - Onderdeel A",
            ])
        #expect(
            FormLetters.notes(letter) == [
                "1 Kamerstukken II, 2009/10, 32 271, nr. 3, p. 42.",
                "2 Kamerstukken II, 2013/14, 32 271, nr. 13, p. 4.",
                "3 Kamerstukken I, 2013/14, 33 797, nr. C, p. 12, al. 3.", "4 Hoge Raad 26 april 1996, NJ 1996, 728.",
            ])
        #expect(FormLetters.markers(letter) == ["1 woonwagens", "2 koopwoningen", "3 woonruimte", "4 woningen"])
        #expect(
            FormLetters.targets(letter).filter { $0.contains("kst-") } == [
                "noot 1 cites kst-32271-3: Kamerstukken II, 2009/10, 32 271, nr. 3",
                "noot 2 cites kst-32271-13: Kamerstukken II, 2013/14, 32 271, nr. 13",
                "noot 3 cites kst-33797-C: Kamerstukken I, 2013/14, 33 797, nr. C",
            ])
        #expect(letter.diagnostics == [])
    }

    @Test func aMemorandumOf1995() throws {
        let letter = try letter("real/kst-24507-3.xml")
        #expect(letter.id == PaperID("kst-24507-3"))
        #expect(letter.head.chamber == .tk)
        #expect(letter.head.sessionYear == "1995-1996")
        #expect(
            letter.head.dossiers.map(\.title) == [
                "Wijziging van de Huurprijzenwet woonruimte, de Wet op de huurcommissies en de Wet individuele huursubsidie in "
                    + "verband met de zogenaamde huursombenadering"
            ])
        #expect(
            letter.sections.flatMap(\.blocks).map { "\($0.kind) \($0.label ?? "-")" } == [
                "paragraph -", "paragraph -", "paragraph -", "listItem –", "listItem –",
            ])
        #expect(
            letter.mentions.map { $0.reference.targets.map(\.rawValue) } == [
                ["kst-20691-2", "kst-20691-3"], ["kst-22592-1"],
            ])
        #expect(letter.diagnostics == [])
    }
}
