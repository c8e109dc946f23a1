/// The text that a file holds, with the way back to the file: for who reads text and no letter.
package struct FileText: Sendable {
    /// UTF-8, valid or not.
    package let bytes: [UInt8]
    /// Whether its lines are counted page by page.
    package let isPaged: Bool
    private let map: SourceMap?

    package init(_ source: SourceText) {
        let marked = MarkedText(source, source.decoded)
        bytes = marked.bytes
        map = marked.map
        isPaged = source.info.format == .pdf
    }

    /// Where a byte of the text stands in the file; nil where lines and columns are those of the text itself.
    package func place(at byte: Int) -> Place? { map?.place(at: byte, in: bytes) }
}
