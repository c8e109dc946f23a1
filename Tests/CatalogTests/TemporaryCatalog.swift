import Foundation
import GRDB
import Letters
public import References

@testable import Catalog

/// A catalog in a folder of its own, which goes with it.
final class TemporaryCatalog {
    let folder: URL
    let catalog: LetterCatalog

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "catalog-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        catalog = try LetterCatalog.open(path: folder.appending(path: "catalog.sqlite").path)
    }

    deinit {
        try? catalog.close()
        try? FileManager.default.removeItem(at: folder)
    }

    var path: String { catalog.path }

    /// Changes the database behind the catalog's back, as another program or a fault would.
    func tamper(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA foreign_keys = OFF; \(sql)") }
        try queue.close()
    }

    /// Runs `body` while another connection is writing.
    func withWriteLock(_ body: () throws -> Void) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.inDatabase { db in
            try db.execute(sql: "BEGIN IMMEDIATE")
            defer { try? db.execute(sql: "ROLLBACK") }
            try body()
        }
    }

    /// From here on the catalog behaves as if the disk had no free page left.
    func limitPages() throws {
        try catalog.write { db in
            let pages = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
            try db.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
        }
    }

    func writerPragma(_ name: String) throws -> Int? {
        try catalog.write { db in try Int.fetchOne(db, sql: "PRAGMA \(name)") }
    }
}

/// A small letter with its source, as the reader of a file would give it.
struct Sample {
    var letter: Letter
    var bytes: [UInt8]
    var state: FileState

    var entry: CatalogEntry {
        get throws { try CatalogEntry(letter: letter, sourceBytes: bytes, fileState: state) }
    }
}

/// - Parameters:
///   - cites: one mention each; a name with commas makes one mention with several targets.
func sample(
    _ id: String, path: String? = nil, text: String = "De school om de hoek.", aliases: [String] = [],
    cites: [String] = [], abbreviations: [String] = []
) -> Sample {
    let bytes = Array(text.utf8)
    // Stands for the hash: the catalog compares it and never computes it.
    let hash = String(bytes.reduce(UInt64(5381)) { $0 &* 33 &+ UInt64($1) }, radix: 16)
    let path = path ?? "brieven/\(id).txt"
    let place = Place(byte: 0, line: 1, column: 1, page: 1)
    let body = PlacedText(text: text, runs: [PlacedText.Run(textOffset: 0, place: place)])
    let letter = Letter(
        source: SourceInfo(path: path, format: .text, bytes: bytes.count, sha256: hash),
        identity: Identity(
            id: PaperID(canonical: id), origin: .footer, aliases: aliases.map(PaperID.init(canonical:))),
        head: Head(title: "Over \(id)", date: "2021-06-11"),
        sections: [Section(blocks: [Block(kind: .paragraph, text: body)])],
        footnotes: [Footnote(number: 1, text: body, place: place, isComplete: true)],
        mentions: cites.enumerated().map { index, names in
            Mention(
                reference: Reference(
                    raw: names, range: index..<index + 1, kind: .kamerstuk,
                    targets: names.split(separator: ",").map { PaperID(canonical: String($0)) }),
                place: place,
                container: index == 0 ? .footnote(index: 0) : .body(Anchor(section: 0, block: 0, offset: index)))
        }, abbreviations: abbreviations.map { Abbreviation(shortForm: $0, longForm: "Lang \($0)", place: place) })
    return Sample(
        letter: letter, bytes: bytes,
        state: FileState(path: path, size: bytes.count, modified: 1_623_000_000_000_000_001, sha256: hash))
}

extension LetterCatalog {
    func save(_ sample: Sample) throws {
        try save(sample.letter, sourceBytes: sample.bytes, fileState: sample.state)
    }
}

extension PaperID: ExpressibleByStringLiteral {
    public init(stringLiteral value: String) { self.init(canonical: value) }
}
