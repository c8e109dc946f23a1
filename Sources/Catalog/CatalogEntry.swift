public import Letters

/// A letter made ready for the catalog: its rows, and its source compressed.
///
/// Making one is the greater part of the work of saving, and needs no catalog: make them on many threads, then save them
/// together.
public struct CatalogEntry: Sendable {
    public let letter: Letter
    public let fileState: FileState
    let stored: StoredLetter
    let source: StoredSource

    /// - Throws: `CatalogError.inconsistent` if source or file state are not those of the letter or its texts do not fit
    ///   their places, `CatalogError.sourceTooLarge`.
    public init(letter: Letter, sourceBytes: [UInt8], fileState: FileState) throws(CatalogError) {
        guard sourceBytes.count == letter.source.bytes else {
            throw .inconsistent(
                id: letter.id, what: "its source has \(sourceBytes.count) bytes and should have \(letter.source.bytes)")
        }
        guard fileState.sha256 == letter.source.sha256 else {
            throw .inconsistent(id: letter.id, what: "its file's SHA-256 is not that of its source")
        }
        guard sourceBytes.count <= SourceCompression.limit else {
            throw .sourceTooLarge(path: fileState.path, bytes: sourceBytes.count, limit: SourceCompression.limit)
        }
        self.letter = letter
        self.fileState = fileState
        do {
            stored = try StoredLetter(letter)
            source = try StoredSource(sourceBytes, id: letter.id)
        } catch {
            throw .inconsistent(id: letter.id, what: String(describing: error))
        }
    }
}
