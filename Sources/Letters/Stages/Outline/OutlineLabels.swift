/// Decides whether a label alone over its text titles it or counts an item, by the labels before it.
///
/// `1. Omvang` is an item under `1.2`, since the outline is past its 1; `a. Eerste regeling` is one where a colon announced
/// a list. A label that goes on from another is what that one is.
struct OutlineLabels {
    private var last: (label: ListLabel, isHeading: Bool)?
    /// The first number of an outline that has gone deeper, `1` behind `1.2`.
    private var open: Int?
    /// Those of the last numbered heading.
    private var lastNumbers: [Int] = []

    /// - Parameters:
    ///   - label: stands with the shape of a heading.
    ///   - isAnnounced: whether the text above ends in a colon.
    mutating func isHeading(_ label: ListLabel, isAnnounced: Bool) -> Bool {
        let numbers = Self.numbers(label)
        let isHeading: Bool
        if let last, last.label.shape == label.shape, label.follows(last.label.label) {
            isHeading = last.isHeading
        } else if isAnnounced {
            isHeading = false
        } else if label.shape == .number, numbers.count == 1, let open {
            isHeading = numbers[0] > open
        } else {
            isHeading = true
        }
        if isHeading, label.shape == .number {
            open = numbers.count > 1 ? numbers[0] : nil
            lastNumbers = numbers
        }
        last = (label, isHeading)
        return isHeading
    }

    /// Whether a numbered label is the next one of the headings so far: `1.2` or `2.` behind `1.1`. If so, it is theirs.
    mutating func continuesHeadings(_ label: ListLabel) -> Bool {
        guard label.shape == .number, !lastNumbers.isEmpty else { return false }
        let numbers = Self.numbers(label)
        guard (1...lastNumbers.count).contains(numbers.count) else { return false }
        let depth = numbers.count - 1
        guard numbers[..<depth] == lastNumbers[..<depth], numbers[depth] == lastNumbers[depth] + 1 else { return false }
        return isHeading(label, isAnnounced: false)
    }

    private static func numbers(_ label: ListLabel) -> [Int] {
        label.label.utf8.split(whereSeparator: { !$0.isDigit }).compactMap { Int(String(Substring($0))) }
    }
}
