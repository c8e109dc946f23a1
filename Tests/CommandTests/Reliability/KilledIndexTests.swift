import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// `index` is killed at varied moments: the corpus works, and the next run completes it.
@Suite struct KilledIndexTests {
    private static let letters = 300

    /// Growth of the catalog, in bytes, at which the run is killed.
    @Test(arguments: [0, 1, 60_000, 200_000, 500_000, 900_000])
    func whatIsThereAfterAKillWorksAndTheNextRunCompletesIt(bytes: Int) throws {
        let bench = try Workbench()
        for number in 1...Self.letters {
            let words = (0..<200).map { "woord\(($0 * number) % 997)" }.joined(separator: " ")
            try bench.write(
                MadeLetter(
                    number: number, paragraphs: ["De school uniek\(number) staat in het dorp.1", words],
                    notes: ["Kamerstuk 31 497, nr. \(number + 1)"]))
        }
        let run = try bench.start(["index", "letters", "--threads", "2"])
        let isCaught = run.wait {
            bench.exists(".kamerspoor/catalog.sqlite")
                && bench.size(of: ".kamerspoor/catalog.sqlite") + bench.size(of: ".kamerspoor/catalog.sqlite-wal")
                    >= bytes
        }
        run.send(SIGKILL)
        let killed = try run.outcome()
        try #require(isCaught)
        print("killed at \(bytes) bytes: \(killed.signal.map { "signal \($0)" } ?? "it had ended")")

        let list = try bench.run("list", "--json")
        // The catalog may not have been made yet, or be empty.
        #expect([0, 1, 3].contains(list.status))
        if list.status != 3 {
            let ids = try list.json(ListReply.self).letters.map(\.id)
            #expect(try bench.run("check").status == 0)
            let found = try bench.run("search", "school", "--json", "--limit", "1000").json(SearchReply.self)
            #expect(Set(found.hits.map(\.id)) == Set(ids))
            #expect(found.total == ids.count)
        }

        let again = try bench.run("index", "letters")
        #expect(again.status == 0, "\(again.errors)")
        #expect(try bench.run("list").lines.count == Self.letters)
        let whole = try bench.run("search", "school", "--json").json(SearchReply.self)
        #expect(whole.total == Self.letters)
        #expect(try bench.run("search", "uniek\(Self.letters)", "--json").json(SearchReply.self).total == 1)
        #expect(try bench.run("check").status == 0)
        #expect(try bench.run("index", "letters").text == "0 added, 0 updated, \(Self.letters) unchanged\n")
    }
}
