/// Notes and markers of pages that have raised numbers and no links between them, as old pages do.
///
/// A note is a block that begins with a raised number; it counts only if the numbers of the notes run on from 1, and each is
/// called by a raised number before it. Exponents are no calls.
struct UnlinkedNotes {
    /// By event of the raised number that calls it: the number of a note.
    private(set) var markers: [Int: Int] = [:]
    /// By event of the block that holds it: the number of a note.
    private(set) var notes: [Int: Int] = [:]

    private struct Sign {
        var event: Int
        var number: Int
        /// The block that it begins.
        var block: Int?
    }

    /// - Parameter number: the number that is all of the text of an element.
    init(_ document: MarkupEvents, _ elements: [HTMLElement], ends: [Int], number: (Range<Int>) -> Int?) {
        let signs = Self.signs(document, elements, ends: ends, number: number)
        var called: [Int: Int] = [:]
        var bodies: [(block: Int, number: Int)] = []
        for sign in signs {
            if let block = sign.block {
                // A block that holds its number alone is a cell or the like.
                guard sign.number == bodies.count + 1, called[sign.number] != nil, number(block..<ends[block]) == nil
                else { continue }
                bodies.append((block, sign.number))
            } else if sign.number == called.count + 1, bodies.isEmpty {
                called[sign.number] = sign.event
            }
        }
        for body in bodies {
            notes[body.block] = body.number
            if let event = called[body.number] { markers[event] = body.number }
        }
    }

    /// Raised numbers in their order.
    private static func signs(
        _ document: MarkupEvents, _ elements: [HTMLElement], ends: [Int], number: (Range<Int>) -> Int?
    ) -> [Sign] {
        var signs: [Sign] = []
        // Blocks around the text, with whether any stands in them yet.
        var blocks: [(event: Int, end: Int, hasText: Bool)] = []
        var last: ArraySlice<UInt8> = []
        var index = 0
        while index < document.events.count {
            let event = document.events[index]
            while let block = blocks.last, block.end <= index { blocks.removeLast() }
            switch event.kind {
            case .start where elements[index] == .skipped:
                index = max(index, ends[index])
            case .start where elements[index] == .raised:
                guard let number = number(index..<ends[index]) else { break }
                let block = blocks.last.flatMap { $0.hasText ? nil : $0.event }
                if block != nil || !isUnit(last) { signs.append(Sign(event: index, number: number, block: block)) }
                for open in blocks.indices { blocks[open].hasText = true }
                index = max(index, ends[index])
            case .start where isBlock(elements[index]): blocks.append((index, ends[index], false))
            case .text, .spelled:
                let text = document.text(of: event)
                if text.contains(where: { $0 > .space }) {
                    last = text
                    // Those around one that has text have it already.
                    var open = blocks.count - 1
                    while open >= 0, !blocks[open].hasText {
                        blocks[open].hasText = true
                        open -= 1
                    }
                }
            case .start, .end: break
            }
            index += 1
        }
        return signs
    }

    private static func isBlock(_ element: HTMLElement) -> Bool {
        element == .paragraph || element == .item || element == .container || element == .cell
    }

    /// Whether what stands before a raised number is a unit that has powers.
    private static func isUnit(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.suffix(4).split { !$0.isLetter }.last ?? []
        guard text.last?.isLetter == true else { return false }
        return ["m", "km", "cm", "dm", "mm", "CO"].contains(String(decoding: word, as: UTF8.self))
    }
}
