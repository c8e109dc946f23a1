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
    /// What a page says that says nothing else, in small letters.
    private static let refusals = [
        "niet gevonden", "niet worden gevonden", "not found", "ging iets mis", "gaat iets mis", "iets misgegaan",
        "fout opgetreden", "er is een fout",
    ]
    /// Words before the number of an error.
    private static let announcements: Set<Substring> = ["error", "fout", "http", "status"]
    /// What only letters have, in small letters.
    private static let letterSigns = [
        "id=\"broodtekst\"", "class=\"stuktitel\"", "aan de voorzitter", "geachte voorzitter", "geachte heer",
        "geachte mevrouw", "hoogachtend",
    ].map { Array($0.utf8) }
    /// Bytes of text that such a page has at most: with its menus, and where no title tells it.
    private static let (longestText, longestRefusal) = (4_000, 400)

    /// The title of an error page, or all that it says, and its line; nil for any other page.
    static func title(in bytes: [UInt8]) -> (text: String, line: Int)? {
        guard bytes.count <= longest else { return nil }
        let small = bytes.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        guard !letterSigns.contains(where: { small.first($0, in: 0..<small.count) != nil }) else { return nil }
        let text = PageText(small)
        guard text.bytes.count <= longestText else { return nil }
        for title in ["title", "h1"].compactMap({ element($0, in: bytes) })
        where isComplaint(line(bytes[title]).lowercased()) {
            return found(bytes[title], at: title.lowerBound, in: bytes)
        }
        guard text.bytes.count <= longestRefusal,
            refusals.contains(where: { line(text.bytes[...]).contains($0) })
        else { return nil }
        return found(text.bytes[...], at: text.start, in: bytes)
    }

    private static func found(_ text: ArraySlice<UInt8>, at start: Int, in bytes: [UInt8]) -> (text: String, line: Int)
    {
        (String(line(text).prefix(80)), 1 + bytes[..<start].count { $0 == 0x0A })
    }

    private static func line(_ text: ArraySlice<UInt8>) -> String {
        String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// What a page says, roughly: all but its tags, its title, its links (menus are nothing else), and what is none of the
    /// text.
    private struct PageText {
        var bytes: [UInt8] = []
        /// Where it begins.
        var start = 0

        private static let hidden = ["title", "script", "style", "noscript", "nav", "select", "a"].map {
            Array($0.utf8)
        }

        /// - Parameter page: in small letters.
        init(_ page: [UInt8]) {
            // Those of which an end tag is still to come.
            var hidden = Self.hidden
            var index = 0
            while index < page.count {
                let byte = page[index]
                guard byte == UInt8(ascii: "<") else {
                    if byte > .space {
                        if bytes.isEmpty { start = index }
                        bytes.append(byte)
                    } else if !bytes.isEmpty, bytes.last != .space {
                        bytes.append(.space)
                    }
                    index += 1
                    continue
                }
                if let last = bytes.last, last != .space { bytes.append(.space) }
                if let name = hidden.first(where: { Self.isTag($0, in: page, at: index + 1) }) {
                    let endTag = Array("</".utf8) + name + [UInt8(ascii: ">")]
                    if let end = page.first(endTag, in: index..<page.count) {
                        index = end
                    } else {
                        hidden.removeAll { $0 == name }
                    }
                }
                index = (page[index...].firstIndex(of: UInt8(ascii: ">")) ?? page.count - 1) + 1
            }
        }

        private static func isTag(_ name: [UInt8], in page: [UInt8], at start: Int) -> Bool {
            let end = start + name.count
            return end < page.count && !page[end].isLetter && page[start...].starts(with: name)
        }
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
