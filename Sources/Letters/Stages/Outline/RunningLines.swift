/// Lines that plainly go on in mid-sentence with the line right above, as most lines do: none of the rules of
/// `BlockGrouping` parts a line that begins with a small letter, and has no label, from one that ends in a small letter or
/// comma.
enum RunningLines {
    /// The first line behind one of text that is not such a line.
    static func end(
        behind line: Int, _ bytes: [UInt8], _ lines: [LineTable.Line], _ roles: [LineRole], _ pageStarts: LineSet
    ) -> Int {
        let (source, lines, roles) = (bytes.span, lines.span, roles.span)
        var above = lines[line].content
        var next = line + 1
        while next < lines.count, roles[next] == .body, !pageStarts.contains(next) {
            let content = lines[next].content
            guard let first = content.first, source[first].isLowerASCII, let last = above.last,
                source[last].isLowerASCII || source[last] == .comma, !ListLabel.mayBegin(source, content),
                !QuestionLabel.matches(bytes, above)
            else { break }
            above = content
            next += 1
        }
        return next
    }
}
