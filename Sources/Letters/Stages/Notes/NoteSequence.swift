/// Chooses which lines of a zone open its notes: the best rising chain through those of the right shape.
///
/// A continuation line may begin with a number too, even with the next one: `6 maanden.` The choice is the same kind of
/// problem as that of the markers (`MarkerChain`): each start earns by what stands around it, each number that is left
/// out costs. Time is linear in the lines: a link looks back over a bounded number of numbers.
struct NoteSequence {
    /// Notes that the extraction may have lost between two of a zone.
    static let widestGap = 40

    let context: NoteContext
    /// The lines in which the markers of these notes stand.
    let markerLines: Range<Int>

    private struct Link {
        var start: NoteStart
        var previous: Int
        var score: Int
    }

    /// The starts of notes, the first of which is sure.
    func choose(_ starts: [NoteStart]) -> [NoteStart] {
        guard let first = starts.first, starts.count > 1 else { return starts }
        var links: [Link] = []
        links.reserveCapacity(starts.count)
        links.append(Link(start: first, previous: -1, score: 0))
        // By number, from that of the first note on, the best link that ends with it; -1 where none does.
        let highest = starts.reduce(first.number) { max($0, $1.number) }
        var best = [Int](repeating: -1, count: highest - first.number + 1)
        best[0] = 0
        var champion = 0
        for start in starts.dropFirst() where start.number > first.number {
            guard let link = extend(start, links, best) else { continue }
            links.append(link)
            let rival = best[start.number - first.number]
            if rival < 0 || links[rival].score < link.score { best[start.number - first.number] = links.count - 1 }
            if link.score > links[champion].score { champion = links.count - 1 }
        }
        var chosen: [NoteStart] = []
        chosen.reserveCapacity(links.count)
        while champion >= 0 {
            chosen.append(links[champion].start)
            champion = links[champion].previous
        }
        chosen.reverse()
        return chosen
    }

    private func extend(_ start: NoteStart, _ links: [Link], _ best: [Int]) -> Link? {
        let nearest = start.number - 1 - links[0].start.number
        let hasMarker = context.markers.contains(start.number, in: markerLines)
        let earned = weight(of: start) + (hasMarker ? 6 : 0)
        var link: Link?
        // Without its marker in the text a number is believed only where it is the next.
        for gap in 0...min(hasMarker ? Self.widestGap : 0, nearest) {
            let previous = best[nearest - gap]
            guard previous >= 0 else { continue }
            let score = links[previous].score + earned - min(gap * 2, 8)
            if link.map({ $0.score < score }) ?? true { link = Link(start: start, previous: previous, score: score) }
        }
        return link
    }

    /// How much the line itself speaks for a note: what ends above it, and how it opens.
    private func weight(of start: NoteStart) -> Int {
        var weight = 4
        if let above = context.textAbove(start.line) {
            if context.endsSentence(above) {
                weight += 3
            } else if context.isFull(above), above == start.line - 1 {
                weight -= 3
            }
        }
        if let first = start.text.first, context.bytes[first].isLowerASCII {
            weight -= context.isAddress(start.text) ? 0 : 3
        } else {
            weight += 2
        }
        return weight
    }
}
