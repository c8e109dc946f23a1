/// The encoding that a document in markup names: in its XML declaration, or in a `meta` element of a page.
struct DeclaredEncoding {
    /// In capitals.
    private(set) var name: String
    /// Where the name stands.
    private(set) var byte: Int

    /// Bytes in which pages name their encoding; the standard asks for the first 1,024, few pages keep to it.
    private static let sample = 1 << 13

    /// - Parameter document: in an encoding that spells ASCII as ASCII.
    init?(of document: [UInt8]) {
        let start = Array(document.prefix(Self.sample))
        guard start.first(where: { $0 > .space && $0 < 0x80 }) == UInt8(ascii: "<"),
            let range = Self.ofDeclaration(start) ?? Self.ofPage(start), !range.isEmpty
        else { return nil }
        name = String(decoding: start[range], as: UTF8.self).uppercased()
        byte = range.lowerBound
    }

    /// `ISO-8859-1` in `<?xml version="1.0" encoding="ISO-8859-1"?>`.
    private static func ofDeclaration(_ start: [UInt8]) -> Range<Int>? {
        guard let open = start.first(Array("<?xml ".utf8), in: 0..<min(start.count, 64)),
            let end = start.first(Array("?>".utf8), in: open..<start.count),
            let name = start.first(Array("encoding".utf8), in: open..<end)
        else { return nil }
        return value(start, from: name + 8, to: end)
    }

    /// `utf-8` in `<meta charset="utf-8">` and in `<meta http-equiv="Content-Type" content="text/html; charset=utf-8">`.
    private static func ofPage(_ start: [UInt8]) -> Range<Int>? {
        let small = start.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 ? $0 | 0x20 : $0 }
        var position = 0
        while let open = small.first(Array("<meta".utf8), in: position..<small.count) {
            let end = small[open...].firstIndex(of: UInt8(ascii: ">")) ?? small.count
            if let name = small.first(Array("charset".utf8), in: open..<end) {
                return value(start, from: name + 7, to: end)
            }
            position = end
        }
        return nil
    }

    /// What stands behind `=`, perhaps in quotes.
    private static func value(_ start: [UInt8], from position: Int, to end: Int) -> Range<Int>? {
        var first = position
        while first < end, start[first] <= .space || "=\"'".utf8.contains(start[first]) { first += 1 }
        let last = start[first..<end].firstIndex { $0 <= .space || "\"';/>".utf8.contains($0) } ?? end
        return first..<last
    }
}
