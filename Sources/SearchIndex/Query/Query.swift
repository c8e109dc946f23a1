/// What to look for. A query says which documents match and what each match is worth.
///
/// Terms are taken as they are: analysing the words of a user is the caller's part. A field is named as in the schema.
public indirect enum Query: Sendable, Equatable {
    /// Documents with a term in a field, scored by BM25.
    case term(field: String, term: String, boost: Float = 1)
    /// Documents with terms at given distances in a field, scored by BM25 with the number of such places as term
    /// frequency and the sum of the terms' inverse document frequencies.
    case phrase(field: String, terms: [PhraseTerm], boost: Float = 1)
    /// Documents with terms near one another in a field, scored as a phrase is.
    case near(field: String, NearPart, boost: Float = 1)
    /// Documents with a term or a phrase in at least one of some fields, scored by BM25F: the fields count as one text in
    /// which an occurrence is worth the weight of its field. A term is a phrase of one.
    ///
    /// Inverse document frequencies are of the documents that have a term in any of the fields, so a field in which the
    /// term is rare gains nothing by that. A phrase does not run on from one field into another.
    case fields([FieldWeight], terms: [PhraseTerm], boost: Float = 1)
    /// Documents with a term that a pattern matches, all with one score.
    case pattern(field: String, TermPattern, score: Float = 1)
    /// Documents whose number in a column lies in a range, both ends included; score 0.
    case number(column: String, from: Int64?, through: Int64?)
    /// Documents that have at least one of some texts in a column; score 0.
    case texts(column: String, [String])
    /// Documents that match at least one; the sum of the scores of those that match.
    case any([Query])
    /// Documents that match every one; the sum of the scores. An empty list matches nothing.
    case all([Query])
    /// Documents that match the first and not the second; the score of the first.
    case excluding(Query, not: Query)
    /// Documents that match the first; where the second matches too, its score is added.
    case preferring(Query, with: Query)
    /// The same documents with scores times a factor.
    case boosted(Query, by: Float)
    /// The same documents, all with one score.
    case constant(Query, score: Float)
    /// No document.
    case nothing
    /// Every live document, with score 0.
    case everything
}

/// A term of a phrase and its place, counted from any start that the whole phrase shares.
public struct PhraseTerm: Sendable, Equatable {
    public var term: String
    public var position: UInt32

    public init(_ term: String, at position: UInt32) {
        self.term = term
        self.position = position
    }
}

/// A field and what an occurrence in it is worth beside one in the other fields.
public struct FieldWeight: Sendable, Equatable {
    public var field: String
    /// Not negative, and at most 2⁶⁴. With 0, documents that have the term in this field alone match with score 0.
    public var weight: Float

    public init(_ field: String, _ weight: Float = 1) {
        self.field = field
        self.weight = weight
    }
}

extension Query {
    /// A term in at least one of some fields.
    public static func fields(_ fields: [FieldWeight], term: String, boost: Float = 1) -> Query {
        .fields(fields, terms: [PhraseTerm(term, at: 0)], boost: boost)
    }

    /// Terms that follow one another without a gap.
    public static func phrase(field: String, words: [String], boost: Float = 1) -> Query {
        let terms = words.enumerated().map { PhraseTerm($0.element, at: UInt32(truncatingIfNeeded: $0.offset)) }
        return .phrase(field: field, terms: terms, boost: boost)
    }
}
