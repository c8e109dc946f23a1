import ArgumentParser
import Corpus
import FoundationEssentials

/// Where the corpus is: `--corpus`, else `KAMERSPOOR_CORPUS`, else the nearest `.kamerspoor` upward, else the user's own.
struct CorpusLocation: ParsableArguments {
    static let folderName = ".kamerspoor"

    @Option(name: .customLong("corpus"), help: "Folder of the corpus (default: the nearest .kamerspoor upward).")
    var folder: String?

    /// Opens the corpus for reading.
    func open() throws -> LetterCorpus {
        guard let path = existing else { throw CorpusError.noCorpus(path: FileManager.default.currentDirectoryPath) }
        return try LetterCorpus.open(at: path)
    }

    /// The corpus that a new letter goes to; without any, `.kamerspoor` here.
    var forWriting: String { existing ?? Self.folderName }

    /// Named explicitly, or found; nil without any.
    private var existing: String? {
        if let folder { return folder }
        let environment = ProcessInfo.processInfo.environment
        if let folder = environment["KAMERSPOOR_CORPUS"], !folder.isEmpty { return folder }
        if let nearest { return nearest }
        let home = environment["XDG_DATA_HOME"].flatMap { $0.isEmpty ? nil : $0 }
        let data = home ?? environment["HOME"].map { "\($0)/.local/share" }
        return data.map { "\($0)/kamerspoor" }.flatMap { LetterCorpus.exists(at: $0) ? $0 : nil }
    }

    private var nearest: String? {
        var folder = URL(filePath: FileManager.default.currentDirectoryPath)
        while true {
            let candidate = folder.appending(path: Self.folderName).path
            if LetterCorpus.exists(at: candidate) { return candidate }
            let parent = folder.deletingLastPathComponent()
            guard parent.path != folder.path else { return nil }
            folder = parent
        }
    }
}
