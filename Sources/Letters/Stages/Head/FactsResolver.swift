import References

/// Brings what metadata and sidecars say into a letter's head. What the letter prints goes first; where the two differ, it
/// is told.
extension Letter {
    mutating func take(_ facts: [StatedFacts]) {
        for said in facts {
            takeDossiers(said)
            take(said.number, .number, said, \.number)
            take(said.sessionYear, .sessionYear, said, \.sessionYear)
            take(said.kind, .kind, said, \.kind)
            take(said.title, .title, said, \.title)
            take(said.date, .date, said, \.date)
            if head.chamber == nil, let chamber = said.chamber {
                head.chamber = chamber
                head.note(.chamber, said.source, said.placeInLetter)
            }
        }
        diagnostics += facts.flatMap(conflicts)
        takeAliases(facts)
    }

    /// The ids that the user tells, and those that follow from the letter's own and its session year.
    private mutating func takeAliases(_ facts: [StatedFacts]) {
        for alias in facts.flatMap(\.aliases) + id.derivedAliases(sessionYear: head.sessionYear)
        where alias != id && !identity.aliases.contains(alias) {
            identity.aliases.append(alias)
        }
    }

    private mutating func take(
        _ value: String?, _ field: Head.Field, _ said: StatedFacts, _ part: WritableKeyPath<Head, String?>
    ) {
        guard head[keyPath: part] == nil, let value else { return }
        head[keyPath: part] = value
        head.note(field, said.source, said.placeInLetter)
    }

    /// The head knows dossiers by their numbers; their titles may stand in the metadata alone.
    private mutating func takeDossiers(_ said: StatedFacts) {
        if head.dossiers.isEmpty, !said.dossiers.isEmpty {
            head.dossiers = said.dossiers
            for index in head.dossiers.indices { head.dossiers[index].place = said.placeInLetter }
            head.note(.dossiers, said.source, said.placeInLetter)
        }
        for dossier in said.dossiers where !head.dossiers.contains(where: { isSame($0, dossier) }) {
            head.dossiers.append(dossier)
            head.dossiers[head.dossiers.count - 1].place = said.placeInLetter
        }
        for index in head.dossiers.indices where head.dossiers[index].title == nil {
            head.dossiers[index].title = said.dossiers.first { $0.number == head.dossiers[index].number }?.title
        }
    }

    /// Whether two dossiers have one number: `35 925 VIII` and `35925-VIII`.
    private func isSame(_ one: Head.Dossier, _ other: Head.Dossier) -> Bool {
        one.number.filter { $0.isLetter || $0.isNumber } == other.number.filter { $0.isLetter || $0.isNumber }
    }

    private func conflicts(_ said: StatedFacts) -> [Diagnostic] {
        let pairs: [(String, Head.Field, String?, String?)] = [
            ("session year", .sessionYear, said.sessionYear, head.sessionYear),
            ("date", .date, said.letterDate, head.date),
        ]
        let source = said.path ?? "the metadata"
        return pairs.compactMap { name, field, theirs, ours in
            guard let theirs, let ours, theirs != ours else { return nil }
            return Diagnostic(
                kind: .metadataConflict, place: said.places[field] ?? said.place, path: said.path,
                detail: "\(source) gives \(theirs) as its \(name), the letter \(ours)")
        }
    }
}

extension StatedFacts {
    /// Where the letter's own file says it; the start for another file.
    fileprivate var placeInLetter: Place { path == nil ? place : .start }
}
