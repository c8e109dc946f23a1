import Catalog
import CitationGraph
import Foundation
import Letters
import References
import TestSupport

@testable import Corpus

/// A corpus in a folder of its own, which goes with it.
final class TemporaryCorpus {
    let folder: URL
    let corpus: LetterCorpus

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "corpus-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: folder.appending(path: "letters"), withIntermediateDirectories: true)
        corpus = try LetterCorpus.openOrMake(at: folder.appending(path: "corpus").path)
    }

    convenience init(_ letters: MadeLetter...) throws {
        try self.init()
        for letter in letters { try write(letter) }
        try index()
    }

    /// With the five seeds.
    static func withSeeds() throws -> TemporaryCorpus {
        let made = try TemporaryCorpus()
        _ = try made.corpus.add(paths: [Fixture.url("seeds").path])
        return made
    }

    deinit {
        try? corpus.catalog.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func path(of letter: MadeLetter) -> String { folder.appending(path: "letters/\(letter.id).txt").path }

    func write(_ letter: MadeLetter) throws { try Data(letter.text.utf8).write(to: URL(filePath: path(of: letter))) }

    func index() throws { _ = try corpus.add(paths: [folder.appending(path: "letters").path]) }

    /// Ids of the letters that a query finds, in their order.
    func ids(_ query: String) throws -> [String] { try corpus.search(query, limit: 100).hits.map(\.id.rawValue) }
}

extension Passage {
    /// The words that are highlighted.
    var words: [String] {
        let scalars = Array(text.unicodeScalars)
        return highlights.map { String(String.UnicodeScalarView(scalars[$0])) }
    }
}
