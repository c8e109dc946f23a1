/// A query with its terms looked up in every segment and its weights computed over the whole index.
indirect enum PreparedQuery {
    case nothing
    case everything
    case leaf(Leaf)
    case any([PreparedQuery])
    case all([PreparedQuery])
    case excluding(PreparedQuery, not: PreparedQuery)
    case preferring(PreparedQuery, with: PreparedQuery)
    case constant(PreparedQuery, score: Float)
}

/// A term or a phrase of a query; a term is a phrase of one.
struct Leaf {
    /// Place among the terms and phrases of the query, counted from 0 in reading order.
    var number: Int
    var field: Int
    /// Distance from the phrase's first position to its last, plus one.
    var length: UInt32
    var scorer: BM25
    var terms: [LeafTerm]
}

/// A term of a leaf.
struct LeafTerm {
    /// Positions after the start of the phrase.
    var offset: UInt32
    /// Per segment, where the term is; `nil` where it is not.
    var infos: [TermInfo?]
}

/// Turns a query into its prepared form.
struct QueryPreparation {
    /// Nesting up to which a query is run; above it the stack of a thread might not suffice.
    static let depthLimit = 500

    let segments: [LiveSegment]
    let schema: IndexSchema
    let documentCount: Int
    let averageLengths: [Float]
    private var leafCount = 0

    init(segments: [LiveSegment], schema: IndexSchema, documentCount: Int, averageLengths: [Float]) {
        self.segments = segments
        self.schema = schema
        self.documentCount = documentCount
        self.averageLengths = averageLengths
    }

    mutating func prepare(_ query: Query, boost: Float = 1, depth: Int = 0) throws(IndexError) -> PreparedQuery {
        guard depth <= Self.depthLimit else {
            throw .invalidQuery(what: "it is nested deeper than \(Self.depthLimit) levels")
        }
        switch query {
        case .nothing:
            return .nothing
        case .everything:
            return .everything
        case .term(let field, let term, let ownBoost):
            return try leaf(field, [PhraseTerm(term, at: 0)], boost: boost * ownBoost)
        case .phrase(let field, let terms, let ownBoost):
            return try leaf(field, terms, boost: boost * ownBoost)
        case .any(let parts):
            return .any(try prepare(parts, boost: boost, depth: depth))
        case .all(let parts):
            return parts.isEmpty ? .nothing : .all(try prepare(parts, boost: boost, depth: depth))
        case .excluding(let included, let excluded):
            let left = try prepare(included, boost: boost, depth: depth + 1)
            return .excluding(left, not: try prepare(excluded, depth: depth + 1))
        case .preferring(let needed, let wanted):
            let left = try prepare(needed, boost: boost, depth: depth + 1)
            return .preferring(left, with: try prepare(wanted, boost: boost, depth: depth + 1))
        case .boosted(let part, let factor):
            return try prepare(part, boost: boost * factor, depth: depth + 1)
        case .constant(let part, let score):
            try check(score * boost)
            return .constant(try prepare(part, depth: depth + 1), score: score * boost)
        }
    }

    private mutating func prepare(
        _ parts: [Query], boost: Float, depth: Int
    ) throws(IndexError) -> [PreparedQuery] {
        var prepared: [PreparedQuery] = []
        for part in parts { prepared.append(try prepare(part, boost: boost, depth: depth + 1)) }
        return prepared
    }

    private func check(_ weight: Float) throws(IndexError) {
        guard weight.isFinite else { throw .invalidQuery(what: "a boost is not a number, or too large") }
    }

    private mutating func leaf(
        _ fieldName: String, _ terms: [PhraseTerm], boost: Float
    ) throws(IndexError) -> PreparedQuery {
        try check(boost)
        let number = leafCount
        leafCount += 1
        guard let field = schema.fields.firstIndex(of: fieldName) else {
            throw .unknownField(name: fieldName, known: schema.fields)
        }
        guard let first = terms.map(\.position).min(), let last = terms.map(\.position).max() else { return .nothing }
        guard last - first < UInt32.max else { throw .invalidQuery(what: "a phrase is too long") }
        var weight: Float = 0
        var leafTerms: [LeafTerm] = []
        for term in terms {
            let (infos, docFreq) = try lookUp(term.term, field: field)
            if docFreq == 0 { return .nothing }
            weight += BM25.inverseDocumentFrequency(docFreq: docFreq, docCount: documentCount)
            leafTerms.append(LeafTerm(offset: term.position - first, infos: infos))
        }
        let scorer = BM25(weight: weight * boost, averageLength: averageLengths[field])
        return .leaf(Leaf(number: number, field: field, length: last - first + 1, scorer: scorer, terms: leafTerms))
    }

    /// Where a term is in each segment, and in how many live documents of all.
    func lookUp(_ term: String, field: Int) throws(IndexError) -> (infos: [TermInfo?], docFreq: Int) {
        let bytes = Array(term.utf8)
        var infos: [TermInfo?] = []
        var docFreq = 0
        for segment in segments {
            let info = try segment.reader.terms.info(of: bytes.span, field: field)
            if let info { docFreq += try segment.docFreq(of: info) }
            infos.append(info)
        }
        return (infos, docFreq)
    }
}
