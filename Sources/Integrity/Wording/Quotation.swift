/// Text of a letter on one line: runs of white space are one space, none at the ends.
func collapsed(_ text: String) -> String {
    text.unicodeScalars.split { $0.properties.isWhitespace }.map { String($0) }.joined(separator: " ")
}

/// Text that cannot steer a terminal or break a line: control characters and those that turn the direction of
/// writing are U+FFFD.
func printable(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: result.append("\u{FFFD}")
        default: result.append(scalar)
        }
    }
    return String(result)
}

/// Longest quotation, in characters: one line of a terminal beside the rest of its message.
private let quotationLength = 60

/// The start of a text in quotes, on one line.
func quoted(_ text: String) -> String {
    let text = printable(collapsed(text))
    return text.count <= quotationLength ? "“\(text)”" : "“\(text.prefix(quotationLength))…”"
}

/// The last words of a text in quotes, on one line.
func quotedEnd(of text: String) -> String {
    let words = printable(collapsed(text)).split(separator: " ")
    let end = words.suffix(4).joined(separator: " ").suffix(quotationLength)
    return words.count <= 4 ? "“\(end)”" : "“… \(end)”"
}

/// A sentence made fit to stand inside another: on one line, without its full stop.
func clause(_ text: String) -> String {
    let text = printable(collapsed(text))
    return text.hasSuffix(".") ? String(text.dropLast()) : text
}
