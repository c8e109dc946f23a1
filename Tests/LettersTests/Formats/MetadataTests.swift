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

    private func damage(_ letter: Letter) -> [String] {
        letter.diagnostics.map { "\($0.kind) \($0.path ?? "-"):\($0.place.line):\($0.place.column) \($0.detail)" }
    }

    @Test(arguments: [
        ("{", "1:2 it is no JSON here"), ("{\n \"id\": }", "2:8 it is no JSON here"),
        ("[]", "1:1 it is no JSON object"),
        ("{\"date\": \"2021-01-22\",}", "1:23 it is no JSON here"), ("\u{0}", "1:1 it is no JSON here"),
        ("{\"a\\\"\": [[1.5e3, null]], \"b\": true} x", "1:37 it is no JSON here"),
        ("{\n \"id\": 5}", "2:2 id is not of the kind that parse prints"),
        ("{\"dossiers\": [{\"title\": \"x\"}]}", "1:2 dossiers is not of the kind that parse prints"),
        ("{\"id\": \"geen id\"}", "1:2 geen id is an id that no paper has"),
        ("{\n\n  \"aliases\": [\"geen id\"]}", "3:3 geen id is an id that no paper has"),
        ("{\"date\": \"22 januari 2021\"}", "1:2 22 januari 2021 is no date; write it as 2021-06-11"),
        ("{\"chamber\": \"Tweede Kamer\"}", "1:2 Tweede Kamer is no chamber; write tk or ek"),
        ("{\"datum\": \"2021-01-22\"}", "1:2 datum is none of the keys that parse prints"),
    ])
    func whatIsWrongWithASidecarIsToldAtItsPlaceInItAndCostsNothingElse(json: String, expected: String) {
        let letter = letter([sidecar(json)])
        #expect(damage(letter) == ["metadataDamage brief.meta.json:\(expected)"])
        #expect(letter.head.date == "2021-01-22")
    }

    @Test func theRestOfASidecarIsTaken() {
        let letter = letter([sidecar(#"{"id": "kst-31293-573", "chamber": "x", "sessionYear": "2020-2021"}"#)])
        #expect(letter.id == PaperID("kst-31293-573"))
        #expect(letter.head.sessionYear == "2020-2021")
        #expect(letter.diagnostics.count == 1)
    }

    @Test(arguments: [
        ("<metadata_gegevens>\n<metadata name=\"DC.identifier\" content=\"kst-31293-573\"/>\n<metadata", 3),
        ("<?xml version=\"1.0\"?>\n<!DOCTYPE m [<!ENTITY a \"b\">]>\n<metadata_gegevens/>", 2),
        ("<html><body><p>Helaas</p></body></html>", 1), ("", 1), ("geen xml", 1),
    ])
    func whatIsWrongWithOfficialMetadataIsToldAtItsPlaceInThem(xml: String, line: Int) {
        let letter = letter([Companion(kind: .officialMetadata, path: "metadata.xml", bytes: Array(xml.utf8))])
        #expect(letter.diagnostics.map(\.kind) == [.metadataDamage])
        #expect(letter.diagnostics.map(\.path) == ["metadata.xml"])
        #expect(letter.diagnostics.map(\.place.line) == [line])
    }

    @Test func conflictsStandWhereTheFileSaysIt() {
        let metadata = official("\n" + field("OVERHEIDop.datumBrief", "2021-01-23"))
        #expect(
            damage(letter([metadata])) == [
                "metadataConflict metadata.xml:2:70 metadata.xml gives 2021-01-23 as its date, the letter 2021-01-22"
            ])
        let sidecar = sidecar("{\n  \"date\": \"2021-01-23\"\n}")
        #expect(letter([sidecar]).diagnostics.map(\.place.line) == [2])
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

    private func searchRecord(_ id: String) -> String {
        """
        <sru:record xmlns:sru="http://docs.oasis-open.org/ns/search-ws/sruResponse"><sru:recordData><gzd><originalData><meta>
        <owmskern><identifier>\(id)</identifier><title>Kamerbrief</title>
        <type scheme="OVERHEIDop.KamerstukTypen">Brief</type><creator scheme="OVERHEID.StatenGeneraal">Tweede Kamer</creator></owmskern>
        <owmsmantel><date>2021-01-22</date></owmsmantel>
        <tpmeta><dossiernummer>31293</dossiernummer><dossiertitel>Primair Onderwijs</dossiertitel><ondernummer>573</ondernummer>
        <vergaderjaar>2020-2021</vergaderjaar></tpmeta></meta></originalData></gzd></sru:recordData></sru:record>
        """
    }

    private func search(_ records: [String], name: String = "searchrec.xml") -> Companion {
        let xml = "<searchRetrieveResponse><records>\(records.joined())</records></searchRetrieveResponse>"
        return Companion(kind: .officialMetadata, path: name, bytes: Array(xml.utf8))
    }

    @Test func aRecordOfTheOfficialSearchSaysTheSame() {
        let record = Companion(
            kind: .officialMetadata, path: "searchrec.xml", bytes: Array(searchRecord("kst-31293-573").utf8))
        for letter in [letter([record]), letter([search([searchRecord("kst-31293-573")])])] {
            #expect(letter.id == PaperID("kst-31293-573"))
            #expect(letter.head.dossiers.map(\.title) == ["Primair Onderwijs"])
            #expect(letter.head.number == "573")
            #expect(letter.head.sessionYear == "2020-2021")
            #expect(letter.head.kind == "brief")
            #expect(letter.head.chamber == .tk)
            #expect(letter.diagnostics == [])
        }
    }

    @Test func ofSeveralRecordsTheOneOfTheLettersNameCounts() {
        let records = [searchRecord("kst-31497-408"), searchRecord("kst-31293-573")]
        #expect(letter([search(records)], path: "kst-31293-573.txt").id == PaperID("kst-31293-573"))
        let unnamed = letter([search(records)])
        #expect(unnamed.identity.origin == .contentHash)
        #expect(
            damage(unnamed) == [
                "metadataDamage searchrec.xml:1:1 it tells of 2 papers, of which none has the letter's name"
            ])
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
