/// The candidate that a mistyped word most likely means; nil where none is near. Ties go to the first.
///
/// Near is an edit distance (Levenshtein 1966) of at most a third of the word's length, and at least 2.
package func nearest(to word: String, among candidates: [String]) -> String? {
    let word = Array(word.unicodeScalars.prefix(100))
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
        let distance = editDistance(word, Array(candidate.unicodeScalars))
        if distance <= max(2, word.count / 3), distance < best?.distance ?? Int.max {
            best = (candidate, distance)
        }
    }
    return best?.candidate
}

/// Insertions, deletions and replacements that turn one word into another.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
    var row = Array(0...right.count)
    for (i, scalar) in left.enumerated() {
        var diagonal = row[0]
        row[0] = i + 1
        for (j, other) in right.enumerated() {
            let replaced = diagonal + (scalar == other ? 0 : 1)
            diagonal = row[j + 1]
            row[j + 1] = min(replaced, row[j] + 1, diagonal + 1)
        }
    }
    return row[right.count]
}
