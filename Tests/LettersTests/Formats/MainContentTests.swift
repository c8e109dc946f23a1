import Testing

@testable import Letters

/// Where on a page of any site the letter is.
@Suite struct MainContentTests {
    private static let letter = """
        <h1>Stand van zaken stikstof</h1>
        <p>Aan de Voorzitter van de Tweede Kamer der Staten-Generaal</p>
        <p>Den Haag, 12 mei 2022</p>
        <p>Op 3 maart heeft uw Kamer gevraagd naar de stand van zaken<sup><a href="#n1">1</a></sup> van het programma.</p>
        <p>De provincies werken aan hun gebiedsprogramma's en leveren die op 1 juli 2023 bij het Rijk in.</p>
        <p>De Minister voor Natuur en Stikstof,<br>Ch. van der Wal-Zeggelink</p>
        """
    private static let notes = "<ol><li id=\"n1\">Kamerstuk 35 334, nr. 700.</li></ol>"
    private static let menu =
        "<ul>" + (1...6).map { "<li><a href=\"/kamer/\($0)\">Onderdeel \($0)</a></li>" }.joined() + "</ul>"
    private static let search =
        "<form action=\"/zoek\"><label>Zoek in alle stukken</label><input name=q><button>Zoek</button></form>"
    private static let teaser =
        "<article><h2>Lees ook</h2><p>De minister schrijft over de wolf in een andere brief.</p></article>"

    private func read(_ body: String) -> Letter { FormLetters.parse("<html><body>\(body)</body></html>", .html) }

    private static let plain = FormLetters.parse("<html><body>\(letter)\(notes)</body></html>", .html)

    /// The page's letter, and not a word beside it.
    private func expectLetterAlone(_ page: String, _ location: SourceLocation = #_sourceLocation) {
        let read = read(page)
        #expect(FormLetters.outline(read) == FormLetters.outline(Self.plain), sourceLocation: location)
        #expect(FormLetters.notes(read) == ["1 Kamerstuk 35 334, nr. 700."], sourceLocation: location)
        #expect(FormLetters.markers(read) == ["1 zaken"], sourceLocation: location)
        #expect(read.head == Self.headWithPlaces(read), sourceLocation: location)
        #expect(!read.diagnostics.contains { $0.kind == .textLeftOut }, sourceLocation: location)
    }

    /// The head that the plain page gives, with the places of the letter that is held against it.
    private static func headWithPlaces(_ letter: Letter) -> Head {
        var head = plain.head
        head.origins = letter.head.origins
        return head
    }

    @Test func thePlainPageIsTheLetter() {
        #expect(Self.plain.head.title == "Stand van zaken stikstof")
        #expect(Self.plain.head.date == "2022-05-12")
        #expect(FormLetters.outline(Self.plain).count == 2)
    }

    @Test func aFormAroundTheWholePageIsNoSearchBox() {
        expectLetterAlone(
            "<form method=\"post\" action=\"./brief.aspx\" id=\"form1\"><input type=hidden name=__VIEWSTATE value=x>"
                + Self.menu + "<div>\(Self.letter)\(Self.notes)</div></form>")
    }

    @Test func aSearchFormIsNoText() { expectLetterAlone(Self.search + Self.letter + Self.notes) }

    @Test func anArticleThatAnnouncesSomethingElseIsNotTheLetter() {
        let read = read("<div>\(Self.letter)\(Self.notes)</div>" + Self.teaser)
        let outline = FormLetters.outline(read)
        for line in FormLetters.outline(Self.plain) { #expect(outline.contains(line)) }
        #expect(FormLetters.notes(read) == ["1 Kamerstuk 35 334, nr. 700."])
    }

    @Test(arguments: ["article", "main", "div id=\"content\"", "div role=\"main\""])
    func whatTheSiteCallsContentIsReadAlone(element: String) {
        let name = element.prefix { $0 != " " }
        expectLetterAlone(
            Self.menu + Self.teaser
                + "<\(element)>\(Self.letter)\(Self.notes)</\(name)><div>Volg ons op Mastodon.</div>")
    }

    @Test func notesOutsideTheArticleAreTheLettersNotes() {
        expectLetterAlone("<div><article>\(Self.letter)</article><footer>\(Self.notes)</footer></div>")
    }

    @Test func aHeadOutsideTheMainPartIsTheLettersHead() {
        let head = "<div>" + Self.letter.replacing("<p>Op 3", with: "</div><main><p>Op 3")
        let read = read(head + Self.notes + "</main>")
        #expect(read.head.date == "2022-05-12")
        #expect(read.head.title == "Stand van zaken stikstof")
        #expect(FormLetters.outline(read) == FormLetters.outline(Self.plain))
    }

    @Test func aTableThatSetsOutThePageIsNoTable() {
        expectLetterAlone(
            "<table><tr><td>\(Self.menu)</td><td>\(Self.letter)\(Self.notes)</td></tr></table>")
    }

    @Test func aTableOfFiguresStaysOne() {
        let read = read(
            Self.letter + "<table><tr><td><p>Provincie</p></td><td><p>Programma</p></td></tr></table>" + Self.notes)
        #expect(FormLetters.outline(read).contains("table - Provincie Programma"))
    }

    @Test func whatIsLeftOutOfMostOfAPageIsToldWithItsLine() {
        let other = (1...12).map { "<p>Dit is zin \($0) van een lang ander stuk over iets anders.</p>" }.joined()
        let page =
            "<html><body>\n<aside>\n\(other)</aside>\n<main>\(Self.letter)\(Self.notes)"
            + "<p>" + String(repeating: "Nog een zin van de brief. ", count: 40) + "</p></main></body></html>"
        let told = FormLetters.parse(page, .html).diagnostics.filter { $0.kind == .textLeftOut }
        #expect(told.map(\.place.line) == [3])
    }

    @Test func theTextOfAPageIsNeverLeftOutInSilence() {
        // Whatever holds the letter, it is read or a finding tells that it is not.
        for element in [
            "form", "nav", "aside", "footer", "div class=\"menu\"", "section", "fieldset", "center", "font",
        ] {
            let name = element.prefix { $0 != " " }
            let read = read("\(Self.teaser)<\(element)>\(Self.letter)</\(name)>\(Self.search)")
            #expect(
                FormLetters.outline(read).joined().contains("leveren die op 1 juli 2023")
                    || read.diagnostics.contains { $0.kind == .textLeftOut }, "\(element)")
        }
    }
}
