import Testing

@testable import SearchIndex

/// One score over several weighted fields. Its randomised twin is in `RandomIndexTests`.
@Suite struct FieldsQueryTests {
    private static let fields = ["title", "body", "footnote"]
    private static let schema = IndexSchema(fields: fields, columns: RandomCollection.schema.columns)
    private static let weights = [FieldWeight("title", 3), FieldWeight("body"), FieldWeight("footnote", 0.7)]

    /// A document from the words of its fields, in the order of the schema.
    private static func document(_ key: String, _ texts: String...) -> NaiveIndex.Document {
        let tokens = fields.indices.map { field in
            (field < texts.count ? texts[field] : "").split(separator: " ").enumerated().map { position, word in
                NaiveIndex.Token(term: String(word), position: UInt32(position))
            }
        }
        return NaiveIndex.Document(key: key, sortKey: 0, tokens: tokens)
    }

    private static func words(_ word: String, _ count: Int, of length: Int) -> String {
        (Array(repeating: word, count: count) + Array(repeating: "x", count: length - count)).joined(separator: " ")
    }

    private static func reader(
        _ documents: [NaiveIndex.Document], in directory: TemporaryDirectory
    ) throws -> IndexReader {
        let writer = try IndexWriter(directory: directory.path, schema: schema)
        for document in documents { try writer.add(document.indexDocument) }
        try writer.commit(revision: 1)
        return try IndexReader.open(directory: directory.path)
    }

    private static func randomDocuments(_ count: Int, seed: UInt64) -> [NaiveIndex.Document] {
        var random = RandomCollection(seed: seed)
        return (0..<count).map { number in
            var document = random.document()
            document.key = "k\(number)"
            return document
        }
    }

    // MARK: - Scores

    /// Average lengths are 2 in titles and 4 in bodies. Of 4 documents 3 have the word, 2 in the title and 2 in the body.
    @Test func theScoreIsWhatTheFormulaGivesByHand() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader(
            [
                // 3 · 1 / (1/4 + 3/4 · 1/2) + 2 / (1/4 + 3/4 · 4/4) = 4.8 + 2 = 6.8, and 6.8 / (1.2 + 6.8) = 17/20
                Self.document("a", "zorg", "zorg zorg x x"),
                // 1 / (1/4 + 3/4 · 2/4) = 1.6, and 1.6 / (1.2 + 1.6) = 4/7
                Self.document("b", "x x x", "zorg y"),
                // 3 · 1 / (1/4 + 3/4 · 2/2) = 3, and 3 / (1.2 + 3) = 5/7
                Self.document("c", "zorg x", "y y y y y y"),
                Self.document("d", "x x", "y y y y"),
            ], in: directory)
        let query = Query.fields([FieldWeight("title", 3), FieldWeight("body")], term: "zorg", boost: 2)
        let found = try reader.search(query, limit: 10)
        // ln(1 + (4 − 3 + 0.5) / (3 + 0.5)) = ln(10/7)
        let idf: Float = 0.356_674_94
        #expect(found.total == 3)
        #expect(found.hits.map(\.key) == ["a", "c", "b"])
        for (hit, part) in zip(found.hits, [17 / 20, 5 / 7, 4 / 7] as [Float]) {
            #expect(abs(hit.score - 2 * idf * part) < 1e-6, "\(hit.key)")
        }
    }

    @Test func aMatchInAFieldWhereTheTermIsRareDoesNotOutweighManyElsewhere() throws {
        let directory = try TemporaryDirectory()
        func letter(_ count: Int, notes: Int = 0) -> NaiveIndex.Document {
            let (body, footnote) = (Self.words("zorg", count, of: 100), Self.words("zorg", notes, of: 20))
            return Self.document("\(count) and \(notes)", "x x", body, footnote)
        }
        let reader = try Self.reader(
            [letter(5), letter(11), letter(4), letter(0, notes: 1), letter(8)], in: directory)
        func keys(_ query: Query) throws -> [String] { try reader.search(query, limit: 10).hits.map(\.key) }
        let apart = Self.weights.map { Query.term(field: $0.field, term: "zorg", boost: $0.weight) }
        #expect(try keys(.any(apart)).first == "0 and 1")
        #expect(
            try keys(.fields(Self.weights, term: "zorg")) == ["11 and 0", "8 and 0", "5 and 0", "4 and 0", "0 and 1"])
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func oneFieldOfWeightOneScoresAsATermOrAPhraseToTheLastBit(seed: UInt64) throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader(Self.randomDocuments(50, seed: seed), in: directory)
        for field in Self.fields {
            for word in RandomCollection.words {
                let term = try reader.search(.term(field: field, term: word, boost: 1.7), limit: 50)
                let same = Query.fields([FieldWeight(field)], term: word, boost: 1.7)
                #expect(try reader.search(same, limit: 50) == term, "seed \(seed)")
                let terms = [PhraseTerm(word, at: 0), PhraseTerm("zorg", at: 1)]
                let phrase = try reader.search(.phrase(field: field, terms: terms), limit: 50)
                #expect(
                    try reader.search(.fields([FieldWeight(field)], terms: terms), limit: 50) == phrase, "seed \(seed)")
            }
        }
    }

    @Test(arguments: 1...5 as ClosedRange<UInt64>)
    func oneSegmentAndManyWithDeletedDocumentsGiveTheSameScores(seed: UInt64) throws {
        let documents = Self.randomDocuments(60, seed: seed)
        let (one, many) = (try TemporaryDirectory(), try TemporaryDirectory())
        let writer = try IndexWriter(directory: many.path, schema: Self.schema)
        for (number, document) in documents.enumerated() {
            try writer.add(document.indexDocument)
            if number % 20 == 19 { try writer.commit(revision: UInt64(number)) }
        }
        let left = documents.indices.filter { $0 % 5 != 2 }
        for number in documents.indices where !left.contains(number) { try writer.remove(key: documents[number].key) }
        try writer.commit(revision: 100)
        let index = IndexDirectory(path: many.path)
        let commit = try index.commitPoint(try #require(index.manifestNumbers().max()))
        try #require(commit.segments.count > 1 && commit.segments.contains { $0.deletes != nil })
        let parts = try IndexReader.open(directory: many.path)
        let whole = try Self.reader(left.map { documents[$0] }, in: one)
        for word in RandomCollection.words {
            for terms in [[PhraseTerm(word, at: 0)], [PhraseTerm(word, at: 0), PhraseTerm("school", at: 1)]] {
                let query = Query.fields(Self.weights, terms: terms)
                #expect(try parts.search(query, limit: 60) == whole.search(query, limit: 60), "seed \(seed)")
            }
        }
    }

    /// More documents than a block of postings has; 200 + 134 − 67 have the word in title or body, 5 in the note alone.
    @Test func aDocumentWithTheTermInTwoFieldsCountsOnce() throws {
        let directory = try TemporaryDirectory()
        var naive = NaiveIndex(fields: Self.fields)
        for number in 0..<400 {
            func word(_ divisor: Int) -> String { number % divisor == 0 ? "zorg x" : "x" }
            naive.add(Self.document("\(number)", word(2), word(3), word(25)))
        }
        let reader = try Self.reader(naive.documents.values.sorted { $0.key < $1.key }, in: directory)
        #expect(naive.docFreq("zorg", 0, 1, 2) == 272)
        let query = Query.fields(Self.weights, term: "zorg")
        #expect(try reader.search(query, limit: 400) == TopDocuments(hits: naive.search(query), total: 272))
    }

    @Test func aFieldOfWeightZeroMatchesAndAddsNothing() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader([Self.document("a", "zorg", "x"), Self.document("b", "x", "x")], in: directory)
        let query = Query.fields([FieldWeight("title", 0), FieldWeight("body")], term: "zorg")
        #expect(try reader.search(query, limit: 9).hits == [Hit(key: "a", score: 0, sortKey: 0)])
    }

    // MARK: - Matches

    @Test func aPhraseDoesNotRunOnFromOneFieldIntoAnother() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader(
            [Self.document("a", "goede", "zorg"), Self.document("b", "x", "y goede zorg")], in: directory)
        let terms = [PhraseTerm("goede", at: 0), PhraseTerm("zorg", at: 1)]
        #expect(try reader.search(.fields(Self.weights, terms: terms), limit: 9).hits.map(\.key) == ["b"])
    }

    @Test func occurrencesInAllFieldsAreOfOneLeaf() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader([Self.document("a", "zorg", "x zorg zorg", "school")], in: directory)
        let query = Query.any([
            .fields(Self.weights.reversed(), term: "zorg"), .fields(Self.weights, term: "school"),
        ])
        let expected = [("title", 0, 0), ("body", 1, 0), ("body", 2, 0), ("footnote", 0, 1)] as [(String, UInt32, Int)]
        #expect(
            try reader.occurrences(of: query, inKey: "a")
                == expected.map { Occurrence(field: $0.0, position: $0.1, length: 1, leaf: $0.2) })
    }

    @Test func noFieldsAndNoTermsMatchNothing() throws {
        let directory = try TemporaryDirectory()
        let reader = try Self.reader([Self.document("a", "zorg")], in: directory)
        for query in [Query.fields([], term: "zorg"), .fields(Self.weights, terms: [])] {
            #expect(try reader.search(query, limit: 9).total == 0)
            #expect(try reader.occurrences(of: query, inKey: "a") == [])
        }
    }
}
