extension PaperID {
    /// Other ids under which the official sites keep the same paper, as far as the id itself tells; without the id.
    ///
    /// - A paper of the Eerste Kamer up to 2009/10 bears its session year: `kst-20082009-31700-VI-D` for
    ///   `kst-31700-VI-D`. `sessionYear` (`2008-2009`, `2008/09` or `20082009`) gives the longer form.
    /// - A Rijkswet may bear its R-number: `kst-23908-R1519-103` for `kst-23908-103`.
    /// - A reprint or erratum (`-h1`, `-n1`) stands for the paper that it corrects.
    ///
    /// Twins of the two chambers, and papers published before they were typeset (`kst-1259252`), cannot be derived:
    /// tell a `PaperAliases` of them.
    public func derivedAliases(sessionYear: String? = nil) -> [PaperID] {
        guard prefix == "kst" else { return [] }
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        var shorter = parts
        while shorter.count > 3, let last = shorter.last, last.first != "b", OfficialSpelling.variation(last) != nil {
            shorter.removeLast()
        }
        shorter.removeAll { $0.hasPrefix("R") && $0.utf8.count > 1 && $0.utf8.dropFirst().allSatisfy(\.isDigit) }
        if shorter.count > 3, OfficialSpelling.isSessionYear(shorter[1]), isOfEersteKamer { shorter.remove(at: 1) }
        var aliases: [PaperID] = []
        if shorter != parts { aliases.append(PaperID(canonical: shorter.joined(separator: "-"))) }
        if let year = sessionYear.flatMap(SessionYear.init), year.first <= 2009, isOfEersteKamer, shorter.count > 2 {
            let longer = PaperID(canonical: "kst-\(year.compact)-" + shorter.dropFirst().joined(separator: "-"))
            if longer != self { aliases.append(longer) }
        }
        return aliases
    }

    /// The ids that may name the same paper in a citation or an address, without the id: those that derive from it, and
    /// of a paper of the Eerste Kamer those of the session years in which its id would bear one.
    public var possibleAliases: [PaperID] {
        var aliases = derivedAliases()
        for id in [self] + aliases where id.prefix == "kst" && id.isOfEersteKamer {
            for year in Self.sessionYearsInIDs {
                for alias in id.derivedAliases(sessionYear: "\(year)-\(year + 1)")
                where alias != self && !aliases.contains(alias) { aliases.append(alias) }
            }
        }
        return aliases
    }

    /// First years of the sessions whose papers bear them in the Eerste Kamer: the official sites begin in 1995.
    private static let sessionYearsInIDs = 1994...2009

    /// Whether a Kamerstuk is one of the Eerste Kamer: these have letters for numbers, and numbers with a letter behind
    /// them in old papers.
    var isOfEersteKamer: Bool { number?.utf8.first?.isLetter ?? false }
}

/// Which ids name one paper, beyond what the ids themselves tell: the twins of the two chambers (`kst-31497-475` is
/// `kst-33106-AA`), and a paper before and after it was typeset (`kst-1259252`, then `kst-36867-D`).
///
/// Equality goes over any number of steps. Adding and asking cost about as much as a dictionary does.
public struct PaperAliases: Sendable, Hashable, Codable {
    /// Of each id but the last in its set, another one of the set.
    private var next: [PaperID: PaperID] = [:]

    public init() {}

    /// Tells that two ids name one paper; the first is the one that stands for both.
    public mutating func add(_ id: PaperID, _ alias: PaperID) {
        let (kept, other) = (representative(of: id), representative(of: alias))
        if kept != other { next[other] = kept }
    }

    /// The id that stands for a paper; the id itself if nothing is known of it.
    public func representative(of id: PaperID) -> PaperID {
        var current = id
        while let further = next[current] { current = further }
        return current
    }

    public func areSame(_ one: PaperID, _ two: PaperID) -> Bool { representative(of: one) == representative(of: two) }

    /// All ids of a paper, ascending, the given one among them.
    public func names(of id: PaperID) -> [PaperID] {
        let kept = representative(of: id)
        return Set(next.keys.filter { representative(of: $0) == kept } + [kept, id]).sorted()
    }
}
