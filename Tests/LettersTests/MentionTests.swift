import References
import Testing

@testable import Letters

@Suite struct MentionTests {
    private func targets(_ text: String) -> [[String]] {
        letter(text).mentions.map { $0.reference.targets.map(\.rawValue) }
    }

    @Test func aCitationMayRunOverALineAndABlankLine() {
        #expect(targets("Zie de brief hierover (Kamerstuk 31 497,\nnr. 388) aan uw Kamer.\n") == [["kst-31497-388"]])
        #expect(
            targets(" Zie dat.1\n\n1 Omzien naar elkaar, bijlage bij Kamerstuk \n\n35 788, nr. 77\n Verder.\n") == [
                ["kst-35788-77"]
            ])
    }

    @Test func aMarkerBehindANumberIsNoPartOfIt() {
        let text = " Dat staat in Kamerstuk 31 497, nr. 3711 en elders.2\n\n1 Eerste noot.\n2 Tweede noot.\n Verder.\n"
        #expect(targets(text) == [["kst-31497-371"]])
    }

    @Test func idemRepeatsTheNoteBefore() {
        let text = " Een.1 Twee.2 Drie.3\n\n1 Kamerstuk 31 497, nr. 371\n2 Idem, p. 9\n3 Monitor (2020)\n Verder.\n"
        #expect(targets(text) == [["kst-31497-371"], ["kst-31497-371"]])
        #expect(letter(text).mentions.map(\.reference.relation) == [.cites, .idem])
    }

    @Test func idemBehindAnUnknownSourceNamesNothing() {
        let text = " Een.1 Twee.2\n\n1 Monitor Oberon (2020)\n2 Ibid., p. 4\n Verder.\n"
        #expect(targets(text).flatMap { $0 }.isEmpty)
    }

    @Test func mentionsStandInTheOrderOfTheSource() {
        let text = " Zie noot.1\n\n1 Kamerstuk 31 497, nr. 1\n Verder zie Kamerstuk 31 497, nr. 2.\n"
        #expect(targets(text) == [["kst-31497-1"], ["kst-31497-2"]])
    }
}
