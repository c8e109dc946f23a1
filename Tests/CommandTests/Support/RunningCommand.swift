import Dispatch
import Foundation
import Synchronization
import TestSupport

#if canImport(Glibc)
    import Glibc
#endif

/// The built command at work. Its output goes to files, so that no amount of it can make the command wait.
final class RunningCommand {
    /// Lies beside the program that runs the tests.
    static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "kamerspoor")

    private static let starting = Mutex(())

    private let process = Process()
    private let outputFile: URL
    private let errorFile: URL
    private let end = DispatchSemaphore(value: 0)
    /// Keeps the folder of the files until the outcome is read.
    private let bench: Workbench

    /// - Parameters:
    ///   - input: standard input; nothing when nil.
    ///   - folder: the working directory.
    ///   - scratch: where output and input lie as files, in the folders of `bench`.
    init(
        _ program: URL, _ arguments: [String], input: String?, environment: [String: String], folder: URL, scratch: URL,
        bench: Workbench
    ) throws {
        self.bench = bench
        let name = UUID().uuidString
        outputFile = scratch.appending(path: "\(name).out")
        errorFile = scratch.appending(path: "\(name).err")
        process.executableURL = program
        process.arguments = arguments
        process.environment = environment
        process.currentDirectoryURL = folder
        process.standardOutput = try Self.newFile(outputFile)
        process.standardError = try Self.newFile(errorFile)
        if let input {
            let file = scratch.appending(path: "\(name).in")
            try Data(input.utf8).write(to: file)
            process.standardInput = try FileHandle(forReadingFrom: file)
        } else {
            process.standardInput = FileHandle.nullDevice
        }
        process.terminationHandler = { [end] _ in end.signal() }
        // Foundation starts processes from one thread at a time only without trouble.
        try Self.starting.withLock { _ in try process.run() }
    }

    private static func newFile(_ url: URL) throws -> FileHandle {
        try Data().write(to: url)
        return try FileHandle(forWritingTo: url)
    }

    var id: Int32 { process.processIdentifier }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits until a condition holds or the command has ended, and says whether the condition holds.
    func wait(until condition: () -> Bool) -> Bool {
        while process.isRunning {
            if condition() { return true }
            sched_yield()
        }
        return condition()
    }

    /// Waits for the end, once.
    func outcome() throws -> Outcome {
        end.wait()
        let isExit = process.terminationReason == .exit
        return Outcome(
            status: isExit ? process.terminationStatus : nil, signal: isExit ? nil : process.terminationStatus,
            output: (try? Data(contentsOf: outputFile)) ?? Data(),
            errors: String(decoding: try Data(contentsOf: errorFile), as: UTF8.self))
    }
}
