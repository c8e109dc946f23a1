/// A query with its terms looked up in every segment and its weights computed over the whole index.
indirect enum PreparedQuery {
    case nothing
    case everything
    case leaf(Leaf)
    case terms(TermSet)
    case number(column: Int, ClosedRange<Int64>)
    case texts(column: Int, [[UInt8]])
    case any([PreparedQuery])
    case all([PreparedQuery])
    case excluding(PreparedQuery, not: PreparedQuery)
    case preferring(PreparedQuery, with: PreparedQuery)
    case constant(PreparedQuery, score: Float)
}

/// A term or a phrase of a query, in one field or in several; a term is a phrase of one.
struct Leaf {
    /// Place among the terms and phrases of the query, counted from 0 in reading order.
    var number: Int
    /// Distance from the phrase's first position to its last, plus one.
    var length: UInt32
    var scorer: BM25
    /// In the order of the query; each field once.
    var fields: [LeafField]
}

/// The terms that a pattern matches.
struct TermSet {
    /// Place among the leaves of the query.
    var number: Int
    /// Number of the field in the schema.
    var field: Int
    /// Per segment.
    var infos: [[TermInfo]]
}

/// A field of a leaf.
struct LeafField {
    /// Number in the schema.
    var number: Int
    var normalization: FieldNormalization
    var averageLength: Float
    /// How the terms must stand; `nil` for a term or a phrase.
    var near: PreparedNear?
    var terms: [LeafTerm] = []
}

/// A term of a leaf, in one of its fields.
struct LeafTerm {
    var bytes: [UInt8]
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
    let statistics: [LengthStatistics]
    private var leafCount = 0

    init(segments: [LiveSegment], schema: IndexSchema, documentCount: Int, statistics: [LengthStatistics]) {
        self.segments = segments
        self.schema = schema
        self.documentCount = documentCount
        self.statistics = statistics
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
            return try leaf([FieldWeight(field)], [PhraseTerm(term, at: 0)], boost: boost * ownBoost)
        case .phrase(let field, let terms, let ownBoost):
            return try leaf([FieldWeight(field)], terms, boost: boost * ownBoost)
        case .near(let field, let part, let ownBoost):
            return try near(field, part, boost: boost * ownBoost)
        case .fields(let fields, let terms, let ownBoost):
            return try leaf(fields, terms, boost: boost * ownBoost)
        case .pattern(let field, let pattern, let score):
            return try terms(field, pattern, score: score * boost)
        case .number(let column, let from, let through):
            let (low, high) = (from ?? .min, through ?? .max)
            let number = try self.column(column, kind: .number)
            return low <= high ? .number(column: number, low...high) : .nothing
        case .texts(let column, let texts):
            return .texts(column: try self.column(column, kind: .texts), texts.map { Array($0.utf8) })
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

    private func column(_ name: String, kind: Column.Kind) throws(IndexError) -> Int {
        guard let number = schema.columns.firstIndex(where: { $0.name == name }) else {
            throw .unknownField(name: name, known: schema.columns.map(\.name))
        }
        guard schema.columns[number].kind == kind else {
            throw .invalidQuery(what: "the column \(name) holds values of another kind")
        }
        return number
    }

    private mutating func terms(
        _ field: String, _ pattern: TermPattern, score: Float
    ) throws(IndexError) -> PreparedQuery {
        try check(score)
        defer { leafCount += 1 }
        guard let number = schema.fields.firstIndex(of: field) else {
            throw .unknownField(name: field, known: schema.fields)
        }
        var infos: [[TermInfo]] = []
        for segment in segments { infos.append(try segment.reader.terms.infos(matching: pattern, field: number)) }
        return .constant(.terms(TermSet(number: leafCount, field: number, infos: infos)), score: score)
    }

    private mutating func leaf(
        _ weights: [FieldWeight], _ terms: [PhraseTerm], boost: Float
    ) throws(IndexError) -> PreparedQuery {
        try check(boost)
        let number = leafCount
        leafCount += 1
        var fields = try self.fields(weights)
        guard let first = terms.map(\.position).min(), let last = terms.map(\.position).max() else { return .nothing }
        guard last - first < UInt32.max else { throw .invalidQuery(what: "a phrase is too long") }
        var weight: Float = 0
        for term in terms {
            let (infos, docFreq) = try lookUp(term.term, fields: fields.map(\.number))
            if docFreq == 0 { return .nothing }
            weight += BM25.inverseDocumentFrequency(docFreq: docFreq, docCount: documentCount)
            for at in fields.indices {
                fields[at].terms.append(
                    LeafTerm(bytes: Array(term.term.utf8), offset: term.position - first, infos: infos[at]))
            }
        }
        try check(weight * boost)
        let scorer = BM25(weight: weight * boost)
        return .leaf(Leaf(number: number, length: last - first + 1, scorer: scorer, fields: fields))
    }

    private mutating func near(
        _ field: String, _ part: NearPart, boost: Float
    ) throws(IndexError) -> PreparedQuery {
        var words: [String] = []
        let (near, _) = try prepare(part, &words, depth: 0)
        let terms = words.enumerated().map { PhraseTerm($0.element, at: UInt32(truncatingIfNeeded: $0.offset)) }
        guard case .leaf(var leaf) = try leaf([FieldWeight(field)], terms, boost: boost) else { return .nothing }
        leaf.fields[0].near = near
        return .leaf(leaf)
    }

    /// Gives each different word a number; says how many terms the part has.
    private func prepare(
        _ part: NearPart, _ words: inout [String], depth: Int
    ) throws(IndexError) -> (PreparedNear, terms: UInt64) {
        guard depth <= Self.depthLimit else {
            throw .invalidQuery(what: "it is nested deeper than \(Self.depthLimit) levels")
        }
        switch part {
        case .term(let word):
            if let known = words.firstIndex(where: { $0.utf8.elementsEqual(word.utf8) }) { return (.term(known), 1) }
            words.append(word)
            return (.term(words.count - 1), 1)
        case .group(let parts, let slop, let isOrdered):
            guard !parts.isEmpty else { throw .invalidQuery(what: "a group of near words is empty") }
            var prepared: [PreparedNear] = []
            var terms: UInt64 = 0
            for part in parts {
                let (near, count) = try prepare(part, &words, depth: depth + 1)
                prepared.append(near)
                terms += count
            }
            return (.group(prepared, extent: terms + UInt64(slop), isOrdered: isOrdered), terms)
        }
    }

    private func fields(_ weights: [FieldWeight]) throws(IndexError) -> [LeafField] {
        var fields: [LeafField] = []
        for field in weights {
            guard let number = schema.fields.firstIndex(of: field.field) else {
                throw .unknownField(name: field.field, known: schema.fields)
            }
            guard !fields.contains(where: { $0.number == number }) else {
                throw .invalidQuery(what: "it weighs the field \(field.field) twice")
            }
            guard (0...FieldNormalization.greatestWeight).contains(field.weight) else {
                throw .invalidQuery(what: "the weight of the field \(field.field) is negative or too large")
            }
            let normalization = FieldNormalization(weight: field.weight, factors: statistics[number].factors)
            fields.append(
                LeafField(
                    number: number, normalization: normalization, averageLength: statistics[number].averageLength))
        }
        return fields
    }

    /// Where a term is, per field and segment, and how many live documents have it in any of the fields.
    func lookUp(_ term: String, fields: [Int]) throws(IndexError) -> (infos: [[TermInfo?]], docFreq: Int) {
        let bytes = Array(term.utf8)
        var infos = fields.map { _ in [TermInfo?]() }
        var docFreq = 0
        for segment in segments {
            var found: [TermInfo] = []
            for (at, field) in fields.enumerated() {
                let info = try segment.reader.terms.info(of: bytes.span, field: field)
                infos[at].append(info)
                if let info { found.append(info) }
            }
            docFreq += try segment.docFreq(ofAny: found)
        }
        return (infos, docFreq)
    }
}

extension Leaf {
    /// Whether more occurrences score more, as bounds assume.
    var hasPositiveWeight: Bool { scorer.weight > 0 }
}
