/// Chooses which candidates are markers: the best rising chain through them, for each series of notes.
///
/// Markers run 1, 2, 3 … in reading order, so the choice is a sequence problem, solved by dynamic programming over the
/// candidates in reading order: each link earns its weight, each number that a link skips costs. Bodies of notes are
/// evidence for their numbers. Where the bodies start again for an annex, so does the chain; in an annex without bodies
/// it may. Time is linear in the candidates: a link looks back over a bounded number of numbers.
struct MarkerChain {
    /// Numbers that one link may skip at most: markers that the extraction lost.
    private static let widestGap = 12
    /// What a skipped number costs: more than a weak candidate can earn, less than a strong one.
    private static let gapCost = 6
    /// What the body of a note adds for its number, if the candidate stands where that note's marker may.
    private static let bodyBonus = 6
    /// What it costs to start again where no body says so.
    private static let restartCost = 8

    private struct Link {
        var candidate: Int
        /// The link before it, which may be the last one of another series; -1 for none.
        var previous: Int
        var score: Int
        /// Whether a series begins here.
        var opensSeries: Bool
        /// Whether its series is one that only the markers tell of.
        var isWithoutBodies: Bool
        /// Index of the part that says which bodies its series has.
        var bodiesPart: Int
    }

    /// Where a chain may begin: with what has been earned up to there.
    private struct Origin {
        var link: Int
        var score: Int
        var isWithoutBodies: Bool
    }

    private let candidates: [MarkerCandidate]
    private let parts: [MarkerPart]
    private var part = 0
    /// The part that says which bodies the current series has, and these bodies.
    private var bodiesPart = 0
    private var bodies: LinesByNote
    private var links: [Link] = []
    /// Best link so far that ends in note n.
    private var best = [Int?](repeating: nil, count: MarkerCandidates.highest + 2)
    /// Notes in which links end.
    private var reached: [Int] = []
    private var origins = [Origin(link: -1, score: 0, isWithoutBodies: false)]
    private var champion: Int?

    /// Indices of the chosen candidates, ascending. The parts of the text ascend; the first begins at line 0.
    static func choose(_ candidates: [MarkerCandidate], parts: [MarkerPart]) -> [Int] {
        var chain = MarkerChain(candidates, parts)
        chain.link()
        return chain.chosen()
    }

    private init(_ candidates: [MarkerCandidate], _ parts: [MarkerPart]) {
        self.candidates = candidates
        self.parts = parts
        bodies = parts.first?.bodies ?? LinesByNote()
        links.reserveCapacity(candidates.count)
    }

    private mutating func link() {
        // Several readings of one number may not follow one another.
        var pending: [(note: Int, link: Int)] = []
        for index in candidates.indices {
            if index > 0, !Self.sharesDigits(candidates[index - 1], candidates[index]) {
                settle(&pending)
                enterParts(upTo: candidates[index].line)
            }
            guard let link = extend(index) else { continue }
            links.append(link)
            pending.append((candidates[index].note, links.count - 1))
            if champion.map({ links[$0].score < link.score }) ?? true { champion = links.count - 1 }
        }
    }

    private mutating func settle(_ pending: inout [(note: Int, link: Int)]) {
        for (note, link) in pending where best[note].map({ links[$0].score < links[link].score }) ?? true {
            if best[note] == nil { reached.append(note) }
            best[note] = link
        }
        pending.removeAll(keepingCapacity: true)
    }

    private static func sharesDigits(_ left: MarkerCandidate, _ right: MarkerCandidate) -> Bool {
        left.text == right.text && left.digits.upperBound == right.digits.upperBound
    }

    /// Enters the parts that begin at or above a line.
    private mutating func enterParts(upTo line: Int) {
        while part + 1 < parts.count, parts[part + 1].firstLine <= line {
            part += 1
            let link = champion ?? -1
            let score = champion.map { max(0, links[$0].score) } ?? 0
            if let bodies = parts[part].bodies {
                self.bodies = bodies
                bodiesPart = part
                for note in reached { best[note] = nil }
                reached.removeAll(keepingCapacity: true)
                origins = [Origin(link: link, score: score, isWithoutBodies: false)]
            } else {
                origins = [
                    origins[0], Origin(link: link, score: score - Self.restartCost, isWithoutBodies: true),
                ]
            }
        }
    }

    // MARK: - Links

    /// What a candidate earns in a series whose bodies are known.
    private func earned(_ candidate: MarkerCandidate) -> Int {
        guard let lines = bodies[candidate.note], lines.contains(candidate.line) else { return candidate.weight }
        return candidate.weight + Self.bodyBonus
    }

    /// The best link that ends in a candidate, or nil where it cannot be one.
    private func extend(_ index: Int) -> Link? {
        let candidate = candidates[index]
        let withBodies = earned(candidate)
        var link: Link?
        func offer(_ other: Link) { if link.map({ $0.score < other.score }) ?? true { link = other } }
        if !candidate.followsAnother {
            for origin in origins {
                let score = origin.score + (origin.isWithoutBodies ? candidate.weight : withBodies)
                offer(
                    Link(
                        candidate: index, previous: origin.link, score: score - (candidate.note - 1) * Self.gapCost,
                        opensSeries: true, isWithoutBodies: origin.isWithoutBodies, bodiesPart: bodiesPart))
            }
        }
        for skipped in 0..<max(0, min(Self.widestGap + 1, candidate.note - 1)) {
            guard let previous = best[candidate.note - 1 - skipped] else { continue }
            let before = candidates[links[previous].candidate]
            if candidate.followsAnother, links[previous].candidate != index - 1, !Self.isAdjacent(before, candidate) {
                continue
            }
            let isWithoutBodies = links[previous].isWithoutBodies
            let earned = isWithoutBodies ? candidate.weight : withBodies
            offer(
                Link(
                    candidate: index, previous: previous,
                    score: links[previous].score + earned - skipped * Self.gapCost, opensSeries: false,
                    isWithoutBodies: isWithoutBodies, bodiesPart: bodiesPart))
        }
        return link
    }

    private static func isAdjacent(_ left: MarkerCandidate, _ right: MarkerCandidate) -> Bool {
        left.text == right.text && left.digits.upperBound + 1 == right.digits.lowerBound
    }

    // MARK: - The choice

    private func chosen() -> [Int] {
        var chosen: [Int] = []
        var series: [Int] = []
        var next = champion ?? -1
        while next >= 0 {
            let link = links[next]
            series.append(link.candidate)
            if link.opensSeries {
                series.reverse()
                if isCredible(series, opening: link) { chosen += series.reversed() }
                series = []
            }
            next = link.previous
        }
        return chosen.reversed()
    }

    /// Without bodies only a chain from 1 with strong links is believed: letters without notes keep all their digits.
    private func isCredible(_ chain: [Int], opening: Link) -> Bool {
        guard let first = chain.first else { return false }
        let isWithoutBodies = opening.isWithoutBodies
        let bodies = isWithoutBodies ? nil : parts[opening.bodiesPart].bodies
        if let bodies, chain.contains(where: { bodies[candidates[$0].note] != nil }) { return true }
        let weights = chain.map { candidates[$0].weight }
        let starts = candidates[first].note == 1 && (weights.first ?? 0) >= 9
        // The first marker may stand in the head, on a word such as HERDRUK, or be lost.
        let isLong = chain.count >= 5
        let goesOnFromHead = candidates[first].note <= 3 && isLong && !isWithoutBodies
        if isWithoutBodies, chain.count == 1 { return false }
        // Five numbers in a row are evidence themselves, so that `D664` or a year may be among them.
        return (starts || goesOnFromHead) && weights.reduce(0, +) >= (isLong ? 7 : 9) * chain.count - 6
    }
}

/// A part of a letter in which numbers of notes may start again: the letter itself, or an annex.
struct MarkerPart {
    var firstLine: Int
    /// The notes of a series that begins here, each with the lines in which its marker may stand; nil where no body says
    /// that numbering starts again.
    var bodies: LinesByNote?

    /// The parts of a letter: one for each series of bodies, and one for each other annex.
    static func all(_ series: [NoteSeriesBodies], _ annexes: AscendingLines) -> [MarkerPart] {
        let known = Set(series.map(\.firstLine))
        let other = annexes.lines.filter { !known.contains($0) }.map { MarkerPart(firstLine: $0, bodies: nil) }
        return (series.map { MarkerPart(firstLine: $0.firstLine, bodies: $0.markerLines) } + other)
            .sorted { $0.firstLine < $1.firstLine }
    }
}
