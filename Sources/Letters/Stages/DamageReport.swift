/// Reports an encoding that had to be guessed, and bytes that are no valid UTF-8, a line at a time.
enum DamageReport {
    /// Lines reported at most; a file with more is damaged throughout.
    private static let most = 100

    /// - Parameter wideLines: those with bytes above ASCII, ascending.
    static func diagnostics(
        _ source: DecodedSource, _ lines: [LineTable.Line], wideLines: [Int], _ pages: [Int]
    ) -> [Diagnostic] {
        var found: [Diagnostic] = []
        if source.encoding != .utf8 {
            let detail = "read as \(source.encoding.rawValue)"
            found.append(Diagnostic(kind: .encodingGuessed, place: .start, detail: detail))
        }
        for index in wideLines {
            guard found.count < most else { break }
            if let diagnostic = damage(source.bytes, lines[index], index, pages[index]) { found.append(diagnostic) }
        }
        return found
    }

    private static func damage(_ bytes: [UInt8], _ line: LineTable.Line, _ index: Int, _ page: Int) -> Diagnostic? {
        var position = line.content.lowerBound
        var column = line.indent + 1
        var first: Place?
        var count = 0
        while let wide = ByteChunks.firstWide(in: bytes.span, position..<line.content.upperBound) {
            column += wide - position
            position = wide
            let decoded = bytes.scalar(at: position, end: line.content.upperBound)
            if decoded.scalar == nil {
                count += 1
                first = first ?? Place(byte: position, line: index + 1, column: column, page: page)
            }
            position += decoded.length
            column += 1
        }
        return first.map {
            Diagnostic(
                kind: .encodingDamage, place: $0,
                detail: "\(count) \(count == 1 ? "byte is" : "bytes are") no valid UTF-8; read as U+FFFD")
        }
    }
}
