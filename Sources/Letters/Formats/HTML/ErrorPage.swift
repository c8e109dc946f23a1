/// Tells the page that a web site shows in place of a letter, often as if all were well.
enum ErrorPage {
    /// Bytes that such a page has at most, and in which its title stands.
    private static let longest = 200_000
    private static let sample = 1 << 15

    /// What such titles say, in small letters.
    private static let complaints = [
        "niet gevonden", "not found", "404", "foutmelding", "er is een fout", "fout opgetreden", "storing",
        "niet beschikbaar", "access denied", "toegang geweigerd", "forbidden", "service unavailable",
        "internal server error",
        "bad gateway", "onderhoud",
    ]
    /// What only letters have.
    private static let letterSigns = ["id=\"broodtekst\"", "Aan de Voorzitter", "class=\"stuktitel\""].map {
        Array($0.utf8)
    }

    /// The title of an error page, and its line; nil for any other page.
    static func title(in bytes: [UInt8]) -> (text: String, line: Int)? {
        guard bytes.count <= longest, let title = element("title", in: bytes) ?? element("h1", in: bytes) else {
            return nil
        }
        let text = String(decoding: bytes[title], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        let small = text.lowercased()
        guard complaints.contains(where: { small.contains($0) }),
            !letterSigns.contains(where: { bytes.first($0, in: 0..<bytes.count) != nil })
        else { return nil }
        return (String(text.prefix(80)), 1 + bytes[..<title.lowerBound].count { $0 == 0x0A })
    }

    /// The text of the first element of a name.
    private static func element(_ name: String, in bytes: [UInt8]) -> Range<Int>? {
        let range = 0..<min(sample, bytes.count)
        guard let start = bytes.first(Array("<\(name)".utf8), in: range),
            let open = bytes[start..<range.upperBound].firstIndex(of: UInt8(ascii: ">")),
            let close = bytes.first(Array("</\(name)".utf8), in: open..<range.upperBound)
        else { return nil }
        return open + 1..<close
    }
}
