import Testing

@testable import SearchIndex

@Suite struct IndexErrorTests {
    @Test(arguments: [
        (IndexError.notAnIndex(path: "/d"), "No index in /d. Build one with: kamerspoor index PATH"),
        (
            .formatTooNew(path: "/d/1", found: 3, newest: 1),
            "Index /d/1 has format 3, this program reads up to 1. Use a newer program, or rebuild it."
        ),
        (
            .formatTooOld(path: "/d/1", found: 1, oldest: 2),
            "Index /d/1 has format 1, this program reads from 2 on. Run: kamerspoor rebuild"
        ),
        (
            .corrupt(file: "/d/1.segment", offset: 12, what: "a term is out of order"),
            "/d/1.segment is damaged at byte 12: a term is out of order. Run: kamerspoor rebuild"
        ),
        (
            .locked(path: "/d", byProcess: 42, since: 1_795_304_675),
            "/d is being written by process 42 since 2026-11-21 23:44:35 UTC. Wait for it to end."
        ),
        (
            .locked(path: "/d", byProcess: 42, since: 951_782_400),
            "/d is being written by process 42 since 2000-02-29 00:00:00 UTC. Wait for it to end."
        ),
        (
            .fileSystem(operation: "open", path: "/d/1", code: 13),
            "Cannot open /d/1: Permission denied. Check the disk and its permissions, then run: kamerspoor check"
        ),
        (
            .otherSchema(path: "/d", found: ["a", "b"], wanted: ["c"]),
            "Index /d has the fields a, b, wanted are c. Run: kamerspoor rebuild"
        ),
        (.unknownField(name: "x", known: ["a", "b"]), "The index has no field x. Its fields are: a, b."),
        (.invalidQuery(what: "a phrase is too long"), "The query cannot be run: a phrase is too long."),
        (.invalidDocument(key: "k", what: "it is bad"), "Document k cannot be indexed: it is bad."),
        (
            .writerClosed(path: "/d"),
            "A write to /d failed before, so its writer is closed. Open a new writer and add the documents again."
        ),
    ])
    func messagesSayWhatHappenedAndWhatToDo(error: IndexError, message: String) {
        #expect(error.description == message)
    }

    @Test func queriesWithoutMeaningAreErrors() throws {
        let directory = try TemporaryDirectory()
        let writer = try IndexWriter(directory: directory.path, schema: CommitTests.schema)
        try writer.add(CommitTests.document("a", "zorg"))
        try writer.commit(revision: 1)
        let reader = try IndexReader.open(directory: directory.path)
        let zorg = Query.term(field: "body", term: "zorg")
        func error(_ query: Query) -> IndexError? {
            do throws(IndexError) { _ = try reader.search(query, limit: 1) } catch { return error }
            return nil
        }
        #expect(error(.term(field: "x", term: "a")) == .unknownField(name: "x", known: ["title", "body"]))
        #expect(error(.boosted(zorg, by: .nan)) == .invalidQuery(what: "a boost is not a number, or too large"))
        #expect(error(.constant(zorg, score: .infinity)) != nil)
        let often = Array(repeating: PhraseTerm("zorg", at: 0), count: 9)
        #expect(error(.phrase(field: "body", terms: often, boost: .greatestFiniteMagnitude)) != nil)
        func fields(_ weights: FieldWeight...) -> Query { .fields(weights, term: "zorg") }
        #expect(error(fields(FieldWeight("body"), FieldWeight("x"))) == error(.term(field: "x", term: "a")))
        let twice = IndexError.invalidQuery(what: "it weighs the field body twice")
        #expect(error(fields(FieldWeight("body"), FieldWeight("body", 2))) == twice)
        for weight in [-1, .nan, .infinity, 0x1p65] as [Float] {
            let what = "the weight of the field body is negative or too large"
            #expect(error(fields(FieldWeight("body", weight))) == .invalidQuery(what: what))
        }
        var deep = zorg
        for _ in 0..<1_000 { deep = .all([deep]) }
        #expect(error(deep) == .invalidQuery(what: "it is nested deeper than 500 levels"))
        let far = [PhraseTerm("zorg", at: 0), PhraseTerm("zorg", at: .max)]
        #expect(error(.phrase(field: "body", terms: far)) == .invalidQuery(what: "a phrase is too long"))
    }
}
