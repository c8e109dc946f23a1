/// Documents of a segment with their scores, in ascending order.
struct DocList: Equatable {
    private(set) var docs: [DocID] = []
    private(set) var scores: [Float] = []

    var isEmpty: Bool { docs.isEmpty }

    mutating func append(_ doc: DocID, score: Float) {
        docs.append(doc)
        scores.append(score)
    }

    /// Documents of both lists; scores add up.
    func intersection(_ other: DocList) -> DocList {
        var result = DocList()
        var (left, right) = (0, 0)
        while left < docs.count, right < other.docs.count {
            let (a, b) = (docs[left], other.docs[right])
            if a == b { result.append(a, score: scores[left] + other.scores[right]) }
            if a <= b { left += 1 }
            if b <= a { right += 1 }
        }
        return result
    }

    /// Documents of either list; scores add up, this list's first. Cost: the sum of the lists.
    func union(_ other: DocList) -> DocList {
        var result = DocList()
        var (left, right) = (0, 0)
        while left < docs.count, right < other.docs.count {
            let (a, b) = (docs[left], other.docs[right])
            if a == b {
                result.append(a, score: scores[left] + other.scores[right])
            } else if a < b {
                result.append(a, score: scores[left])
            } else {
                result.append(b, score: other.scores[right])
            }
            if a <= b { left += 1 }
            if b <= a { right += 1 }
        }
        for rest in left..<docs.count { result.append(docs[rest], score: scores[rest]) }
        for rest in right..<other.docs.count { result.append(other.docs[rest], score: other.scores[rest]) }
        return result
    }

    /// Documents of this list that are not in the other.
    func subtracting(_ other: DocList) -> DocList {
        var result = DocList()
        var right = 0
        for left in docs.indices {
            while right < other.docs.count, other.docs[right] < docs[left] { right += 1 }
            if right == other.docs.count || other.docs[right] != docs[left] {
                result.append(docs[left], score: scores[left])
            }
        }
        return result
    }

    /// The documents of this list; where the other has one too, its score is added.
    func adding(_ other: DocList) -> DocList {
        var result = self
        var right = 0
        for left in docs.indices {
            while right < other.docs.count, other.docs[right] < docs[left] { right += 1 }
            if right < other.docs.count, other.docs[right] == docs[left] { result.scores[left] += other.scores[right] }
        }
        return result
    }

    mutating func mapScores(_ transform: (Float) -> Float) {
        for at in scores.indices { scores[at] = transform(scores[at]) }
    }

    /// The same documents, all with one score.
    func withScore(_ score: Float) -> DocList {
        var result = self
        result.scores = Array(repeating: score, count: docs.count)
        return result
    }
}

/// Adds lists up, in an array with a place for every document of the segment.
///
/// Cost: the sum of the lists and once the number of documents, however many lists there are.
struct DocListSum {
    private var scores: [Float]
    private var isMatched: [Bool]

    init(documentCount: Int) {
        scores = Array(repeating: 0, count: documentCount)
        isMatched = Array(repeating: false, count: documentCount)
    }

    mutating func add(_ list: DocList) {
        for at in list.docs.indices {
            let doc = Int(list.docs[at])
            scores[doc] += list.scores[at]
            isMatched[doc] = true
        }
    }

    var list: DocList {
        var list = DocList()
        for doc in scores.indices where isMatched[doc] { list.append(DocID(doc), score: scores[doc]) }
        return list
    }
}
