/// What an element of an official publication is to a letter.
///
/// The names are those of the schemas of Officiële Publicaties (`op-xsd`, from 2010) and of the older `kamerwrk`; the same
/// name means the same in both.
enum XMLElement: UInt8 {
    /// Holds blocks and says nothing itself.
    case container
    /// A part of the text with a heading of its own: `divisie`, `bijlage`.
    case part
    /// Holds a label and a title: the heading of the part around it.
    case kop
    /// The label of what it stands in.
    case label
    /// The words of a heading, or of the dossier or paper.
    case title
    case paragraph
    /// A heading without a part of its own, whose look tells how high it stands.
    case subheading
    case list, item, itemLabel
    /// What a term means: stands behind it in its item.
    case definition
    /// A question to the government or its answer, under its number.
    case question
    case quote, caption
    case table, columnSpec, tableHead, row, cell
    case note, noteNumber
    /// The older form: a reference in the text, and a body elsewhere.
    case noteReference, noteBody
    case link
    case headLine, dossier, paperNumber
    /// The registry number of questions to the government.
    case questionNumber
    case signature, office, name
    /// Part of a word or line, parted from its neighbours by a space.
    case word
    /// Text in another letter.
    case inline
    /// Says something of the file, and is no text; `herdruk` (`h1`) would part a paper's number from its kind.
    case skipped
    case metadata
    case unknown

    init(_ name: String) { self = Self.vocabulary[name] ?? .unknown }

    private static let vocabulary: NameTable<XMLElement> = {
        let names: [(XMLElement, String)] = [
            (
                .container,
                """
                officiele-publicatie kamerstuk kamerwrk handelingen kamervragen aanhangsel staatsblad staatscourant \
                gemeenteblad provinciaalblad kamerstukkop stuk algemeen vrije-tekst tekst al-groep tekst-sluiting sluiting \
                voorstel-wet amendement motie body frontm wet-besluit wettekst aanhef considerans afkondiging wetsluiting \
                slotformulering gegeven dagtekening uitgifte nota-toelichting box definitielijst verslag \
                spreekbeurt noten-sectie brief regeling kamervraagkop circulaire zakelijke-mededeling intitule-groep \
                plaatje redactionele-aanvulling regeling-tekst preambule zakelijke-mededeling-tekst circulaire-tekst \
                bladgemeenschappelijkeregeling waterschapsblad tractatenblad amendement-lid wijzig-lid wijziging \
                voorstel-sluiting artikeltekst artikelen
                """
            ),
            (
                .part,
                "divisie bijlage hoofdstuk paragraaf afdeling titeldeel artikel onderdeel deel toelichting wijzig-artikel wijzig-divisie"
            ),
            (.kop, "kop"), (.label, "label nr"), (.title, "titel subtitel"),
            (
                .paragraph,
                """
                al noot.al considerans.al wij intitule koning plaats spreker kamervraagomschrijving \
                slotformulering.al titregel deze-publicatie wat
                """
            ),
            (.subheading, "tussenkop tuskop"), (.list, "lijst noot.lijst"),
            (.question, "vraag antwoord"), (.item, "li noot.li lid definitie-item"),
            (.itemLabel, "li.nr noot.li.nr lidnr term"), (.definition, "definitie"),
            (.quote, "citaat"), (.caption, "title bijschrift onderschrift bron"),
            (.table, "table tabel"), (.columnSpec, "colspec"), (.tableHead, "thead tbody tfoot tgroup"),
            (.row, "row"), (.cell, "entry"), (.note, "noot"), (.noteNumber, "noot.nr"),
            (.noteReference, "voetref"), (.noteBody, "voetnoot"), (.link, "extref intref dossierref"),
            (.headLine, "tekstregel datumtekst"), (.dossier, "dossier onderw"), (.paperNumber, "stuknr ltrlabel"),
            (.questionNumber, "kamervraagnummer"),
            (.signature, "ondertekening ondtek"), (.office, "functie"), (.name, "naam deze"),
            (
                .word,
                """
                dossiernummer dossiernr begrotingshoofdstuk rijkswetnummer nummer voornaam achternaam voorvoegsels politiek \
                ondernummer kamervraagonderwerp organisatie
                """
            ),
            (.inline, "nadruk sup inf datum vet cur ondlijn onl rom super sub"),
            (
                .skipped,
                "herdruk illustratie versie ordernr vergjaar witreg metadata-record inhoudsopgave officiele-inhoudsopgave"
            ),
            (.metadata, "metadata meta"),
        ]
        return NameTable(
            names.flatMap { element, words in words.split(separator: " ").map { (String($0), element) } })
    }()
}

/// Kinds of elements, one bit each.
struct XMLElementSet {
    private var bits: UInt64

    /// Those of another set, and one more.
    init(_ others: XMLElementSet?, _ element: XMLElement) { bits = (others?.bits ?? 0) | Self.bit(element) }

    func contains(_ element: XMLElement) -> Bool { bits & Self.bit(element) != 0 }

    /// There are fewer kinds than bits.
    private static func bit(_ element: XMLElement) -> UInt64 { 1 << UInt64(element.rawValue) }
}
