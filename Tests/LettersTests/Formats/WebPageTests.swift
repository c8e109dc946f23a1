import References
import TestSupport
import Testing

@testable import Letters

/// Pages of officielebekendmakingen.nl, read by their classes.
@Suite struct OfficialPageTests {
    private let letter: Letter
    private let source: [UInt8]

    init() throws {
        letter = try FormLetters.letter("kst-31497-999.html")
        source = try FormLetters.source("kst-31497-999.html").bytes
    }

    @Test func headAndMetadataNameThePaper() {
        #expect(letter.source.format == .html)
        #expect(letter.id == PaperID("kst-31497-999"))
        #expect(letter.head.dossiers.map(\.title) == ["Passend onderwijs"])
        #expect(letter.head.sessionYear == "2021-2022")
        #expect(letter.head.origin(of: .sessionYear)?.source == .metadata)
        #expect(letter.head.title == "Brief over passend onderwijs")
        #expect(letter.head.date == "2022-02-01")
        #expect(
            letter.head.signatories == [
                .init(role: "De Minister voor Primair en Voortgezet Onderwijs", name: "A.D. Wiersma")
            ])
        #expect(letter.diagnostics == [])
    }

    @Test func onlyTheLetterIsRead() {
        let expected = [
            "1 1. Inleiding", "paragraph - Zoals toegezegd informeer ik u over passend onderwijs in 2022.",
            "listItem a. Eerste punt;", "listItem b. Tweede punt, met een vervolg.", "2 1.1 Cijfers",
            "caption - Tabel 1: Leerlingen", "table - Regio Leerlingen Noord po 900 vo 800",
        ]
        #expect(differences(FormLetters.outline(letter), from: expected) == [])
    }

    @Test func cellsThatSpanStandOnce() {
        let table = letter.sections.flatMap(\.blocks).first { $0.kind == .table }
        #expect(table?.rows == [["Regio", "Leerlingen", ""], ["Noord", "po", "900"], ["", "vo", "800"]])
        #expect(FormLetters.spans(letter) == ["0,1 1x2", "1,0 2x1"])
    }

    @Test func notesLoseTheirCrossesAndMarkersTheirDigits() {
        #expect(
            FormLetters.notes(letter) == [
                "1 Kamerstuk 31 497, nr. 371.", "2 Handelingen II 2020/21, nr. 46, item 31.",
            ])
        #expect(FormLetters.markers(letter) == ["1 toegezegd", "2 2022"])
        #expect(
            letter.mentions.map { $0.reference.targets.map(\.rawValue) } == [
                ["kst-31497-371"], ["h-tk-20202021-46-31"],
            ])
    }

    @Test func everyCharacterStandsWhereItsPlaceSays() {
        #expect(FormLetters.misplaced(letter, in: source) == [])
        for marker in letter.markers { #expect(source[marker.place.byte] == UInt8(ascii: "0") + UInt8(marker.note)) }
    }
}

/// Pages of questions to the government on officielebekendmakingen.nl.
@Suite struct QuestionPageTests {
    @Test func theNumbersOfQuestionsAreHeadings() {
        let letter = FormLetters.parse(
            """
            <html><body><article><div id="broodtekst" class="stuk"><h1 class="stuktitel">Vragen van het lid Voorbeeld</h1>
            <div class="vraag"><h2 class="stuktitel no-toc"><a id="d1" name="d1"></a>Vraag 1
            </h2><p>Wat vindt u van «Geen loon»?<a class="nootnum supernote-click-n1" href="#n1">1</a>
            <a class="nootnum supernote-click-n2" href="#n2">2</a></p></div>
            <div class="vraag"><h2 class="stuktitel no-toc"><a id="d2" name="d2"></a>Vraag 2
            </h2><p>Bent u bereid dit te veranderen?</p></div></div>
            <div id="noten"><div class="voet noot" id="n1"><h5 class="note-close">X Noot</h5><sup>1</sup><p>NRC.</p></div>
            <div class="voet noot" id="n2"><h5 class="note-close">X Noot</h5><sup>2</sup><p>Kamerstuk 31 765, nr. 5.</p></div>
            </div></article></body></html>
            """, .html)
        #expect(
            FormLetters.outline(letter) == [
                "1 - Vraag 1", "paragraph - Wat vindt u van «Geen loon»?", "1 - Vraag 2",
                "paragraph - Bent u bereid dit te veranderen?",
            ])
        #expect(FormLetters.markers(letter) == ["1 loon", "2 loon"])
        #expect(FormLetters.notes(letter) == ["1 NRC.", "2 Kamerstuk 31 765, nr. 5."])
    }
}

/// Web pages of any site, read by what HTML itself says.
@Suite struct WebPageTests {
    private func page(_ body: String) -> Letter { FormLetters.parse("<html><body>\(body)</body></html>", .html) }

    @Test func aPageOfTheTweedeKamerIsALetter() throws {
        let letter = try FormLetters.letter("brief-regering.html")
        #expect(letter.id == PaperID("kst-35334-750"))
        #expect(letter.head.title == "Stand van zaken stikstof")
        #expect(letter.head.date == "2022-05-12")
        #expect(letter.head.signatories.map(\.name) == ["Ch. van der Wal-Zeggelink"])
        let expected = [
            "1 - Aanleiding",
            "paragraph - Op 3 maart heeft uw Kamer gevraagd naar de stand van zaken. De motie van het lid Bromet vraagt om meer.",
            "1 - Maatregelen", "listItem 1. Een eerste maatregel;", "listItem 2. een tweede.",
            "listItem • met een deel;", "quote - «Natuur kan niet wachten.»",
        ]
        #expect(differences(FormLetters.outline(letter), from: expected) == [])
        #expect(FormLetters.notes(letter) == ["1 Kamerstuk 35 334, nr. 700.", "2 Kamerstuk 35 925 XIV, nr. 44."])
        #expect(FormLetters.markers(letter) == ["1 zaken", "2 Bromet"])
    }

    @Test func scriptsFormsAndNavigationAreNoText() {
        let letter = page(
            "<nav>Menu</nav><script>if (a < b) { x() }</script><style>p {}</style><form>Zoek</form><p>Een zin.</p><footer>Voet</footer>"
        )
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin."])
    }

    @Test func entitiesAreTheCharactersTheyStandFor() {
        let letter = page("<p>Financi&euml;n &amp; caf&#233;: &lt;10&nbsp;%&hellip;</p>")
        #expect(FormLetters.outline(letter) == ["paragraph - Financiën & café: <10 %…"])
    }

    @Test func tagsThatAreNeverClosedDoNoHarm() {
        let letter = page("<p>Eerste.<p>Tweede <b>vet.<ul><li>Punt een<li>Punt twee</ul><p>Slot.")
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - Eerste.", "paragraph - Tweede vet.", "listItem • Punt een", "listItem • Punt twee",
                "paragraph - Slot.",
            ])
    }

    @Test func notesOfOldPagesAreFoundWithoutLinks() {
        let letter = page(
            """
            <h2>Kop</h2><p>Een zin.<sup>1</sup> Het terrein is 12 m<sup>2</sup> groot<sup><b>2</b></sup>.</p><p>Slot<sup>3)</sup></p>
            <hr><div class="noot"><h5 class="note-close">X Noot</h5><sup>1</sup><p>Kamerstuk 31 497, nr. 371.</p></div>
            <p><sup>2</sup> Idem, 3 m<sup>2</sup>.</p><table><tr><td><sup>3)</sup></td></tr></table><p><sup>3)</sup> Drie.</p>
            """)
        #expect(
            FormLetters.outline(letter).prefix(3) == [
                "1 - Kop", "paragraph - Een zin. Het terrein is 12 m2 groot.", "paragraph - Slot",
            ])
        #expect(FormLetters.notes(letter) == ["1 Kamerstuk 31 497, nr. 371.", "2 Idem, 3 m2.", "3 Drie."])
        #expect(FormLetters.markers(letter) == ["1 zin", "2 groot", "3 Slot"])
    }

    @Test func raisedNumbersWithoutNotesStayInTheText() {
        let letter = page("<p>Een zin<sup>1</sup> en nog een<sup>2</sup>.</p><p><sup>2</sup> Twee.</p>")
        #expect(FormLetters.outline(letter) == ["paragraph - Een zin1 en nog een2.", "paragraph - 2 Twee."])
        #expect(letter.footnotes.isEmpty)
    }

    @Test func anExponentIsNoMarker() {
        let letter = page("<p>Het terrein is 12 m<sup>2</sup> groot.</p>")
        #expect(FormLetters.outline(letter) == ["paragraph - Het terrein is 12 m2 groot."])
        #expect(letter.markers.isEmpty)
    }

    @Test func deepNestingLosesNoText() {
        let letter = page("<p>Ervoor.</p>" + String(repeating: "<div>", count: 500) + "<p>Diep</p><p>onder.</p>")
        #expect(FormLetters.outline(letter) == ["paragraph - Ervoor.", "paragraph - Diep onder."])
        let damage = letter.diagnostics.filter { $0.kind == .markupDamage }
        #expect(damage.map(\.place.line) == [1])
        #expect(damage.first?.detail.contains("nested more than 250 deep") == true)
    }

    @Test func nestingWithoutEndIsTakenFromAPageBeforeItsParserSeesIt() {
        let depth = 100_000
        let letter = page(
            "<p>Ervoor.</p>" + String(repeating: "<div>", count: depth) + "<p>Diep</p><p>onder.</p>"
                + String(repeating: "</b>", count: depth) + String(repeating: "</div>", count: depth) + "<p>Erna.</p>")
        #expect(
            FormLetters.outline(letter) == [
                "paragraph - Ervoor.", "paragraph - Diep", "paragraph - onder.", "paragraph - Erna.",
            ])
        let damage = letter.diagnostics.filter { $0.kind == .markupDamage }
        #expect(damage.first?.detail.contains("nested more than 250 deep") == true)
    }

    @Test(arguments: [
        "<title>Pagina niet gevonden | Overheid.nl</title>", "<title>404 Not Found</title>",
        "<title>Officiële bekendmakingen</title><h1>Het document kan niet worden gevonden</h1>",
        "<title>503 Service Temporarily Unavailable</title>", "<title>Fout 500</title>",
        "<title>x</title><h1>Kamerstuk 31 404, nr. 404</h1>",
    ])
    func theErrorPageOfASiteIsNoLetter(head: String) throws {
        let bytes = Array("<!DOCTYPE html>\n<html>\n\(head)<body><p>Helaas.</p></body></html>".utf8)
        if head.contains("Kamerstuk") {
            #expect(try FileFormat.format(of: bytes, path: "a.html") == .html)
        } else {
            #expect {
                try FileFormat.format(of: bytes, path: "a.html")
            } throws: { error in
                guard case LettersError.errorPage("a.html", 3, _) = error else { return false }
                return true
            }
        }
    }

    @Test(arguments: [
        "Brief regering : Onderhoud rijkswegen", "Storingen en onderhoud op het spoor",
        "Toegang geweigerd bij gemeentelijke loketten",
    ])
    func aLetterAboutFailuresIsALetter(title: String) throws {
        let page =
            "<html><title>\(title)</title><body><h1>\(title)</h1><p>Aan de voorzitter van de Tweede Kamer</p></body>"
        #expect(try FileFormat.format(of: Array(page.utf8), path: "a.html") == .html)
        let report =
            "<html><title>\(title)</title><body>" + String(repeating: "<p>Een alinea met tekst.</p>", count: 300)
        #expect(try FileFormat.format(of: Array(report.utf8), path: "a.html") == .html)
    }

    @Test(arguments: [
        "<h2>Het document is niet gevonden</h2><p>Het opgevraagde document (kst-1-2) kon niet worden gevonden.</p>",
        "<h1>Er ging iets mis</h1><p>Probeer het later opnieuw.</p>",
    ])
    func aPageThatSaysOnlyThatThereIsNoneIsNoLetter(body: String) throws {
        let page = "<html><head><title>Zoeken | Overheid.nl</title></head>\n<body>\(body)</body></html>"
        #expect {
            try FileFormat.format(of: Array(page.utf8), path: "a.html")
        } throws: { error in
            guard case LettersError.errorPage("a.html", 2, _) = error else { return false }
            return true
        }
    }

    @Test func menusOfAnyLengthMakeNoLetterOfAnErrorPage() throws {
        let menu = (0..<300).map { "<li><a href=\"/\($0)\">Onderwerp \($0) van de rijksoverheid</a></li>" }.joined()
        for body in ["<h1>Pagina niet gevonden</h1><p>Helaas.</p>", "<p>Er is een fout opgetreden.</p>"] {
            let page =
                "<html><head><title>Rijksoverheid</title></head>\n<body><nav>Menu</nav><ul>\(menu)</ul>\(body)</body></html>"
            #expect(throws: LettersError.self) { try FileFormat.format(of: Array(page.utf8), path: "a.html") }
        }
        let letter = "<html><body><ul>\(menu)</ul>" + String(repeating: "<p>Het stuk is niet gevonden.</p>", count: 30)
        #expect(try FileFormat.format(of: Array(letter.utf8), path: "a.html") == .html)
    }

    /// Their cost would be the square of their number.
    @Test func manyLineBreaksBeforeOneTextAreReadOnce() {
        let breaks = String(repeating: "<br>", count: 100_000)
        let letter = FormLetters.parse("<html><body><p>Voor.\(breaks)Na.</p></body></html>", .html)
        #expect(FormLetters.outline(letter) == ["paragraph - Voor.", "paragraph - Na."])
    }

    @Test func randomlyDamagedPagesNeverFail() throws {
        let source = try FormLetters.source("kst-31497-999.html").bytes
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        for _ in 0..<200 {
            var bytes = source
            for _ in 0..<Int.random(in: 1...8, using: &generator) {
                let spot = Int.random(in: 0..<bytes.count, using: &generator)
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: bytes[spot] = UInt8.random(in: 0...255, using: &generator)
                case 1: bytes.remove(at: spot)
                default: bytes.insert(contentsOf: bytes[spot...].prefix(20), at: spot)
                }
            }
            let letter = LetterParser().parse(SourceText(path: "a.html", bytes: bytes, format: .html))
            #expect(letter.sections.count >= 1)
        }
    }

    @Test(arguments: ["<ol class=\"footnotes\">|</ol>", "<section class=\"footnotes\"><hr><ol>|</ol></section>"])
    func notesAreFoundWhereSomeHaveLinksAndOthersNot(list: String) {
        let items = "<li id=\"fn1\">Eerste noot.</li><li id=\"fn2\">Tweede noot. <a href=\"#r2\">↩</a></li>"
        let page =
            "<html><body><p>Zin met noot.<sup>1</sup> En<sup><a href=\"#fn2\" id=\"r2\">[2]</a></sup> nog een.</p>"
            + list.replacing("|", with: items) + "</body></html>"
        let letter = FormLetters.parse(page, .html)
        #expect(letter.sections.flatMap(\.blocks).map(\.text.text) == ["Zin met noot. En nog een."])
        #expect(letter.footnotes.map(\.text.text) == ["Eerste noot.", "Tweede noot."])
        #expect(letter.markers.map(\.note) == [1, 2])
    }

    @Test func metaElementsGiveTheTitleAndFurtherDossiers() {
        let page = """
            <html><head><meta name="OVERHEIDop.dossiernummer" content="31497"><meta name="OVERHEIDop.dossiernummer" content="35925-VIII">
            <meta name="DC.title" content="Passend onderwijs; Brief regering; Titelbrief"></head><body><div id="broodtekst" class="stuk">
            <h1 class="dossiertitel">31 497 Passend onderwijs</h1><h1 class="stuktitel">Nr. 911 BRIEF VAN DE MINISTER VOOR VOORBEELDEN</h1>
            <p>Een zin.</p></div></body></html>
            """
        let letter = FormLetters.parse(page, .html)
        #expect(letter.head.title == "Titelbrief")
        #expect(letter.head.dossiers.map(\.number) == ["31497", "35925-VIII"])
    }
}
