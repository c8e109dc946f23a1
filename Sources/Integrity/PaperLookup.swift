public import References

/// Says whether a paper exists, as far as a corpus can know.
///
/// Answers must not change during a verification, so that findings do not depend on when they are made.
public protocol PaperLookup: Sendable {
    /// Whether the paper, under this id or as an alias, is in the corpus.
    func contains(_ id: PaperID) -> Bool
}

extension Set: PaperLookup where Element == PaperID {}

/// The papers of a lookup and those of the letters at hand.
struct ExtendedLookup: PaperLookup {
    var corpus: any PaperLookup
    var letters: Set<PaperID>

    func contains(_ id: PaperID) -> Bool { letters.contains(id) || corpus.contains(id) }
}
