/// Labels of the items of a list, which a page shows by its layout alone.
///
/// `type`, `start` and `reversed` of the list and `value` of an item, as in the HTML Standard, 4.4.5 and 4.4.8.
struct ItemLabels {
    private let isNumbered: Bool
    private let type: String
    private let step: Int
    private var number: Int

    /// Numbers are kept within four digits, so that hostile ones cost nothing.
    private static let numbers = -9_999...9_999

    /// - Parameter list: its event.
    init?(_ page: HTMLPage, list: Int) {
        guard case .list(let isNumbered) = page.elements[list] else { return nil }
        let event = page.document.events[list]
        self.isNumbered = isNumbered
        type = page.document.attribute(.type, of: event) ?? "1"
        let isReversed = isNumbered && page.document.attribute(.reversed, of: event) != nil
        step = isReversed ? -1 : 1
        let start = page.document.attribute(.start, of: event).flatMap { Int($0) }
        number = start.map(Self.within) ?? (isReversed ? Self.items(page, list) : 1)
    }

    private static func within(_ number: Int) -> Int { min(max(number, numbers.lowerBound), numbers.upperBound) }

    /// Items of a list itself.
    private static func items(_ page: HTMLPage, _ list: Int) -> Int {
        var depth = 0
        return page.document.events.indices[list..<min(page.ends[list], page.elements.count)].count { index in
            switch page.document.events[index].kind {
            case .start:
                depth += 1
                return depth == 2 && page.elements[index] == .item
            case .end: depth -= 1
            case .text, .spelled: break
            }
            return false
        }
    }

    /// - Parameter value: the number that the item itself says.
    mutating func next(value: String?) -> String {
        guard isNumbered else { return "\u{2022}" }
        if let said = value.flatMap({ Int($0) }) { number = Self.within(said) }
        defer { number = Self.within(number + step) }
        return written + "."
    }

    private var written: String {
        switch type {
        case "a": Self.letters(number) ?? "\(number)"
        case "A": Self.letters(number)?.uppercased() ?? "\(number)"
        case "i": Self.roman(number) ?? "\(number)"
        case "I": Self.roman(number)?.uppercased() ?? "\(number)"
        default: "\(number)"
        }
    }

    /// `a` to `z`, then `aa`.
    private static func letters(_ number: Int) -> String? {
        guard number > 0 else { return nil }
        var rest = number
        var letters: [UInt8] = []
        while rest > 0 {
            letters.append(UInt8(ascii: "a") + UInt8((rest - 1) % 26))
            rest = (rest - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    private static let numerals: [(value: Int, letters: String)] = [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
        (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ]

    private static func roman(_ number: Int) -> String? {
        guard (1...3_999).contains(number) else { return nil }
        var rest = number
        var text = ""
        for (value, letters) in numerals {
            while rest >= value {
                text += letters
                rest -= value
            }
        }
        return text
    }
}
