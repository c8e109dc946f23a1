/// Items that stand in paragraphs of their own, with their labels in the text: older publications and many pages have them
/// in place of lists.
enum LabelledParagraphs {
    /// Blocks further on in which the item behind another is looked for.
    private static let reach = 12

    /// Makes items of paragraphs that begin with a dash or bullet, or with a letter or number that goes on with another.
    static func mark(_ blocks: inout [LineBlock], _ bytes: [UInt8]) {
        let labels = blocks.map { $0.kind == .paragraph && $0.label == nil ? ListLabel(bytes, $0.firstText) : nil }
        var items = labels.map { $0.map(isSign) ?? false }
        for (index, label) in labels.enumerated() {
            guard let label, isCounted(label, bytes) else { continue }
            let next = labels.indices.dropFirst(index + 1).prefix(reach).first {
                goesOn(labels[$0], from: label, bytes)
            }
            guard let next else { continue }
            items[index] = true
            items[next] = true
        }
        for (index, label) in labels.enumerated() where items[index] {
            guard let label else { continue }
            blocks[index].kind = .listItem
            blocks[index].label = label.label
            blocks[index].shape = label.shape
            blocks[index].firstText = label.text
        }
    }

    /// A dash or bullet; the letter `o` stands for one only beside others, which is too seldom to be looked for.
    private static func isSign(_ label: ListLabel) -> Bool {
        (label.shape == .dash || label.shape == .bullet) && label.label != "o"
    }

    /// A letter or number before a sentence or a part of one; a title has no sign at its end.
    private static func isCounted(_ label: ListLabel, _ bytes: [UInt8]) -> Bool {
        guard label.shape != .dash, label.shape != .bullet, let last = bytes[label.text].last else { return false }
        return last.isTerminal || last == .comma || last == UInt8(ascii: ";") || last == UInt8(ascii: ":")
            || label.text.count > 120
    }

    private static func goesOn(_ label: ListLabel?, from other: ListLabel, _ bytes: [UInt8]) -> Bool {
        guard let label, isCounted(label, bytes) else { return false }
        // `1.` and `1)` are labels of different lists.
        return label.follows(other.label) && label.label.last == other.label.last
    }
}
