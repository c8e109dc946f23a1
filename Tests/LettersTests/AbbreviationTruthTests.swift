import Foundation
import Letters
import TestSupport
import Testing

/// The abbreviations of real and made letters against what a reader found in them; see `Fixtures/truth/README.md`.
@Suite struct AbbreviationTruthTests {
    private func differences(in file: String, from truth: [Truth.Abbreviation]) throws -> [String] {
        let letter = LetterParser().parse(try SourceText.read(path: file))
        return TestSupport.differences(
            letter.abbreviations.map { "\($0.place.line) \($0.shortForm): \($0.longForm)" },
            from: truth.map { "\($0.line) \($0.short): \($0.long)" })
    }

    @Test(arguments: SeedTests.seeds)
    func everyDefinitionInASeedIsFoundAndNothingElse(seed: String) throws {
        let found = try differences(in: Fixture.seed(seed), from: Truth.seed(seed).abbreviations)
        #expect(found == [])
    }

    /// All but the EVRM abbreviate a foreign name, which the letter does not give; the EVRM has half of its own.
    @Test func inTheOpenLettersOnlyDefinitionsAreMissedThatTheWordsBeforeThemDoNotExplain() throws {
        let found = try Fixture.openLetters.flatMap { name in
            try differences(in: Fixture.openLetter(name), from: Truth.openLetter(name).abbreviations)
        }
        #expect(
            found == [
                "- 31 EFSA: Europese Autoriteit voor voedselveiligheid",
                "- 34 OPCW: Organisatie voor het Verbod op Chemische Wapens",
                "- 87 EVRM: Europees Verdrag tot bescherming van de rechten van de mens en de fundamentele vrijheden",
                "- 22 EFSF: Europese faciliteit voor financiële stabiliteit",
                "- 69 EDIS: Europees depositogarantiestelsel",
                "- 14 SDE++: Stimulering duurzame energieproductie en klimaattransitie",
            ])
    }
}
