/// A heading, block or note of a letter as the readers of references and abbreviations take it: with its bytes as they
/// were assembled, so that no text is copied again.
struct LetterText {
    let placed: PlacedText
    /// Those of `placed.text`.
    let bytes: [UInt8]
    /// Where it stands in the letter, at its start.
    let container: Mention.Container
}
