/// Chooses which candidates are markers: the best rising chain through them.
///
/// Markers run 1, 2, 3 … in reading order, so the choice is a sequence problem, solved by dynamic programming over the
/// candidates in reading order: each link earns its weight, each number that a link skips costs. Bodies of notes are
/// evidence for their numbers. Time is linear in the candidates: a link looks back over a bounded number of numbers.
struct MarkerChain {
    /// Numbers that one link may skip at most: markers that the extraction lost.
    private static let widestGap = 12
    /// What a skipped number costs: more than a weak candidate can earn, less than a strong one.
    private static let gapCost = 6
    /// What the body of a note adds for its number.
    private static let bodyBonus = 6

    private struct Link {
        var candidate: Int
        var previous: Int
        var score: Int
    }

    /// Indices of the chosen candidates, ascending.
    static func choose(_ candidates: [MarkerCandidate], bodies: Set<Int>) -> [Int] {
        var links: [Link] = []
        links.reserveCapacity(candidates.count)
        // Best link so far that ends in note n; several readings of one number may not follow one another.
        var best = [Int?](repeating: nil, count: MarkerCandidates.highest + 2)
        var pending: [(note: Int, link: Int)] = []
        var champion: Int?
        for index in candidates.indices {
            if index > 0, !sharesDigits(candidates[index - 1], candidates[index]) {
                for (note, link) in pending where best[note].map({ links[$0].score < links[link].score }) ?? true {
                    best[note] = link
                }
                pending.removeAll(keepingCapacity: true)
            }
            guard let link = extend(candidates, index, links, best, bodies) else { continue }
            links.append(link)
            pending.append((candidates[index].note, links.count - 1))
            if champion.map({ links[$0].score < link.score }) ?? true { champion = links.count - 1 }
        }
        let chain = walkBack(from: champion, links)
        return isCredible(chain, candidates, bodies) ? chain : []
    }

    private static func sharesDigits(_ left: MarkerCandidate, _ right: MarkerCandidate) -> Bool {
        left.text == right.text && left.digits.upperBound == right.digits.upperBound
    }

    /// The best link that ends in a candidate, or nil where it cannot be one.
    private static func extend(
        _ candidates: [MarkerCandidate], _ index: Int, _ links: [Link], _ best: [Int?], _ bodies: Set<Int>
    ) -> Link? {
        let candidate = candidates[index]
        let earned = candidate.weight + (bodies.contains(candidate.note) ? bodyBonus : 0)
        var link = Link(candidate: index, previous: -1, score: earned - (candidate.note - 1) * gapCost)
        if candidate.followsAnother { link.score = .min }
        for skipped in 0...widestGap where candidate.note - 1 - skipped >= 1 {
            guard let previous = best[candidate.note - 1 - skipped] else { continue }
            if candidate.followsAnother, links[previous].candidate != index - 1,
                !isAdjacent(candidates[links[previous].candidate], candidate)
            {
                continue
            }
            let score = links[previous].score + earned - skipped * gapCost
            if score > link.score { link = Link(candidate: index, previous: previous, score: score) }
        }
        return link.score == .min ? nil : link
    }

    private static func isAdjacent(_ left: MarkerCandidate, _ right: MarkerCandidate) -> Bool {
        left.text == right.text && left.digits.upperBound + 1 == right.digits.lowerBound
    }

    private static func walkBack(from last: Int?, _ links: [Link]) -> [Int] {
        var chain: [Int] = []
        var next = last ?? -1
        while next >= 0 {
            chain.append(links[next].candidate)
            next = links[next].previous
        }
        return chain.reversed()
    }

    /// Without bodies only a chain from 1 with strong links is believed: letters without notes keep all their digits.
    private static func isCredible(_ chain: [Int], _ candidates: [MarkerCandidate], _ bodies: Set<Int>) -> Bool {
        guard let first = chain.first else { return false }
        if chain.contains(where: { bodies.contains(candidates[$0].note) }) { return true }
        let weights = chain.map { candidates[$0].weight }
        let starts = candidates[first].note == 1 && (weights.first ?? 0) >= 9
        // The first marker may stand in the head, on a word such as HERDRUK, or be lost.
        let isLong = chain.count >= 5
        let goesOnFromHead = candidates[first].note <= 3 && isLong
        // Five numbers in a row are evidence themselves, so that `D664` or a year may be among them.
        return (starts || goesOnFromHead) && weights.reduce(0, +) >= (isLong ? 7 : 9) * chain.count - 6
    }
}
