import Catalog
import Letters
import References

extension LetterCorpus {
    /// How sure a letter is that only its date names; below every form that names a number.
    static let confidenceOfDates = 0.7

    /// Letters that a letter names by their dates, as mentions of those in the corpus.
    ///
    /// `mijn brief van 22 januari 2021` means a letter of that date from the same sender or signed by one of the same people, `de brief van
    /// …` any of that date. A mention has a target only where the corpus holds exactly one such letter; several are its
    /// candidates. Mentions without any are left out.
    func datedMentions(of letter: Letter) throws -> [Mention] {
        let senders = Set(letter.head.signatories.compactMap(\.name) + [letter.head.sender].compactMap { $0 })
        return try letter.datedLetters.compactMap { dated in
            let letters = try catalog.letters(dated: dated.letter.date).filter { other in
                other.letter != letter.id && (!dated.letter.isOwn || !other.senders.isDisjoint(with: senders))
            }
            guard !letters.isEmpty else { return nil }
            let ids = letters.map(\.letter)
            let isUnique = ids.count == 1
            let reference = Reference(
                raw: dated.letter.raw, range: dated.letter.range, kind: .kamerstuk, targets: isUnique ? ids : [],
                confidence: Self.confidenceOfDates, warnings: isUnique ? [] : [.ambiguous],
                candidates: isUnique ? [] : ids)
            return Mention(reference: reference, place: dated.place, container: dated.container)
        }
    }
}
