import Foundation
import TestSupport

/// A folder of its own in which the command runs. No corpus, home or setting of the user is seen from it.
final class Workbench {
    let folder: URL
    private let scratch: URL

    init() throws {
        let root = FileManager.default.temporaryDirectory.appending(path: "kamerspoor-\(UUID().uuidString)")
            .resolvingSymlinksInPath()
        folder = root.appending(path: "work")
        scratch = root.appending(path: "scratch")
        for url in [folder, scratch] {
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        }
    }

    /// With the five seeds in `seeds` and a corpus of them in `.kamerspoor`.
    static func withSeeds() throws -> Workbench {
        let bench = try Workbench()
        try bench.copySeeds()
        let outcome = try bench.run("index", "seeds")
        _ = try (outcome.status == 0 ? bench : nil).orThrow("a corpus of the seeds: \(outcome.errors)")
        return bench
    }

    deinit { try? FileManager.default.removeItem(at: folder.deletingLastPathComponent()) }

    // MARK: - Files

    func path(_ name: String) -> String { folder.appending(path: name).path }

    func copySeeds() throws {
        try FileManager.default.copyItem(at: Fixture.url("seeds"), to: folder.appending(path: "seeds"))
    }

    func makeFolder(_ name: String) throws {
        try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
    }

    func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    /// Makes the folders above the file too.
    func write(_ bytes: [UInt8], to name: String) throws {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: url)
    }

    func write(_ letter: MadeLetter, to name: String? = nil) throws {
        try write(letter.text, to: name ?? "letters/\(letter.id).txt")
    }

    func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: path(name)) }

    func removeIfThere(_ name: String) throws { if exists(name) { try remove(name) } }

    func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// In bytes; 0 when the file is not there.
    func size(of name: String) -> Int {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path(name))
        return (attributes?[.size] as? NSNumber)?.intValue ?? 0
    }

    /// All files below a folder with their bytes.
    func contents(of name: String) throws -> [String: Data] {
        try FileManager.default.subpathsOfDirectory(atPath: path(name)).reduce(into: [:]) { files, file in
            // A folder has no bytes.
            files[file] = try? Data(contentsOf: folder.appending(path: name).appending(path: file))
        }
    }

    // MARK: - Running

    @discardableResult
    func run(
        _ arguments: String..., input: String? = nil, environment: [String: String] = [:], in place: String? = nil
    ) throws -> Outcome {
        try start(arguments, input: input, environment: environment, in: place).outcome()
    }

    /// Runs lines of shell, for what only a shell can do. The command is on its path.
    func shell(_ script: String, environment: [String: String] = [:]) throws -> Outcome {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        let folder = RunningCommand.executable.deletingLastPathComponent().path
        let all = environment.merging(["PATH": "\(folder):\(path)"]) { $1 }
        return try start(["-c", script], environment: all, program: URL(filePath: "/bin/sh")).outcome()
    }

    func start(
        _ arguments: [String], input: String? = nil, environment: [String: String] = [:], in place: String? = nil,
        program: URL = RunningCommand.executable
    ) throws -> RunningCommand {
        var all = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("KAMERSPOOR") && $0.key != "NO_COLOR" }
        all["HOME"] = scratch.path
        all["XDG_DATA_HOME"] = scratch.appending(path: "data").path
        all["XDG_CONFIG_HOME"] = scratch.appending(path: "config").path
        all.merge(environment) { $1 }
        return try RunningCommand(
            program, arguments, input: input, environment: all,
            folder: place.map { folder.appending(path: $0) } ?? folder,
            scratch: scratch, bench: self)
    }
}
