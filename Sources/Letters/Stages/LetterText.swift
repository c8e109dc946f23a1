/// A heading, block or note of a letter as the readers of references and abbreviations take it.
struct LetterText {
    let placed: PlacedText
    /// Where it stands in the letter, at its start.
    let container: Mention.Container

    var bytes: [UInt8] { placed.bytes }
}
