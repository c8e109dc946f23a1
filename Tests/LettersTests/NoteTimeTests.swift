import Testing

@testable import Letters

/// Time for letters that are made to waste it.
@Suite(.serialized) struct NoteTimeTests {
    @Test(arguments: [
        "1 x\n", "Bijlage 1\n\nx.1\n\n1 x\n", "x.1 \n\n1 Xx.\n\n", "Noten\n1 X.\n", "1 x\n\n", "Tabel 1: x\n1 x\n\n",
    ])
    func timeGrowsWithTheLetterAndNotItsSquare(piece: String) {
        let clock = ContinuousClock()
        func time(_ count: Int) -> Duration {
            let text = "Tekst.1\n\n" + String(repeating: piece, count: count)
            return (0..<3).map { _ in clock.measure { _ = letter(text) } }.min() ?? .zero
        }
        _ = time(100)
        let small = time(2_000)
        // Ten times the letter; a square would take a hundred times.
        #expect(time(20_000) < small * 40 + .milliseconds(200))
    }
}
