/// A short form that a letter itself explains: `samenwerkingsverband (swv)`, `Veilig Thuis (hierna: VT)`.
///
/// It holds for the letter that defines it and no other.
public struct Abbreviation: Hashable, Sendable, Codable {
    /// As written, without the ending of a plural, quotes or article: `swv`, `(v)so`, `Inspectie`.
    public var shortForm: String
    /// What it stands for, as the cleaned text has it, without article: `samenwerkingsverband`. Where two short forms
    /// share a word, `primair en voortgezet onderwijs (po en vo)`, each long form has it.
    public var longForm: String
    /// Where the first character of the short form stands in the source.
    public var place: Place

    public init(shortForm: String, longForm: String, place: Place) {
        self.shortForm = shortForm
        self.longForm = longForm
        self.place = place
    }
}
