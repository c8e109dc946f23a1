/// Notes and markers of pages that have no links between them, as old pages do: numbers that are raised or, as `[1]`, stand
/// in brackets, and notes that begin with them or are the items of a list under the heading `Noten` or one that the page
/// calls so.
///
/// A note counts only if the numbers of the notes run on from 1, and each is called by a number before it. Exponents are
/// no calls.
struct UnlinkedNotes {
    /// A number in brackets within a text.
    struct SignInText {
        /// Bytes from the start of the text.
        var range: Range<Int>
        var number: Int
        /// Whether it calls the note; else it stands before it.
        var isCall: Bool
    }

    /// By event of the raised number that calls it: the number of a note.
    private(set) var markers: [Int: Int] = [:]
    /// By event of the block that holds it: the number of a note.
    private(set) var notes: [Int: Int] = [:]
    /// By event of the text, in its order.
    private(set) var signs: [Int: [SignInText]] = [:]

    private struct Sign {
        var event: Int
        var number: Int
        /// The block that it begins, or is an item of.
        var block: Int?
        /// Where it stands in the text of the event; nil for an element.
        var range: Range<Int>?
        /// Whether it is counted and stands nowhere.
        var isCounted = false
    }

    private let document: MarkupEvents
    private let elements: [HTMLElement]
    private let ends: [Int]
    private var found: [Sign] = []
    /// Blocks around the text, with whether any stands in them yet.
    private var blocks: [(event: Int, end: Int, hasText: Bool)] = []
    private var lastText: ArraySlice<UInt8> = []
    /// Of the list under a heading of notes: where it ends, and its items so far.
    private var noteList: (end: Int, count: Int)?
    private var isUnderNoteHeading = false

    /// - Parameter number: the number that is all of the text of an element.
    init(_ document: MarkupEvents, _ elements: [HTMLElement], ends: [Int], number: (Range<Int>) -> Int?) {
        (self.document, self.elements, self.ends) = (document, elements, ends)
        findSigns(number)
        bind(number)
    }

    /// What stands over notes.
    static let headings: Set<String> = ["noten", "voetnoten", "eindnoten", "referenties", "bronnen en noten"]

    /// Events of such a heading at most.
    private static let longestHeading = 12

    // MARK: - Which sign is which

    private mutating func bind(_ number: (Range<Int>) -> Int?) {
        var called: [Int: Sign] = [:]
        var bodies: [(sign: Sign, block: Int)] = []
        for sign in found {
            if let block = sign.block {
                // A block that holds its number alone is a cell or the like.
                guard sign.number == bodies.count + 1, called[sign.number] != nil,
                    sign.isCounted || number(block..<ends[block]) == nil
                else { continue }
                bodies.append((sign, block))
            } else if sign.number == called.count + 1, bodies.isEmpty {
                called[sign.number] = sign
            }
        }
        for (sign, block) in bodies {
            notes[block] = sign.number
            if let range = sign.range {
                signs[sign.event, default: []].append(SignInText(range: range, number: sign.number, isCall: false))
            }
            guard let call = called[sign.number] else { continue }
            if let range = call.range {
                signs[call.event, default: []].append(SignInText(range: range, number: sign.number, isCall: true))
            } else {
                markers[call.event] = sign.number
            }
        }
    }

    // MARK: - Signs

    /// Numbers in their order.
    private mutating func findSigns(_ number: (Range<Int>) -> Int?) {
        var index = 0
        while index < document.events.count {
            let event = document.events[index]
            while let block = blocks.last, block.end <= index { blocks.removeLast() }
            if let list = noteList, list.end <= index { noteList = nil }
            switch event.kind {
            case .start where elements[index] == .skipped:
                index = max(index, ends[index])
            case .start where elements[index] == .raised:
                guard let number = number(index..<ends[index]) else { break }
                let block = blocks.last.flatMap { $0.hasText ? nil : $0.event }
                if block != nil || !isUnit(lastText) { found.append(Sign(event: index, number: number, block: block)) }
                fillBlocks()
                index = max(index, ends[index])
            case .start: begin(elements[index], index)
            case .text, .spelled: takeText(document.text(of: event), index)
            case .end: break
            }
            index += 1
        }
    }

    private mutating func begin(_ element: HTMLElement, _ index: Int) {
        switch element {
        case .heading:
            let text = document.events[index..<min(ends[index], index + Self.longestHeading)].filter {
                $0.kind == .text
            }
            .map { String(decoding: document.text(of: $0), as: UTF8.self) }.joined().trimming(" \n\t\r:")
            isUnderNoteHeading = Self.headings.contains(text.lowercased())
        case .list(isNumbered: true):
            if isUnderNoteHeading || isCalledNotes(index) { noteList = (ends[index], 0) }
            isUnderNoteHeading = false
        case .item:
            blocks.append((index, ends[index], false))
            guard let count = noteList?.count else { return }
            noteList?.count = count + 1
            found.append(Sign(event: index, number: count + 1, block: index, isCounted: true))
        case .container where isCalledNotes(index):
            isUnderNoteHeading = true
            blocks.append((index, ends[index], false))
        case .paragraph, .container, .cell: blocks.append((index, ends[index], false))
        default: break
        }
    }

    /// What pages call their notes.
    private static let names: Set<String> = [
        "footnotes", "footnote-list", "endnotes", "noten", "voetnoten", "eindnoten",
    ]

    private func isCalledNotes(_ index: Int) -> Bool {
        let event = document.events[index]
        guard !event.attributes.isEmpty else { return false }
        let words = [document.attribute(.id, of: event), document.attribute(.class, of: event)]
        return words.contains {
            $0?.lowercased().split(separator: " ").contains { Self.names.contains(String($0)) } ?? false
        }
    }

    private mutating func takeText(_ text: ArraySlice<UInt8>, _ index: Int) {
        guard text.contains(where: { $0 > .space }) else { return }
        var isFirst = blocks.last.map { !$0.hasText } ?? false
        if document.events[index].kind == .text, text.contains(UInt8(ascii: "[")) {
            var position = text.startIndex
            while let sign = Self.bracketed(text, from: position) {
                let isAtStart = isFirst && text[..<sign.range.lowerBound].allSatisfy { $0 <= .space }
                isFirst = false
                let range = sign.range.lowerBound - text.startIndex..<sign.range.upperBound - text.startIndex
                found.append(
                    Sign(event: index, number: sign.number, block: isAtStart ? blocks.last?.event : nil, range: range))
                position = sign.range.upperBound
            }
        }
        lastText = text
        fillBlocks()
    }

    /// The next `[12]`.
    private static func bracketed(
        _ text: ArraySlice<UInt8>, from start: Int
    ) -> (range: Range<Int>, number: Int)? {
        var position = start
        while let open = text[position...].firstIndex(of: UInt8(ascii: "[")) {
            let digits = text[(open + 1)...].prefix { $0.isDigit }
            let close = digits.endIndex
            if (1...3).contains(digits.count), close < text.endIndex, text[close] == UInt8(ascii: "]") {
                return (open..<close + 1, digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
            }
            position = open + 1
        }
        return nil
    }

    /// Says that all blocks around have text; those around one that has it have it already.
    private mutating func fillBlocks() {
        var open = blocks.count - 1
        while open >= 0, !blocks[open].hasText {
            blocks[open].hasText = true
            open -= 1
        }
    }

    /// Whether what stands before a raised number is a unit that has powers.
    private func isUnit(_ text: ArraySlice<UInt8>) -> Bool {
        let word = text.suffix(4).split { !$0.isLetter }.last ?? []
        guard text.last?.isLetter == true else { return false }
        return ["m", "km", "cm", "dm", "mm", "CO"].contains(String(decoding: word, as: UTF8.self))
    }
}
