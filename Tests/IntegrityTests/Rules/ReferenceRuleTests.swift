import Letters
import References
import Testing

@testable import Integrity

@Suite struct ReferenceMalformedTests {
    @Test func aReferenceThatBreaksOffIsFound() {
        #expect(
            findings(in: .with(mentions: [.of("Kamerstuk 31\u{A0}497,\n nr.", warnings: [.truncated])])) == [
                """
                6:35 warning reference-malformed []: The reference “Kamerstuk 31 497, nr.” breaks off before its number: \
                look up the paper and complete the reference.
                """
            ])
    }

    @Test func aPlaceholderInANoteIsFoundWithTheNote() {
        let mention = Mention.of("36 200, nr. [xxx]", warnings: [.truncated, .placeholder], inFirstNote: true)
        #expect(
            findings(in: .with(markers: [1], notes: [1], mentions: [mention])) == [
                """
                6:35 warning reference-malformed [1]: The reference “36 200, nr. [xxx]” in note 1 has a placeholder where \
                its number belongs: fill in the number of the paper.
                """
            ])
    }

    @Test func lettersAmongTheDigitsAreFound() {
        let mention = Mention.of("Kamerstuk 31 497, nr. 4O8", targets: ["kst-31497-408"], warnings: [.misread])
        #expect(
            findings(in: .with(mentions: [mention])).contains(
                """
                6:35 warning reference-malformed []: The reference “Kamerstuk 31 497, nr. 4O8” has letters among the \
                digits of its number (read as kst-31497-408): correct them.
                """))
    }

    @Test func aWholeReferenceIsNoFinding() {
        let warnings: [Reference.Warning] = [.partial, .rangeCut, .ambiguous, .chamberAssumed]
        let mention = Mention.of("Kamerstuk 31 497", targets: ["dossier-31497"], warnings: warnings)
        #expect(findings(in: .with(mentions: [mention])) == [])
    }

    @Test func aMentionOfANoteThatIsNotThereIsToldWithoutTheNote() {
        let mention = Mention.of("Kamerstuk 31 497, nr.", warnings: [.truncated], inFirstNote: true)
        #expect(findings(in: .with(mentions: [mention])).first?.contains("malformed []: ") == true)
    }
}

@Suite struct ReferenceImpossibleTests {
    @Test func aDossierThatCannotExistIsFound() {
        #expect(
            findings(in: .with(mentions: [.of("Kamerstuk 99 999, nr. 0", warnings: [.impossible])])) == [
                """
                6:35 error reference-impossible []: The reference “Kamerstuk 99 999, nr. 0” names a dossier or number \
                that cannot exist: correct its digits.
                """
            ])
    }
}

@Suite struct ReferenceSelfTests {
    @Test func aLetterThatCitesItselfIsFound() {
        #expect(
            findings(in: .with(mentions: [.of("31 497, nr. 408", targets: ["kst-31497-407", "kst-31497-408"])])) == [
                """
                6:35 warning reference-self []: The reference “31 497, nr. 408” leads to this letter itself \
                (kst-31497-408): name the paper that is meant.
                """
            ])
    }

    @Test func anotherIDOfTheLetterCountsToo() {
        let letter = Letter.with(mentions: [.of("33 106, AA", targets: ["kst-33106-AA"])], aliases: ["kst-33106-AA"])
        #expect(findings(in: letter).count == 1)
    }

    @Test func headAndFootDoNotCount() {
        let own = SelfMention(id: PaperID(canonical: "kst-31497-408"), origin: .footer, place: .at(60))
        #expect(findings(in: .with(selfMentions: [own])) == [])
    }
}

@Suite struct ReferenceUnresolvedTests {
    private let corpus: Set<PaperID> = [PaperID(canonical: "kst-31497-371")]

    @Test func withoutALookupNothingIsUnresolved() {
        #expect(findings(in: .with(mentions: [.of("31 497, nr. 1", targets: ["kst-31497-1"])])) == [])
    }

    @Test func everyMissingTargetIsNamed() {
        let mention = Mention.of("31 497, nrs. 371, 1 en 2", targets: ["kst-31497-371", "kst-31497-1", "kst-31497-2"])
        #expect(
            findings(in: .with(mentions: [mention]), lookup: corpus) == [
                """
                6:35 note reference-unresolved []: The reference “31 497, nrs. 371, 1 en 2” leads to kst-31497-1 and \
                kst-31497-2, not in the corpus: add them to follow the citation.
                """
            ])
    }

    @Test func aClosedCorpusMakesItAnError() throws {
        let levels = try RuleLevels(["reference-unresolved": .error])
        let letter = Letter.with(mentions: [.of("31 497, nr. 1", targets: ["kst-31497-1"])])
        #expect(
            findings(in: letter, levels: levels, lookup: corpus) == [
                """
                6:35 error reference-unresolved []: The reference “31 497, nr. 1” leads to kst-31497-1, not in the corpus: \
                add it to follow the citation.
                """
            ])
    }

    @Test func lettersVerifiedTogetherKnowEachOther() {
        let letter = Letter.with(mentions: [.of("31 293, nr. 573", targets: ["kst-31293-573"])])
        let other = Letter.with(id: "kst-1", path: "b.txt", aliases: ["kst-31293-573"])
        #expect(findings(in: letter, other, lookup: corpus) == [])
        #expect(findings(in: letter, lookup: corpus).count == 1)
    }

    @Test func aMentionOfADossierIsPassedOver() {
        let mention = Mention.of("Kamerstuk 31 497", targets: ["dossier-31497"], warnings: [.partial])
        #expect(findings(in: .with(mentions: [mention]), lookup: corpus) == [])
    }
}
