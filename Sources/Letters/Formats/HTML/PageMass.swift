import References

/// How much running text stands between any two events of a page, and how much of it is links.
///
/// Sums over all events before each, so that every element is weighed by one subtraction and a page in one pass.
struct PageMass {
    /// By event: bytes before it that are no white space, outside links and outside what is never text.
    private var prose: [Int] = [0]
    /// By event: the same inside links.
    private var linked: [Int] = [0]
    /// By event: links before it.
    private var links: [Int] = [0]
    /// By event: links before it that lead to official papers.
    private var papers: [Int] = [0]

    init(_ document: MarkupEvents, _ elements: [HTMLElement]) {
        let count = document.events.count + 1
        prose.reserveCapacity(count)
        linked.reserveCapacity(count)
        links.reserveCapacity(count)
        // Of the open elements those that change what text inside them is.
        var open: [HTMLElement] = []
        var linkDepth = 0
        var skippedDepth = 0
        for (index, event) in document.events.enumerated() {
            var (text, isLink, isPaper) = (0, 0, 0)
            switch event.kind {
            case .start:
                open.append(elements[index])
                if elements[index] == .link {
                    linkDepth += 1
                    let address = document.attribute(.href, of: event)
                    isLink = address == nil ? 0 : 1
                    isPaper = address.flatMap { PaperID(link: $0) } == nil ? 0 : 1
                }
                if elements[index] == .skipped { skippedDepth += 1 }
            case .end:
                let closed = open.popLast()
                if closed == .link { linkDepth -= 1 }
                if closed == .skipped { skippedDepth -= 1 }
            case .text, .spelled:
                if skippedDepth == 0 { text = document.text(of: event).count { $0 > .space } }
            }
            prose.append(prose[index] + (linkDepth == 0 ? text : 0))
            linked.append(linked[index] + (linkDepth == 0 ? 0 : text))
            links.append(links[index] + isLink)
            papers.append(papers[index] + isPaper)
        }
    }

    func prose(in range: Range<Int>) -> Int { prose[range.upperBound] - prose[range.lowerBound] }
    func linked(in range: Range<Int>) -> Int { linked[range.upperBound] - linked[range.lowerBound] }
    func links(in range: Range<Int>) -> Int { links[range.upperBound] - links[range.lowerBound] }
    func papers(in range: Range<Int>) -> Int { papers[range.upperBound] - papers[range.lowerBound] }
}
