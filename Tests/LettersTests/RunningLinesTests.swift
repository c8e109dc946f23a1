import Testing

@testable import Letters

/// Which lines plainly go on in mid-sentence with the line right above.
@Suite struct RunningLinesTests {
    private func end(behind line: Int = 0, _ text: String, roles: [Int: LineRole] = [:], pageStarts: [Int] = []) -> Int
    {
        let bytes = Array(text.utf8)
        let lines = LineTable(bytes).lines
        var starts = LineSet(count: lines.count)
        for start in pageStarts { starts.insert(start) }
        let all = lines.indices.map { roles[$0] ?? (lines[$0].isBlank ? .blank : .body) }
        return RunningLines.end(behind: line, bytes, lines, all, starts)
    }

    @Test func smallLettersGoOnFromSmallLettersAndCommas() {
        #expect(end("Een zin gaat door\nop de volgende regel,\nen ook daar. \nnog een\n") == 3)
        #expect(end("Een zin gaat door\nTot een hoofdletter\n") == 1)
        #expect(end("Een zin van 2018\ngaat door\n") == 1)
        #expect(end("Een laatste regel") == 1)
    }

    @Test(arguments: ["a. punt", "o punt", "iv) punt", "– punt"])
    func labelsDoNot(_ line: String) {
        #expect(end("Een zin gaat door\n\(line)\n") == 1)
    }

    @Test(arguments: ["van alles", "op de regel", "o", "ander punt.", "eenlang. woord"])
    func wordsThatAreNoLabelsDo(_ line: String) {
        #expect(end("Een zin gaat door\n\(line)\n") == 2)
    }

    @Test func gapsPagesAndOtherLinesEndThem() {
        #expect(end("Een zin\n\ngaat door\n") == 1)
        #expect(end("Een zin\ngaat door\n", pageStarts: [1]) == 1)
        #expect(end("Een zin\ngaat door\n", roles: [1: .note]) == 1)
        #expect(end("Vraag\ngaat door\n") == 1)
    }
}
