/// A part of a query, at work on one segment: which documents match it, and what each scores.
///
/// Windows come in ascending order, and a node only moves forward. Dispatch is once a window or, in `matches`, once a
/// document that little else has kept.
class DocNode {
    /// Documents that match, about.
    let cost: Int

    init(cost: Int) { self.cost = cost }

    /// Adds the matching documents of a window to it, and their scores where it has any.
    func fill(_ window: DocWindow) throws(IndexError) { preconditionFailure("every node fills windows") }

    /// Keeps what matches of a window's documents; adds to their scores where it has any.
    func refine(_ window: DocWindow) throws(IndexError) {
        let own = DocWindow(hasScores: window.hasScores)
        own.move(to: window.base)
        try fill(own)
        window.formIntersection(own)
    }

    /// A document that is not above the first match from `doc` on; `endOfPostings` when there is none.
    func nextDoc(from doc: DocID) throws(IndexError) -> DocID { doc }
}

/// Every document of the segment, with score 0.
final class EverythingNode: DocNode {
    override func fill(_ window: DocWindow) { window.insertAll(below: cost) }
    override func refine(_ window: DocWindow) {}
    override func nextDoc(from doc: DocID) -> DocID { Int(doc) < cost ? doc : endOfPostings }
}

/// No document.
final class NothingNode: DocNode {
    init() { super.init(cost: 0) }
    override func fill(_ window: DocWindow) {}
    override func refine(_ window: DocWindow) { window.move(to: window.base) }
    override func nextDoc(from doc: DocID) -> DocID { endOfPostings }
}

/// Documents that match at least one part.
final class AnyNode: DocNode {
    private let parts: [DocNode]

    init(_ parts: [DocNode]) {
        self.parts = parts
        super.init(cost: parts.reduce(0) { $0 + $1.cost })
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        for part in parts { try part.fill(window) }
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        let sum = DocWindow(hasScores: window.hasScores)
        sum.move(to: window.base)
        let own = DocWindow(hasScores: window.hasScores)
        for part in parts {
            own.copyDocuments(of: window)
            try part.refine(own)
            sum.formUnion(own)
        }
        window.formIntersection(sum)
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID {
        var next = endOfPostings
        for part in parts { next = min(next, try part.nextDoc(from: doc)) }
        return next
    }
}

/// Documents that match every part. The part with the fewest documents leads.
final class AllNode: DocNode {
    private let parts: [DocNode]
    private let own: DocWindow

    init(_ parts: [DocNode], hasScores: Bool) {
        self.parts = parts.sorted { $0.cost < $1.cost }
        own = DocWindow(hasScores: hasScores)
        super.init(cost: parts.map(\.cost).min() ?? 0)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        own.move(to: window.base)
        try parts[0].fill(own)
        for part in parts.dropFirst() {
            if own.isEmpty { return }
            try part.refine(own)
        }
        window.formUnion(own)
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        for part in parts { try part.refine(window) }
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID {
        var next = doc
        for part in parts { next = max(next, try part.nextDoc(from: next)) }
        return next
    }
}

/// Documents that match one part and not the other.
final class ExcludingNode: DocNode {
    private let included: DocNode
    private let excluded: DocNode
    private let own: DocWindow
    private let removed = DocWindow(hasScores: false)

    init(_ included: DocNode, not excluded: DocNode, hasScores: Bool) {
        self.included = included
        self.excluded = excluded
        own = DocWindow(hasScores: hasScores)
        super.init(cost: included.cost)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        own.move(to: window.base)
        try included.fill(own)
        if own.isEmpty { return }
        try exclude(own)
        window.formUnion(own)
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        try included.refine(window)
        try exclude(window)
    }

    private func exclude(_ window: DocWindow) throws(IndexError) {
        removed.copyDocuments(of: window)
        try excluded.refine(removed)
        window.subtract(removed)
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try included.nextDoc(from: doc) }
}

/// Documents that match one part; where they match the other too, its score is added.
final class PreferringNode: DocNode {
    private let needed: DocNode
    private let wanted: DocNode
    private let own: DocWindow
    private let preferred: DocWindow

    init(_ needed: DocNode, with wanted: DocNode, hasScores: Bool) {
        self.needed = needed
        self.wanted = wanted
        own = DocWindow(hasScores: hasScores)
        preferred = DocWindow(hasScores: hasScores)
        super.init(cost: needed.cost)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        guard window.hasScores else { return try needed.fill(window) }
        own.move(to: window.base)
        try needed.fill(own)
        if own.isEmpty { return }
        try addPreferred(own)
        window.formUnion(own)
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        try needed.refine(window)
        if window.hasScores { try addPreferred(window) }
    }

    private func addPreferred(_ window: DocWindow) throws(IndexError) {
        preferred.copyDocuments(of: window)
        try wanted.refine(preferred)
        window.addScores(of: preferred)
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try needed.nextDoc(from: doc) }
}

/// Documents of a part, all with one score.
final class ConstantNode: DocNode {
    private let part: DocNode
    private let score: Double
    private let own = DocWindow(hasScores: false)

    init(_ part: DocNode, score: Float) {
        self.part = part
        self.score = Double(score)
        super.init(cost: part.cost)
    }

    override func fill(_ window: DocWindow) throws(IndexError) {
        own.move(to: window.base)
        try part.fill(own)
        try own.forEach { doc throws(IndexError) in window.insert(doc, score: score) }
    }

    override func refine(_ window: DocWindow) throws(IndexError) {
        own.copyDocuments(of: window)
        try part.refine(own)
        window.formIntersection(own)
        try own.forEach { doc throws(IndexError) in window.add(score, to: doc) }
    }

    override func nextDoc(from doc: DocID) throws(IndexError) -> DocID { try part.nextDoc(from: doc) }
}
