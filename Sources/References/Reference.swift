/// One mention of a document in running text, with the documents that it names.
public struct Reference: Hashable, Sendable, Codable {
    /// The family of documents, which decides how `targets` are spelled.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        case kamerstuk
        case handelingen
        case aanhangsel
        /// A case (`2020Z19073`) of the Tweede Kamer.
        case zaak
        /// A document (`2020D29447`) of the Tweede Kamer.
        case document
        /// An annex with an id of its own (`blg-929493`).
        case bijlage
        case staatsblad
        case staatscourant
        case tractatenblad
        /// A gazette of a municipality, province, water board or joint arrangement (`gmb-…`, `prb-…`, `wsb-…`, `bgr-…`).
        case decentraalBlad
        /// The agenda of a sitting (`ag-tk-…`).
        case agenda
        /// A law or regulation by its id (`BWBR…`, `CVDR…`).
        case regeling
        /// A judgment, by its ECLI or by the LJN that came before it (`ljn-AJ4938`).
        case ecli
        /// A web address that names no paper.
        case adres
        /// A paper or act of the European Union (`celex-…`, `com-…`, `swd-…`).
        case europees
    }

    /// What the citing text says of the cited paper.
    public enum Relation: String, Hashable, Sendable, Codable {
        case cites
        /// Names an annex of the target (`bijlage bij Kamerstuk …`).
        case annexOf
        /// Takes the target's place (`t.v.v. …`).
        case replaces
        /// Repeats the reference before it (`Idem`, `Ibid.`).
        case idem
        /// No citation: the head or foot of a page, where a paper names itself.
        case own = "self"
    }

    /// Why a mention is less than whole.
    public enum Warning: String, Hashable, Sendable, Codable {
        /// Breaks off before its number: `Kamerstuk 31 497, nr.`
        case truncated
        /// Has a placeholder where its number belongs: `nr. [xxx]`.
        case placeholder
        /// A dossier or number that cannot exist.
        case impossible
        /// Names a dossier or a sitting, not one paper.
        case partial
        /// A range with more papers than are listed.
        case rangeCut
        /// A short form without exactly one candidate.
        case ambiguous
        /// A number in which text recognition has put letters for digits: `nr. 4O8`.
        case misread
        /// The text names no chamber; the Tweede Kamer is assumed.
        case chamberAssumed
    }

    /// The mention as it stands in the scanned text.
    public var raw: String
    /// Where `raw` stands in the scanned text: UTF-8 offsets.
    public var range: Range<Int>
    public var kind: Kind
    /// The papers named, in the order of the text; empty when none can be told.
    public var targets: [PaperID]
    /// Further dossiers under which the (first) target is filed, canonical (`31289`).
    public var alsoDossiers: [String]
    /// The session year that the citation names, as `2020-2021`; no part of a Kamerstuk's id.
    public var sessionYear: String?
    /// The article that is named of a law, or the articles in the words of the text: `4:81`, `3 en 4`.
    public var article: String?
    public var relation: Relation
    /// `0...1`: how sure the scanner is that this is a reference to these targets.
    public var confidence: Double
    public var warnings: [Warning]
    /// What a short form without targets may mean; none is chosen.
    public var candidates: [PaperID]
    /// What the text calls the paper, if that is a motion, an amendment or a promise.
    public var motion: Motion?
}

extension Reference {
    // Not in the type itself, whose own memberwise initialiser copies nothing where the scanner makes references.
    public init(
        raw: String, range: Range<Int>, kind: Kind, targets: [PaperID], alsoDossiers: [String] = [],
        relation: Relation = .cites, confidence: Double = 1, warnings: [Warning] = [], candidates: [PaperID] = [],
        motion: Motion? = nil, sessionYear: String? = nil, article: String? = nil
    ) {
        self.init(
            raw: raw, range: range, kind: kind, targets: targets, alsoDossiers: alsoDossiers, sessionYear: sessionYear,
            article: article, relation: relation, confidence: confidence, warnings: warnings, candidates: candidates,
            motion: motion)
    }
}
