import TestSupport
import Testing

@testable import Letters

/// The same letter as plain text, as official XML and as a web page; the forms are made by `scripts/forms`.
@Suite struct FormsTests {
    static let names = ["06-lnv-2023", "13-ocw-2024-120-noten", "29-jenv-2024-verwijzingen", "44-ienw-2020-formfeed"]

    static let forms = ["xml", "legacy", "html", "old html"]

    private func letters(_ name: String, _ form: String) throws -> (form: Letter, text: Letter) {
        let text = LetterParser().parse(try SourceText.read(path: Fixture.openLetter(name)))
        switch form {
        case "legacy": return (FormLetters.parse(Self.legacy(try source(name, "xml")), .legacyXML), text)
        case "old html": return (FormLetters.parse(Self.withoutLinks(try source(name, "html")), .html), text)
        default: return (try FormLetters.letter("forms/\(name).\(form)"), text)
        }
    }

    private func source(_ name: String, _ form: String) throws -> String {
        String(decoding: try FormLetters.source("forms/\(name).\(form)").bytes, as: UTF8.self)
    }

    /// Official XML with the elements that the publications of 1995 to 2009 have for the same.
    private static func legacy(_ xml: String) -> String {
        var notes = ""
        let note =
            #/<noot id="(?<id>[^"]*)"[^>]*><noot\.nr>(?<number>\d+)</noot\.nr><noot\.al>(?<text>.*?)</noot\.al></noot>/#
        var text = xml.replacing(note) { match in
            notes += "<voetnoot id=\"\(match.id)\" nr=\"\(match.number)\"><al>\(match.text)</al></voetnoot>\n"
            return "<voetref refid=\"\(match.id)\">\(match.number)</voetref>"
        }
        for (new, old) in [
            ("officiele-publicatie", "kamerwrk"), ("tussenkop", "tuskop"), ("kopopmaak", "letat"),
            ("ondertekening", "ondtek"),
        ] { text.replace(new, with: old) }
        return text.replacing("</kamerwrk>", with: notes + "</kamerwrk>")
    }

    /// A page whose notes are raised numbers at both ends, as pages had them before their numbers were links.
    private static func withoutLinks(_ html: String) -> String {
        html.replacing(#/<a class="nootnum"[^>]*>(?<number>\d+)</a>/#) { String($0.number) }
            .replacing(#/<a id="ID-\d+"></a>/#, with: "")
    }

    @Test(arguments: names, forms)
    func sectionsAndBlocksAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        #expect(differences(FormLetters.outline(letter), from: FormLetters.outline(text)) == [])
        #expect(
            letter.sections.map { $0.blocks.map(\.level) } == text.sections.map { $0.blocks.map(\.level) })
    }

    @Test(arguments: names, forms)
    func notesAndMarkersAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        #expect(differences(FormLetters.notes(letter), from: FormLetters.notes(text)) == [])
        #expect(differences(FormLetters.markers(letter), from: FormLetters.markers(text)) == [])
        #expect(letter.markers.map(\.anchor.section) == text.markers.map(\.anchor.section))
        #expect(letter.markers.map(\.anchor.block) == text.markers.map(\.anchor.block))
    }

    @Test(arguments: names, forms)
    func referencesAbbreviationsAndHeadAreThoseOfTheText(name: String, form: String) throws {
        let (letter, text) = try letters(name, form)
        #expect(differences(FormLetters.targets(letter), from: FormLetters.targets(text)) == [])
        #expect(letter.abbreviations.map(\.shortForm).sorted() == text.abbreviations.map(\.shortForm).sorted())
        #expect(letter.id == text.id)
        #expect(letter.head.date == text.head.date)
        #expect(letter.head.dossiers.map(\.number) == text.head.dossiers.map(\.number))
        #expect(letter.head.signatories == text.head.signatories)
    }
}
