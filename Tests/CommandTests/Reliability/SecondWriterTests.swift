import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// One process writes at a time; readers are never held up.
@Suite struct SecondWriterTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."))
        try bench.run("index", "letters")
        try bench.write(MadeLetter(number: 2, "De school staat in de stad."))
    }

    /// Runs `body` while this process holds the lock that a writer holds.
    private func holdingTheLock(_ body: () throws -> Void) throws {
        let file = try FileHandle(forUpdating: URL(filePath: bench.path(".kamerspoor/writer.lock")))
        // A command that another test starts meanwhile would keep the lock for as long as it runs.
        try #require(fcntl(file.fileDescriptor, F_SETFD, FD_CLOEXEC) == 0)
        try #require(flock(file.fileDescriptor, LOCK_EX | LOCK_NB) == 0)
        try file.truncate(atOffset: 0)
        try file.write(contentsOf: Data("\(getpid()) 1623412800\n".utf8))
        defer { try? file.close() }
        try body()
    }

    @Test(arguments: [["index", "letters"], ["rebuild"]])
    func aSecondWriterEndsWithThreeAndNamesTheFirst(command: [String]) throws {
        try holdingTheLock {
            let outcome = try bench.start(command).outcome()
            #expect(outcome.status == 3)
            #expect(outcome.text == "")
            #expect(
                outcome.errors
                    == "kamerspoor: .kamerspoor is being written by process \(getpid()) "
                    + "since 2021-06-11 12:00:00 UTC. Wait for it to end.\n"
                    || outcome.errors.hasSuffix(
                        "/.kamerspoor is being written by process \(getpid()) "
                            + "since 2021-06-11 12:00:00 UTC. Wait for it to end.\n")
            )
        }
        #expect(try bench.start(command).outcome().status == 0)
    }

    @Test func readersGoOnMeanwhile() throws {
        try holdingTheLock {
            for command in [["search", "school"], ["list"], ["check"], ["show", "31497-1"], ["graph"]] {
                let outcome = try bench.start(command).outcome()
                #expect(outcome.status == 0, "\(command)")
            }
        }
    }

    @Test func aLockThatIsLeftBehindHoldsNobody() throws {
        try bench.write("4194304 1623412800\n", to: ".kamerspoor/writer.lock")
        #expect(try bench.run("index", "letters").status == 0)
    }

    @Test func manyRunsAtOnceLeaveAWholeCorpus() throws {
        for number in 3...60 { try bench.write(MadeLetter(number: number, "De school van nummer \(number).")) }
        let runs = try (0..<4).map { _ in try bench.start(["index", "letters"]) }
        let readers = try (0..<4).map { _ in try bench.start(["search", "school", "--json"]) }
        for run in runs {
            let outcome = try run.outcome()
            #expect(outcome.status == 0 || outcome.errors.contains("is being written by"), "\(outcome.errors)")
        }
        for reader in readers {
            let outcome = try reader.outcome()
            #expect(outcome.status == 0, "\(outcome.errors)")
            let total = try outcome.json(SearchReply.self).total
            #expect((1...60).contains(total))
        }
        #expect(try bench.run("index", "letters").status == 0)
        #expect(try bench.run("list").lines.count == 60)
        #expect(try bench.run("check").status == 0)
    }
}
