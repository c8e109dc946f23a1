/// Tells the page that a web site shows in place of a letter, often as if all were well.
enum ErrorPage {
    /// Bytes that such a page has at most, and in which its title stands.
    private static let longest = 200_000
    private static let sample = 1 << 15

    /// What such titles say, in small letters.
    private static let complaints = [
        "niet gevonden", "niet worden gevonden", "not found", "foutmelding", "er is een fout", "fout opgetreden",
        "storing",
        "niet beschikbaar", "access denied", "toegang geweigerd", "forbidden", "service unavailable",
        "temporarily unavailable", "internal server error", "bad gateway", "gateway time-out", "gateway timeout",
        "too many requests", "onderhoud", "bestaat niet",
    ]
    /// Words before the number of an error.
    private static let announcements: Set<Substring> = ["error", "fout", "http", "status"]
    /// What only letters have.
    private static let letterSigns = ["id=\"broodtekst\"", "Aan de Voorzitter", "class=\"stuktitel\""].map {
        Array($0.utf8)
    }

    /// The title of an error page, and its line; nil for any other page.
    static func title(in bytes: [UInt8]) -> (text: String, line: Int)? {
        guard bytes.count <= longest, !letterSigns.contains(where: { bytes.first($0, in: 0..<bytes.count) != nil })
        else { return nil }
        for title in ["title", "h1"].compactMap({ element($0, in: bytes) }) {
            let text = String(decoding: bytes[title], as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(
                separator: " ")
            guard isComplaint(text.lowercased()) else { continue }
            return (String(text.prefix(80)), 1 + bytes[..<title.lowerBound].count { $0 == 0x0A })
        }
        return nil
    }

    /// Whether a title complains, or is the number of an error (RFC 9110, 15.5 and 15.6), alone or as such.
    private static func isComplaint(_ title: String) -> Bool {
        if complaints.contains(where: { title.contains($0) }) { return true }
        let words = title.split { !$0.isLetter && !$0.isNumber }
        guard
            let number = words.firstIndex(where: {
                $0.utf8.count == 3 && Int($0).map { (400...599).contains($0) } == true
            })
        else { return false }
        return words.count == 1 || number > 0 && announcements.contains(words[number - 1])
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
