/// Gives the items of lists their depth: by how far they are set in where the source shows it, else by their labels.
///
/// A label of another shape than the items above opens a list inside the last of them; a label of a shape that is open
/// goes on with that list. A paragraph or heading ends all lists.
struct ListNesting {
    /// Dashes and bullets of different signs are different lists: `o` under `-`.
    private var open: [(shape: ListLabel.Shape, label: String, indent: Int)] = []

    /// Depth of a block: from 1 for an item, 0 for any other block. To be asked for each block in order.
    mutating func level(of block: LineBlock) -> Int {
        guard block.kind == .listItem, let shape = block.shape, let label = block.label else {
            // A caption may have drifted into a list.
            if block.kind != .caption { open = [] }
            return 0
        }
        // One space shows the start of a page.
        let indent = block.indent > 1 ? block.indent : 0
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
