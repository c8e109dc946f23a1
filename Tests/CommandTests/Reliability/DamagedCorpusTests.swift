import Foundation
import TestSupport
import Testing

/// Damage is healed from the catalog, or named with exit code 3; it never changes an answer.
@Suite struct DamagedCorpusTests {
    let bench: Workbench
    let answer: Data

    init() throws {
        bench = try Workbench()
        for number in 1...5 {
            try bench.write(MadeLetter(number: number, "De school staat in dorp \(number), en de school is klein."))
        }
        // Long enough for a segment that is a file of its own.
        let words = (1...20_000).map { "woord\($0)" }.joined(separator: " ")
        try bench.write(MadeLetter(number: 6, words))
        try bench.run("index", "letters")
        answer = try bench.run("search", "school", "--json").output
    }

    private func files(_ prefix: String) throws -> [String] {
        try bench.contents(of: ".kamerspoor").keys.filter { $0.hasPrefix(prefix) && !$0.hasSuffix(".lock") }.sorted()
    }

    /// The right answer, or a message that names the file.
    private func expectRightOrNamed(_ file: String) throws {
        let outcome = try bench.run("search", "school", "--json")
        if outcome.status == 0 {
            #expect(outcome.output == answer, "\(file)")
        } else {
            #expect(outcome.status == 3)
            #expect(outcome.output.isEmpty)
            #expect(outcome.errors.contains(file), "\(outcome.errors)")
        }
    }

    @Test func aFlippedBitAnywhereInTheIndexIsNoticed() throws {
        for file in try files("index/") {
            let name = ".kamerspoor/\(file)"
            let whole = try Fixture.bytes(from: bench.path(name))
            for at in stride(from: 0, to: whole.count, by: max(1, whole.count / 12)) {
                var bytes = whole
                bytes[at] ^= 0x10
                try bench.write(bytes, to: name)
                try expectRightOrNamed(file)
            }
            try bench.write(whole, to: name)
        }
    }

    @Test func aCutOrMissingFileOfTheIndexIsNoticed() throws {
        for file in try files("index/") {
            let name = ".kamerspoor/\(file)"
            let whole = try Fixture.bytes(from: bench.path(name))
            for length in [0, 1, whole.count / 2, whole.count - 1] {
                try bench.write(Array(whole.prefix(length)), to: name)
                try expectRightOrNamed(file)
            }
            try bench.remove(name)
            try expectRightOrNamed(file)
            try bench.removeIfThere(".kamerspoor/index")
            #expect(try bench.run("search", "school", "--json").output == answer)
        }
    }

    @Test(arguments: ["index/1.segment", "index/manifest-1"])
    func indexAndRebuildMendADamagedIndex(file: String) throws {
        let name = ".kamerspoor/\(file)"
        let whole = try Fixture.bytes(from: bench.path(name))
        for command in [["index", "letters"], ["rebuild"]] {
            for damaged in [Array(whole.dropLast(9)), []] {
                try bench.write(damaged, to: name)
                #expect(try bench.start(command).outcome().status == 0)
                #expect(try bench.run("search", "school", "--json").output == answer)
                #expect(try bench.run("check").status == 0)
                try bench.removeIfThere(".kamerspoor/index")
                try bench.run("search", "school")
            }
        }
    }

    @Test func aMissingSegmentIsMendedByIndex() throws {
        try bench.remove(".kamerspoor/index/1.segment")
        #expect(try bench.run("check").status == 3)
        #expect(try bench.run("index", "letters").status == 0)
        #expect(try bench.run("search", "school", "--json").output == answer)
    }

    @Test func anIndexThatIsGoneIsMadeAnew() throws {
        try bench.remove(".kamerspoor/index")
        #expect(try bench.run("search", "school", "--json").output == answer)
        #expect(try bench.run("check").status == 0)
    }

    @Test(arguments: [0, 1, 100, 4096, 20_000])
    func aCutCatalogIsNamed(length: Int) throws {
        let name = ".kamerspoor/catalog.sqlite"
        for ending in ["-wal", "-shm"] { try bench.removeIfThere(name + ending) }
        try bench.write(Array(Fixture.bytes(from: bench.path(name)).prefix(length)), to: name)
        for command in [["list"], ["search", "school"], ["check"], ["show", "31497-1"], ["rebuild"], ["graph"]] {
            let outcome = try bench.start(command).outcome()
            #expect(outcome.status == 3, "\(command) \(outcome)")
            #expect(outcome.errors.contains("catalog.sqlite"))
        }
    }

    /// What the message of a damaged catalog advises.
    @Test func aCatalogThatIsMadeAnewDoesNotInheritTheOldIndex() throws {
        for ending in ["", "-wal", "-shm"] { try bench.removeIfThere(".kamerspoor/catalog.sqlite\(ending)") }
        for number in 11...15 {
            try bench.write(MadeLetter(number: number, "De school in de stad."), to: "nieuw/\(number).txt")
        }
        #expect(try bench.run("index", "nieuw").status == 0)
        let reply = try bench.run("search", "school", "--json").json(SearchReply.self)
        #expect(reply.hits.map(\.id) == (11...15).map { "kst-31497-\($0)" })
        #expect(reply.total == 5)
        #expect(reply.occurrences == 5)
        #expect(try bench.run("search", "dorp").status == 1)
        #expect(try bench.run("check").status == 0)
    }

    @Test func anOlderCopyOfTheCatalogIsTaken() throws {
        let old = try bench.contents(of: ".kamerspoor").filter { $0.key.hasPrefix("catalog") }
        try bench.write(MadeLetter(number: 6, "De school van zes."))
        try bench.run("index", "letters")
        for ending in ["", "-wal", "-shm"] { try bench.removeIfThere(".kamerspoor/catalog.sqlite\(ending)") }
        for (name, data) in old where !name.hasSuffix("-shm") {
            try bench.write([UInt8](data), to: ".kamerspoor/\(name)")
        }
        #expect(try bench.run("search", "school", "--json").output == answer)
        #expect(try bench.run("search", "zes").status == 1)
        #expect(try bench.run("check").status == 0)
    }
}
