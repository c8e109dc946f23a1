import Letters
import TestSupport
import Testing

@testable import Integrity

/// Clean letters give no finding; every defect put into one is found, as what it is, and nothing else.
@Suite struct RandomDefectTests {
    private enum Defect: CaseIterable {
        case missing, lost, unused, duplicateNote, duplicateMarker, noteOrder, markerOrder, gap, truncated
    }

    @Test(arguments: UInt64(1)...300)
    func defectsPutIntoCleanLettersAreFound(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        // One series, or several as in a letter with annexes; each long enough to keep a note beside its defects.
        let lengths = (0..<Int.random(in: 1...3, using: &random)).map { _ in Int.random(in: 8...60, using: &random) }
        var markers = lengths.map { Array(1...$0) }
        var notes = markers
        #expect(findings(in: letter(markers, notes)) == [], "a clean letter, seed \(seed)")

        var expected: [String] = []
        var truncated: [Int: Set<Int>] = [:]
        for series in lengths.indices {
            // Four numbers for each defect, so that none touches another; the last number stays, for gaps.
            for first in stride(from: 2, through: lengths[series] - 5, by: 5) {
                guard Int.random(in: 0..<3, using: &random) == 0,
                    let defect = Defect.allCases.randomElement(using: &random)
                else { continue }
                switch defect {
                case .missing:
                    notes[series].removeAll { $0 == first }
                    expected.append("note-missing [\(first)]")
                case .lost:
                    let run = Array(first...first + Int.random(in: 1...3, using: &random))
                    notes[series].removeAll { run.contains($0) }
                    expected.append("note-lost-in-extraction \(run)")
                case .unused:
                    markers[series].removeAll { $0 == first }
                    expected.append("note-unused [\(first)]")
                case .duplicateNote:
                    insert(first, behind: first + Int.random(in: 0...2, using: &random), into: &notes[series])
                    expected.append("note-duplicate [\(first)]")
                case .duplicateMarker:
                    insert(first, behind: first + Int.random(in: 0...2, using: &random), into: &markers[series])
                    expected.append("note-duplicate [\(first)]")
                case .noteOrder:
                    swap(first, first + 1, in: &notes[series])
                    expected.append("note-order [\(first)]")
                case .markerOrder:
                    swap(first, first + 1, in: &markers[series])
                    expected.append("note-order [\(first)]")
                case .gap:
                    let run = Array(first...first + Int.random(in: 0...2, using: &random))
                    notes[series].removeAll { run.contains($0) }
                    markers[series].removeAll { run.contains($0) }
                    expected.append("note-gap \(run)")
                case .truncated:
                    truncated[series, default: []].insert(first)
                    expected.append("note-truncated [\(first)]")
                }
            }
        }
        let damaged = letter(markers, notes, truncated: truncated)
        let found = Verifier().verify([damaged]).findings
        #expect(found.map { "\($0.rule) \($0.numbers)" }.sorted() == expected.sorted(), "seed \(seed)")
        #expect(Set(found.map(\.fingerprint)).count == found.count, "fingerprints differ, seed \(seed)")
    }

    private func letter(_ markers: [[Int]], _ notes: [[Int]], truncated: [Int: Set<Int>] = [:]) -> Letter {
        var letter = Letter.with(markers: markers.flatMap(\.self), notes: notes.flatMap(\.self))
        var index = 0
        for (series, numbers) in notes.enumerated() {
            for number in numbers {
                letter.footnotes[index].isComplete = truncated[series]?.contains(number) != true
                index += 1
            }
        }
        return letter
    }

    private func insert(_ number: Int, behind other: Int, into numbers: inout [Int]) {
        if let index = numbers.firstIndex(of: other) { numbers.insert(number, at: index + 1) }
    }

    private func swap(_ number: Int, _ other: Int, in numbers: inout [Int]) {
        if let index = numbers.firstIndex(of: number), let second = numbers.firstIndex(of: other) {
            numbers.swapAt(index, second)
        }
    }
}
