/// Words that the grammars look for again and again, kept so that no look makes a list of them anew.
enum Words {
    static let chapter = ["hoofdstuk", "hfdst.", "hfst.", "hst."]
    static let and = ["en", "alsmede", "resp.", "respectievelijk"]
    static let number = ["nr", "nummer", "ondernummer", "letter"]
    static let numbers = ["nrs", "nummers", "nos", "nrn"]
    static let pages = ["pag", "pagina", "pagina's", "blz", "pp", "p"]
    static let behindDossier = ["en", "p", "pag", "blz", "hoofdstuk"]
    static let placeholders = ["xx", "xxx", "xxxx", "pm", "p.m.", "nnb", "n.n.b."]
    static let sessionYear = ["vergaderjaar", "vergaderjaren", "zittingsjaar", "zitting", "verg.jaar", "vj."]
    static let dossierBehindLabel = ["nummer", "nummers", "dossier", "dossiers"]
    static let institutions = ["eu", "eg", "eeg", "euratom", "ega", "egks", "jbz", "gbvb"]
    static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]
}
