import TestSupport
import Testing

@testable import Letters

@Suite struct LineListTests {
    @Test func itHoldsItsLinesInOrderOverAnyGaps() {
        let list = LineList(3, [4, 5, 9, 10, 20])
        #expect(Array(list) == [3, 4, 5, 9, 10, 20])
        #expect(list.count == 6)
        #expect(list.start == 3)
        #expect(list.first == 3)
        #expect(list.last == 20)
    }

    @Test func oneLineIsFirstAndLast() {
        let list = LineList(7)
        #expect(Array(list) == [7])
        #expect(list.count == 1)
        #expect(list.last == 7)
    }

    @Test func itEqualsAnArrayOfTheSameLines() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        for _ in 0..<200 {
            var lines = [Int.random(in: 0..<5, using: &generator)]
            var list = LineList(lines[0])
            for _ in 0..<Int.random(in: 0..<20, using: &generator) {
                let next = (lines.last ?? 0) + Int.random(in: 1..<4, using: &generator)
                lines.append(next)
                list.append(next)
                #expect(list.last == next)
            }
            #expect(Array(list) == lines)
            #expect(list.count == lines.count)
        }
    }

    @Test func linesAddedAtOnceAreThoseAddedOneByOne() {
        for first in [1..<2, 1..<4, 3..<5] {
            for rest in [5..<5, 5..<6, 5..<9] {
                var (atOnce, oneByOne) = (LineList(0), LineList(0))
                for lines in [first, rest] {
                    atOnce.append(lines)
                    for line in lines { oneByOne.append(line) }
                }
                #expect(Array(atOnce) == Array(oneByOne))
                #expect(atOnce.count == oneByOne.count)
                #expect((0..<atOnce.stretches).flatMap { atOnce.stretch($0) } == Array(oneByOne))
            }
        }
    }
}
