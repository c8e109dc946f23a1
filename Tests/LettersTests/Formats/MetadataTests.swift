import References
import TestSupport
import Testing

@testable import Letters

/// What files beside a letter say of it.
@Suite struct MetadataTests {
    private let text =
        "Aan de Voorzitter van de Tweede Kamer der Staten-Generaal\n\nDen Haag, 22 januari 2021\n\nEen zin.\n"

    private func letter(_ companions: [Companion], path: String = "brief.txt") -> Letter {
        LetterParser().parse(SourceText(path: path, bytes: Array(text.utf8), companions: companions))
    }

    private func sidecar(_ json: String) -> Companion {
        Companion(kind: .sidecar, path: "brief.meta.json", bytes: Array(json.utf8))
    }

    private func official(_ fields: String, name: String = "metadata.xml") -> Companion {
        Companion(
            kind: .officialMetadata, path: name, bytes: Array("<metadata_gegevens>\(fields)</metadata_gegevens>".utf8))
    }

    private func field(_ name: String, _ content: String) -> String {
        "<metadata name=\"\(name)\" scheme=\"\" content=\"\(content)\"/>"
    }

    @Test func aSidecarGivesWhatTheLetterDoesNotSay() {
        let letter = letter([
            sidecar(
                #"{"id": "31 293, nr. 573", "sessionYear": "2020-2021", "dossiers": [{"number": "31293", "title": "Primair Onderwijs"}]}"#
            )
        ])
        #expect(letter.id == PaperID("kst-31293-573"))
        #expect(letter.identity.origin == .sidecar)
        #expect(letter.head.sessionYear == "2020-2021")
        #expect(letter.head.dossiers.map(\.title) == ["Primair Onderwijs"])
        #expect(letter.head.number == "573")
        #expect(letter.diagnostics == [])
    }

    @Test func otherIDsOfAPaperComeFromItsIDAndFromASidecar() {
        let told = letter([sidecar(#"{"id": "kst-31497-475", "aliases": ["33 106, AA", "kst-31497-475"]}"#)])
        #expect(told.identity.aliases == [PaperID(canonical: "kst-33106-AA")])
        let derived = letter([sidecar(#"{"id": "kst-31700-VI-D", "sessionYear": "2008-2009"}"#)])
        #expect(derived.identity.aliases == [PaperID(canonical: "kst-20082009-31700-VI-D")])
    }

    @Test func whereASidecarDiffersFromTheLetterItIsTold() {
        let letter = letter([sidecar(#"{"date": "2021-01-23"}"#)])
        #expect(letter.head.date == "2021-01-22")
        #expect(letter.diagnostics.map(\.kind) == [.metadataConflict])
        #expect(letter.diagnostics.first?.detail.contains("brief.meta.json") == true)
    }

    @Test(arguments: ["{", "[]", #"{"id": 5}"#, #"{"id": "geen id"}"#, #"{"aliases": ["geen id"]}"#, "\u{0}"])
    func aBrokenSidecarIsToldAndCostsNothingElse(json: String) {
        let letter = letter([sidecar(json)])
        #expect(letter.diagnostics.map(\.kind) == [.metadataConflict])
        #expect(letter.head.date == "2021-01-22")
    }

    @Test func officialMetadataGiveTheIdentity() {
        let letter = letter([
            official(
                field("DC.identifier", "kst-31293-573") + field("OVERHEIDop.dossiernummer", "31293")
                    + field("OVERHEIDop.dossiertitel", "Primair Onderwijs")
                    + field("OVERHEIDop.vergaderjaar", "2020-2021")
                    + field("OVERHEIDop.datumBrief", "2021-01-22") + field("OVERHEIDop.documenttitel", "Brief"))
        ])
        #expect(letter.id == PaperID("kst-31293-573"))
        #expect(letter.identity.origin == .metadata)
        #expect(letter.head.title == "Brief")
        #expect(letter.diagnostics == [])
    }

    @Test func owmsMetadataSayTheSameInElements() {
        let text = """
            <owms-metadata><owmskern><dcterms.identifier>kst-31293-573</dcterms.identifier></owmskern>
            <oep><overheidop.vergaderjaar>2020-2021</overheidop.vergaderjaar><dcterms.modified>x</dcterms.modified></oep></owms-metadata>
            """
        let letter = letter([Companion(kind: .officialMetadata, path: "metadata_owms.xml", bytes: Array(text.utf8))])
        #expect(letter.id == PaperID("kst-31293-573"))
        #expect(letter.head.sessionYear == "2020-2021")
    }

    @Test func metadataOfAnotherPaperInTheFolderAreNotTaken() {
        let metadata = official(field("DC.identifier", "kst-31293-573"))
        #expect(letter([metadata], path: "kst-31497-408.txt").identity.origin == .contentHash)
        #expect(letter([metadata], path: "kst-31293-573/brief.txt").id == PaperID("kst-31293-573"))
    }

    @Test func metadataThatDifferFromTheHeadAreAConflictOfIdentity() {
        let text = "31 497 Passend onderwijs\n\nNr. 408 BRIEF VAN DE MINISTER VOOR BASISONDERWIJS\n\n" + text
        let source = SourceText(
            path: "brief.txt", bytes: Array(text.utf8), companions: [official(field("DC.identifier", "kst-31497-409"))])
        let letter = LetterParser().parse(source)
        #expect(letter.id == PaperID("kst-31497-409"))
        #expect(letter.diagnostics.map(\.kind) == [.identityConflict])
    }
}
