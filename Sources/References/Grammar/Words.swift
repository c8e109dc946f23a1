/// Words that the grammars look for again and again, kept so that no look makes a list of them anew.
enum Words {
    static let chapter: WordList = ["hoofdstuk", "hfdst.", "hfst.", "hst."]
    static let and: WordList = ["en", "alsmede", "resp.", "respectievelijk"]
    static let number: WordList = ["nr", "nummer", "ondernummer", "letter", "stuknummer", "stuknr"]
    static let numbers: WordList = ["nrs", "nummers", "nos", "nrn"]
    static let pages: WordList = ["pag", "pagina", "pagina's", "blz", "pp", "p"]
    static let behindDossier: WordList = ["en", "p", "pag", "blz", "hoofdstuk"]
    static let placeholders: WordList = ["xx", "xxx", "xxxx", "pm", "p.m.", "nnb", "n.n.b."]
    static let sessionYear: WordList = [
        "vergaderjaar", "vergaderjaren", "zittingsjaar", "zitting", "verg.jaar", "vj.",
    ]
    static let dossierBehindLabel: WordList = ["nummer", "nummers", "dossier", "dossiers"]
    /// Before the number of a dossier that is named as a whole.
    static let dossierNumbers: WordList = ["dossiernummer", "dossiernummers", "dossiernr"]
    /// What may stand behind the number of a bill; a noun there would be counted by it.
    static let behindBills: WordList = [
        "is", "en", "of", "van", "tot", "over", "inzake", "dat", "die", "op", "in", "wordt", "werd", "heeft", "met",
        "te",
        "bij", "door", "zal", "zijn", "worden", "werden", "voor", "aan", "kan", "moet", "strekt", "beoogt", "regelt",
        "om",
    ]
    /// What may stand behind the number of a paper; a noun there would be counted by it.
    static let behindNumbers: WordList = [
        "is", "en", "of", "van", "tot", "over", "inzake", "dat", "die", "op", "in", "wordt", "werd", "heeft", "met",
        "te",
        "bij", "door", "zal", "zijn", "worden", "werden", "voor", "aan", "kan", "moet", "om", "jo", "juncto", "zie",
        "zoals", "alsmede", "respectievelijk", "waarin", "waarbij", "waarmee", "waar", "hebben", "had", "hadden",
        "kunnen",
        "was", "waren", "dan", "als", "naar", "uit", "na", "blijkt", "staat", "staan", "ook", "niet", "ik", "de", "het",
        "en/of", "maar", "onder", "d.d.", "dd", "ten", "ter",
    ]
    /// Before the number of a part of a paper.
    static let sections: WordList = ["par", "paragraaf", "noot", "onderdeel", "hoofdstuk", "hfst"]
    /// Before a bill's title.
    static let beforeTitles: [StaticString] = [
        "wetsvoorstel", "kamerstukdossier", "voorstel van wet", "voorstel van rijkswet",
    ]
    static let titleBeginnings: WordList = ["tot", "houdende", "inzake"]
    static let bills: WordList = [
        "wetsvoorstel", "wetsvoorstellen", "initiatiefwetsvoorstel", "initiatiefwetsvoorstellen", "initiatiefvoorstel",
    ]
    static let institutions: WordList = ["eu", "eg", "eeg", "euratom", "ega", "egks", "jbz", "gbvb"]
    static let months: WordList = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
    /// Adjectives of other countries, whose gazettes and laws bear the names of ours; `Duitse` has the stem of `Duits`.
    static let countries: [StaticString] = [
        "belgisch", "duits", "frans", "luxemburgs", "zwitsers", "oostenrijks", "engels", "brits", "schots", "iers",
        "spaans", "italiaans", "portugees", "portuges", "deens", "zweeds", "noors", "fins", "pools", "tsjechisch",
        "hongaars", "roemeens", "bulgaars", "grieks", "turks", "russisch", "amerikaans", "canadees", "canades",
        "surinaams", "arubaans", "antilliaans", "indonesisch", "marokkaans", "japans", "chinees", "chines",
        "israëlisch", "australisch", "ests", "lets", "litouws", "kroatisch", "sloveens", "slowaaks", "ijslands",
        "curaçaos", "vlaams", "waals", "europes",
    ]
    /// With which names of states begin behind an article: `de Verenigde Staten`.
    static let states: WordList = [
        "verenigde", "bondsrepubliek", "republiek", "volksrepubliek", "federatie", "federale", "russische",
        "sovjet-unie", "ddr", "vs", "vk",
    ]
    /// What numbers count without a plural.
    static let units: WordList = [
        "euro", "procent", "fte", "uur", "jaar", "km", "kilometer", "keer", "miljoen", "maal",
    ]
    static let motion: WordList = ["motie", "amendement", "subamendement", "toezegging"]
    static let motions: WordList = ["moties", "amendementen", "subamendementen", "toezeggingen"]
    /// What movers of motions are called before their names.
    static let members: WordList = [
        "lid", "leden", "kamerlid", "kamerleden", "heer", "mevrouw", "senator", "senatoren",
    ]
    static let letters: WordList = ["brief", "kamerbrief", "verzamelbrief"]
    /// Before a number that is then that of a paper.
    static let announcements: [StaticString] = [
        "motie", "moties", "amendement", "amendementen", "subamendement", "kamerbrief",
    ]
    /// Before a number that is then none of a paper.
    static let beforeAmounts: [StaticString] = [
        "eur", "euro", "postbus", "artikel", "artikelen", "art.", "tel.", "tel", "telefoon", "isbn", "issn", "factuur",
        "factuurnummer", "rekening", "rekeningnummer", "kenmerk:", "kenmerk", "nen", "nen-en", "iso", "kavel", "lot",
        "bedrag van", "kvk",
        "circa", "ruim", "omzet", "polis", "bestek", "order", "offerte", "perceel", "inventaris", "raadsvoorstel",
        "raadsstuk",
        "strafdossier", "arrest", "f", "fl.", "rapport", "publicatie", "certificaat", "patent", "beschikking",
        "resolutie", "blz.", "pag.", "p.", "stb.", "stcrt.", "trb.",
    ]
    /// Papers on a bill, which sessions long ago cited by their names.
    static let memoranda: WordList = ["memorie", "mvt", "mva"]
    static let annexes: [StaticString] = ["bijlage", "bijlagen", "bijlage(n)"]
    static let replacements: [StaticString] = ["t.v.v.", "tvv", "ter vervanging van"]
    /// Between or before the parts of Dutch names.
    static let particles: [StaticString] = [
        "van", "de", "der", "den", "el", "al", "ter", "ten", "te", "von", "le", "la", "in", "op", "het",
    ]
    /// Kinds of papers as their heads print them.
    static let kindsInHeads: [StaticString] = [
        "BRIEF", "MOTIE", "AMENDEMENT", "SUBAMENDEMENT", "VERSLAG", "EINDVERSLAG", "NOTA", "LIJST", "MEMORIE",
        "VOORSTEL", "VOORLOPIG VERSLAG", "ADVIES", "KONINKLIJKE BOODSCHAP", "INITIATIEFNOTA", "JAARVERSLAG",
        "GELEIDENDE BRIEF", "RAPPORT", "ONTWERP", "REACTIE", "SAMENVATTING", "BIJLAGE", "INBRENG", "BESLUITENLIJST",
    ]
    static let changesInHeads: [StaticString] = [
        "TWEEDE", "DERDE", "NADER", "NADERE", "GEWIJZIGD", "GEWIJZIGDE", "AANVULLEND", "HERDRUK",
    ]
}
