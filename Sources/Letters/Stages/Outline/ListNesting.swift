/// Gives the items of lists their depth: by how far they are set in where the source shows it, else by their labels.
///
/// A label of another shape than the items above opens a list inside the last of them; a label of a shape that is open
/// goes on with that list. A paragraph or heading ends all lists.
struct ListNesting {
    /// Dashes and bullets of different signs are different lists: `o` under `-`.
    private var open: [(shape: ListLabel.Shape, label: String, indent: Int)] = []

    /// Depth of a block: from 1 for an item, 0 for any other block. To be asked for each block in order.
    mutating func level(
        _ kind: LineBlock.Kind, _ shape: ListLabel.Shape?, _ label: String?, indent blanks: Int
    ) -> Int {
        guard kind == .listItem, let shape, let label else {
            // A caption may have drifted into a list.
            if kind != .caption, !open.isEmpty { open = [] }
            return 0
        }
        // One space shows the start of a page.
        let indent = blanks > 1 ? blanks : 0
        while let last = open.last, last.indent > indent { open.removeLast() }
        if let last = open.last, last.indent < indent {
            open.append((shape, label, indent))
        } else if let known = open.lastIndex(where: {
            $0.shape == shape && $0.indent == indent && (shape != .dash && shape != .bullet || $0.label == label)
        }) {
            open.removeLast(open.count - known - 1)
        } else {
            open.append((shape, label, indent))
        }
        return open.count
    }
}
