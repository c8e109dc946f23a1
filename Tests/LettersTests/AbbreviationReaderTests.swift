import Foundation
import Letters
import TestSupport
import Testing

@Suite struct AbbreviationReaderTests {
    /// `short = long` for each definition.
    private func definitions(_ text: String) -> [String] {
        letter(text + "\n").abbreviations.map { "\($0.shortForm) = \($0.longForm)" }
    }

    @Test(arguments: [
        (
            "het Landelijk Expertise Centrum Speciaal Onderwijs (Lecso) blijkt",
            "Lecso = Landelijk Expertise Centrum Speciaal Onderwijs"
        ),
        ("de Minister van Justitie en Veiligheid (JenV) zal", "JenV = Justitie en Veiligheid"),
        (
            "de Wet ter voorkoming van witwassen en financieren van terrorisme (Wwft) geldt",
            "Wwft = Wet ter voorkoming van witwassen en financieren van terrorisme"
        ),
        (
            "steun aan Aruba, Curaçao en Sint Maarten (hierna: CAS-landen) en",
            "CAS-landen = Aruba, Curaçao en Sint Maarten"
        ),
        ("De Vereniging van Nederlandse Gemeenten (VNG) zal", "VNG = Vereniging van Nederlandse Gemeenten"),
        ("De Nederlandsche Bank (DNB) heeft", "DNB = De Nederlandsche Bank"),
        ("het Ministerie van Onderwijs, Cultuur en Wetenschap (OCW) heeft", "OCW = Onderwijs, Cultuur en Wetenschap"),
        ("een algemene maatregel van bestuur (AMvB) regelt", "AMvB = algemene maatregel van bestuur"),
        ("het op overeenstemming gericht overleg (oogo) tussen", "oogo = op overeenstemming gericht overleg"),
        ("de Algemene Inlichtingen- en Veiligheidsdienst (AIVD)", "AIVD = Algemene Inlichtingen- en Veiligheidsdienst"),
        (
            "de Nederlandse Organisatie voor Wetenschappelijk Onderzoek (NWO)",
            "NWO = Nederlandse Organisatie voor Wetenschappelijk Onderzoek"
        ),
        ("de Rijksdienst voor Ondernemend Nederland (RVO) voert", "RVO = Rijksdienst voor Ondernemend Nederland"),
        ("voor thermische energie uit afvalwater (TEA) is", "TEA = thermische energie uit afvalwater"),
        ("het «Nationaal Programma Onderwijs» (NPO) loopt", "NPO = Nationaal Programma Onderwijs"),
        ("de Economische Éénheid (EE) is", "EE = Economische Éénheid"),
        ("de Partij van de Arbeid (PvdA) vraagt", "PvdA = Partij van de Arbeid"),
    ])
    func aShortFormBehindALongOneIsExplainedByItsInitials(text: String, expected: String) {
        #expect(definitions(text) == [expected])
    }

    @Test(arguments: [
        ("een toelaatbaarheidsverklaring (tlv) nodig", "tlv = toelaatbaarheidsverklaring"),
        ("een toelaatbaar-\nheidsverklaring (tlv) nodig", "tlv = toelaatbaarheidsverklaring"),
        ("elk samenwerkingsverband (swv) kan", "swv = samenwerkingsverband"),
        ("de samenwerkingsverbanden (swv’s) kunnen", "swv = samenwerkingsverbanden"),
        ("een schoolondersteuningsprofiel (sop) maken", "sop = schoolondersteuningsprofiel"),
        ("het leerwegondersteunend onderwijs (lwoo) blijft", "lwoo = leerwegondersteunend onderwijs"),
        ("scholen voor praktijkonderwijs (pro) en", "pro = praktijkonderwijs"),
        ("een onderwijszorgarrangement (oza) vragen", "oza = onderwijszorgarrangement"),
        ("een ontwikkelingsperspectiefplan (OPP) maken", "OPP = ontwikkelingsperspectiefplan"),
        ("de ondersteuningsplanraad (opr) stemt", "opr = ondersteuningsplanraad"),
        ("op hoogbegaafdheid (hb) gericht", "hb = hoogbegaafdheid"),
        (
            "het UWV en het Uitvoeringsinstituut Werknemersverzekeringen (UWV)",
            "UWV = Uitvoeringsinstituut Werknemersverzekeringen"
        ),
        ("inhaal- en ondersteuningsprogramma’s (IOP) lopen", "IOP = inhaal- en ondersteuningsprogramma’s"),
        ("de Stichting Combinatie Onderwijsorganisatie (COMBO) en", "COMBO = Combinatie Onderwijsorganisatie"),
        ("de Sociaal-Economische Raad (SER) vindt", "SER = Sociaal-Economische Raad"),
    ])
    func lettersMayComeFromThePartsOfACompound(text: String, expected: String) {
        #expect(definitions(text) == [expected])
    }

    @Test(arguments: [
        ("het (voortgezet) speciaal onderwijs ((v)so) of", ["(v)so = (voortgezet) speciaal onderwijs"]),
        ("het speciaal (basis)onderwijs (s(b)o) groeit", ["s(b)o = speciaal (basis)onderwijs"]),
        ("Ouders van Begaafde Kinderen (OBK))", ["OBK = Ouders van Begaafde Kinderen"]),
    ])
    func bracketsMayStandInBothForms(text: String, expected: [String]) {
        #expect(definitions(text) == expected)
    }

    @Test(arguments: [
        ("de LBVSO (Leerlingenbelang-VSO). De actiegroep", ["LBVSO = Leerlingenbelang-VSO"]),
        (
            "«Van VSO naar GVO (Gespeciali-\nseerd Voortgezet Onderwijs)» is",
            ["GVO = Gespecialiseerd Voortgezet Onderwijs"]
        ),
        (
            "Het RIVM (Rijksinstituut voor Volksgezondheid en Milieu) ziet",
            ["RIVM = Rijksinstituut voor Volksgezondheid en Milieu"]
        ),
        ("Voor de BMR-vaccinatie (bof, mazelen en rodehond) is", ["BMR = bof, mazelen en rodehond"]),
        ("een tlv (toelaatbaarheidsverklaring) is", ["tlv = toelaatbaarheidsverklaring"]),
        (
            "het UWV (het Uitvoeringsinstituut Werknemersverzekeringen) is",
            ["UWV = Uitvoeringsinstituut Werknemersverzekeringen"]
        ),
        ("Bel VT (Veilig Thuis) dan", ["VT = Veilig Thuis"]),
        ("het UWV (loketnummer 31, route 497) en", []),
        ("een eigen wet (de Wet op de expertisecentra). In", []),
        ("de IB (zie ook het Besluit) en", []),
    ])
    func aLongFormMayStandInTheBracket(text: String, expected: [String]) {
        #expect(definitions(text) == expected)
    }

    @Test(arguments: [
        (
            "in het primair en voortgezet onderwijs (po en vo) is",
            ["po = primair onderwijs", "vo = voortgezet onderwijs"]
        ),
        (
            "primair onderwijs, speciaal onderwijs en voortgezet onderwijs (po, so en vo) zijn",
            ["po = primair onderwijs", "so = speciaal onderwijs", "vo = voortgezet onderwijs"]
        ),
        (
            "Nationaal Regieorgaan Onderwijsonderzoek (NRO, 2017). Monitor",
            ["NRO = Nationaal Regieorgaan Onderwijsonderzoek"]
        ),
        (
            "primair, voortgezet en speciaal onderwijs (po, vo en so) is",
            ["po = primair onderwijs", "vo = voortgezet onderwijs", "so = speciaal onderwijs"]
        ),
        ("samen met scholen (po en vo) en besturen", []),
    ])
    func aBracketMayHoldSeveral(text: String, expected: [String]) {
        #expect(definitions(text) == expected)
    }

    @Test(arguments: [
        (
            "Signalen van de Inspectie van het Onderwijs (hierna: Inspectie) tonen",
            "Inspectie = Inspectie van het Onderwijs"
        ),
        (
            "bevindingen van de Inspectie van het Onderwijs (hierna: inspectie) en",
            "inspectie = Inspectie van het Onderwijs"
        ),
        ("De Inspectie van het Onderwijs (hierna de Inspectie) ziet", "Inspectie = Inspectie van het Onderwijs"),
        ("de Inspectie van het Onderwijs (hierna: «Inspectie») ziet", "Inspectie = Inspectie van het Onderwijs"),
        (
            "Volgens de Onderwijsraad en de Onderwijsinspectie (hierna te noemen: de inspectie) is",
            "inspectie = Onderwijsinspectie"
        ),
        ("een melding bij Veilig Thuis (hierna: VT) wordt", "VT = Veilig Thuis"),
        ("een melding bij Veilig Thuis (verder: VT) wordt", "VT = Veilig Thuis"),
        ("een melding bij Veilig Thuis (hierna ook: VT) wordt", "VT = Veilig Thuis"),
        ("Ik stuur u het onderzoek van Oberon (hierna: het rapport) toe", "rapport = onderzoek van Oberon"),
        ("een melding bij Veilig Thuis (hierna: de instantie) is", "instantie = Veilig Thuis"),
        (
            "Voor het Nationaal Programma Onderwijs (hierna: het programma) is",
            "programma = Nationaal Programma Onderwijs"
        ),
        ("Na de Wet op het primair onderwijs (hierna: de wet) kwam", "wet = Wet op het primair onderwijs"),
        ("De leden Westerveld en Kwint (hierna: de indieners) vragen", "indieners = leden Westerveld en Kwint"),
        (
            "Dat doet ook de vernieuwde, landelijke werkgroep (hierna: de werkgroep), zo",
            "werkgroep = vernieuwde, landelijke werkgroep"
        ),
    ])
    func aNameForTheRestOfTheLetterStandsForThePhraseBeforeIt(text: String, expected: String) {
        #expect(definitions(text) == [expected])
    }

    @Test(arguments: [
        "Dat bleek in het debat (2019) en later", "de wachttijd (zie bijlage 2) is",
        "de groei is gestopt (zie hierna, figuur 1 en 2).",
        "het lid Van Raan (PvdD) vraagt", "het lid Sneller (D66) vraagt", "Peters (CDA) en P. van Vliet (PVV) vragen",
        "Van Dijk (SP)",
        "in de brief (Kamerstuk 31 497, nr. 391) aan", "de scholen (ministerie) zijn",
        "onderwijs aan (hoog)begaafde leerlingen", "de rapportage(s) en ouder(s)",
        "het schoolbestuur (s) is", "behoren: (i) vrijwillig (ii) ander (iii) derde",
        "Justitie en Veiligheid (VI) voor", "Onderwijs, Cultuur en Wetenschap (VIII)",
        "Richtlijn (EU) 2018/844 en Verordening (EG) nr. 1", "bij Amsterdam (A10) en Den Haag (A12)",
        "de medewerkers (mede) van", "over schoolzwemmen (motie-Terpstra)",
        "de scholen (nog) niet", "onderwijs aan (o.a.) leerlingen", "kinderen ((", "een ) (", "(tlv)", "tlv (",
        "hier (hierna volgt meer)", "zaken (hierna: )", "zaken (hierna: 12)",
        "Bovens, M., P. Dekker en W. Tiemeijer (red.), Gescheiden", "Van Loon-Dikkers e.a. (2017); Ouders",
        "voor (meer) passend onderwijs", "in sessie (A) en (B)",
    ])
    func mostBracketsDefineNothing(text: String) {
        #expect(definitions(text) == [])
    }

    @Test func theFirstDefinitionOfAShortFormCounts() {
        let text =
            "De Inspectie Leefomgeving en Transport (ILT) is er. Het Instituut Leren en Taal (ILT) ook, en de inspectie lucht en trein (ilt)."
        #expect(definitions(text) == ["ILT = Inspectie Leefomgeving en Transport"])
    }

    @Test func aDefinitionStandsWhereItsShortFormBegins() throws {
        let found = letter(
            "Over het sterk techniekonderwijs\n(STO) en een melding bij Veilig Thuis (hierna:\n«VT») schrijf ik.\n"
        ).abbreviations
        #expect(found.map(\.shortForm) == ["STO", "VT"])
        #expect(found.map(\.place.line) == [2, 3])
        #expect(found.map(\.place.column) == [2, 2])
    }

    @Test func definitionsOfNotesStandAmongThoseOfTheText() {
        let text =
            " Een zin.1\n\n1 Het Plan van Aanpak (PvA) is af.\n Het Plan van Afspraken (PvA) niet, zegt Veilig Thuis (VT).\n"
        #expect(definitions(text) == ["PvA = Plan van Aanpak", "VT = Veilig Thuis"])
    }

    /// Whatever the text, a short form stands where its place says, and none is told twice.
    @Test func inAnyTextShortFormsStandWhereTheirPlacesSay() throws {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        let pieces = [
            "(", ")", " (", ") ", "((", "))", " ", " ", "hierna:", "hierna ", "verder: ", "«", "»", "“", "”", "’", "'",
            "\"",
            ",", ";", ".", "/", "&", "-", "é", "É", "\u{301}", "’s", "de ", "van ", "en ", "swv", "Veilig ", "Thuis ",
            "VT",
            "samenwerkingsverband", "onderwijs ", "primair ", "(voortgezet) ", "(v)so", "po en vo", "PvdA", "VIII", "7",
            "\n",
            "hierna", "o", "Oo", "IVhO",
        ]
        for _ in 0..<2000 {
            let count = Int.random(in: 1...24, using: &generator)
            let text =
                "Een " + (0..<count).map { _ in pieces[Int.random(in: 0..<pieces.count, using: &generator)] }.joined()
            let bytes = Array(text.utf8)
            let found = letter(text).abbreviations
            for abbreviation in found {
                let first = abbreviation.shortForm.decomposedStringWithCanonicalMapping.unicodeScalars.first
                let there = String(decoding: bytes.dropFirst(abbreviation.place.byte).prefix(4), as: UTF8.self)
                    .decomposedStringWithCanonicalMapping.unicodeScalars.first
                #expect(there == first, "\(text) of seed \(generator.seed)")
                #expect(!abbreviation.longForm.isEmpty)
            }
            #expect(Set(found.map { $0.shortForm.lowercased() }).count == found.count)
        }
    }

    @Test(arguments: [
        ("(", 200_000), ("(a ", 60_000), ("a (ab) ", 30_000), ("aaaa aaaa aaaa aaab (aaaaaaaaab) ", 6_000),
        ("aaaaaaa aaaaaaa aaaaaaa baaaaaa (abaaaaaaaa) ", 6_000), ("de (hierna: de) ", 12_000), ("a", 2_000_000),
        ("onderwijs", 40_000),
    ])
    func hostileTextTakesNoMoreThanLinearTime(piece: String, count: Int) {
        let text = "het " + String(repeating: piece, count: count) + " (oo) is"
        let time = ContinuousClock().measure { _ = letter(text) }
        // Far more than it takes even without optimisation on a busy machine, far less than quadratic time would be.
        #expect(time < .seconds(60))
    }
}
