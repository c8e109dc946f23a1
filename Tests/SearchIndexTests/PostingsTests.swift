import TestSupport
import Testing

@testable import SearchIndex

@Suite struct PostingsReaderTests {
    /// Postings of one term in a file of their own, and the same as plain arrays.
    private struct Sample {
        let directory: TemporaryDirectory
        var expected: [(doc: DocID, positions: [UInt32])] = []
        var file: IndexFile
        var info: TermInfo
        private let norms: Range<Int>

        /// - Parameter mostPositions: of some documents.
        init(count: Int, mostPositions: Int = 40, generator: inout SeededGenerator) throws {
            directory = try TemporaryDirectory()
            var doc: DocID = 0
            var writer = PostingsWriter(hasPositions: true)
            var norms: [UInt8] = []
            writer.beginTerm()
            for _ in 0..<count {
                doc += UInt32.random(in: 1...(Bool.random(using: &generator) ? 3 : 70_000), using: &generator)
                var position = UInt32.random(in: 0...300, using: &generator)
                var positions: [UInt32] = []
                // Some documents have so many positions that they are kept as they are and not as gaps.
                let most = [5, 5, 5, mostPositions][Int.random(in: 0..<4, using: &generator)]
                for _ in 0..<Int.random(in: 1...most, using: &generator) {
                    positions.append(position)
                    position += UInt32.random(
                        in: 1...[3, 100, 20_000][Int.random(in: 0..<3, using: &generator)], using: &generator)
                }
                expected.append((doc, positions))
            }
            for _ in 0...doc { norms.append(UInt8.random(in: 0...255, using: &generator)) }
            writer.beginField(Saturation(norms: norms, averageLength: 100))
            for (doc, positions) in expected {
                for position in positions { writer.append(doc: doc, position: position) }
            }
            var data: [UInt8] = []
            let length = writer.endTerm(&data)
            let index = directory.index
            self.norms = data.count..<data.count + norms.count
            let entry = try index.write(data + norms, kind: .segment, name: "1.segment")
            file = try IndexFile(path: index.path(of: "1.segment"), kind: .segment, entry: entry)
            switch length {
            case .inline:
                info = TermInfo(
                    docFreq: count, field: 0, isInline: true, hasPositions: true, postings: 0..<data.count,
                    positions: data.count..<data.count)
            case .apart(let split, _):
                info = TermInfo(
                    docFreq: count, field: 0, isInline: false, hasPositions: true, postings: 0..<split,
                    positions: split..<data.count)
            }
        }

        func reader() throws -> PostingsReader {
            try PostingsReader(file: file, documentCount: Int(expected.last?.doc ?? 0) + 1, term: info, norms: norms)
        }
    }

    @Test(arguments: [1, 2, 127, 128, 129, 256, 1_000])
    func postingsReadBackAsTheyWereWritten(count: Int) throws {
        var generator = SeededGenerator(seed: UInt64(count))
        let sample = try Sample(count: count, generator: &generator)
        var reader = try sample.reader()
        let positions = UInt32Buffer()
        for posting in sample.expected {
            try reader.next()
            #expect(reader.doc == posting.doc)
            #expect(Int(try reader.termFreq()) == posting.positions.count)
            if Bool.random(using: &generator) { continue }
            for _ in 0..<2 {
                try reader.readPositions(into: positions)
                #expect(positions.array == posting.positions)
            }
        }
        try reader.next()
        #expect(reader.doc == endOfPostings)
        try reader.next()
        #expect(reader.doc == endOfPostings)
    }

    /// Positions of blocks whose lengths lie on both sides of each length from which on samples change.
    @Test(arguments: [1, 5, 20, 80, 400])
    func positionsAreFoundInBlocksOfAllLengths(mostPositions: Int) throws {
        var generator = SeededGenerator(seed: UInt64(mostPositions))
        let sample = try Sample(count: 300, mostPositions: mostPositions, generator: &generator)
        let positions = UInt32Buffer()
        for _ in 0..<20 {
            var reader = try sample.reader()
            for posting in sample.expected where Int.random(in: 0..<30, using: &generator) == 0 {
                try reader.advance(to: posting.doc)
                try reader.readPositions(into: positions)
                #expect(positions.array == posting.positions, "\(mostPositions), document \(posting.doc)")
            }
        }
    }

    @Test func theLengthOfABlockTellsItsSamples() {
        for documents in [1, 2, 8, 9, 16, 17, 100, 128] {
            // Every length near one from which on samples change, and some far from all.
            let lengths = [384, 1_024, 8_192].flatMap { Array($0 - 3...$0 + 3) } + [1, 100, 700, 5_000, 20_000]
            for length in lengths {
                let samples = PositionSamples(documents: documents, partsLength: length)
                let found = PositionSamples(documents: documents, blockLength: 1 + samples.length + length)
                #expect(
                    found.length == samples.length && found.shift == samples.shift, "\(documents) documents, \(length)")
            }
        }
    }

    @Test(arguments: 1...20 as ClosedRange<UInt64>)
    func startsAreKeptAsAScanOfThePositionsKeepsThem(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sample = try Sample(count: Int.random(in: 1...400, using: &generator), generator: &generator)
        var reader = try sample.reader()
        let starts = UInt32Buffer()
        let buffer = UInt32Buffer()
        for posting in sample.expected {
            try reader.next()
            if Int.random(in: 0..<3, using: &generator) == 0 { continue }
            let distance = UInt32.random(in: 0...5, using: &generator)
            var wanted: Set<UInt32> = [UInt32.random(in: 0...1_000_000, using: &generator)]
            for position in posting.positions where position >= distance {
                switch Int.random(in: 0..<3, using: &generator) {
                case 0: wanted.insert(position - distance)
                case 1: wanted.insert(position - distance + UInt32.random(in: 0...3, using: &generator))
                default: break
                }
            }
            starts.removeAll()
            for start in wanted.sorted() { starts.append(start) }
            try reader.keepStarts(starts, at: distance, with: buffer)
            let expected = wanted.sorted().filter { posting.positions.contains($0 + distance) }
            #expect(starts.array == expected, "seed \(seed), document \(posting.doc)")
        }
    }

    @Test(arguments: 1...40 as ClosedRange<UInt64>)
    func advancingFindsWhatALinearScanFinds(seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed)
        let sample = try Sample(count: Int.random(in: 1...900, using: &generator), generator: &generator)
        var reader = try sample.reader()
        var target: DocID = 0
        let positions = UInt32Buffer()
        var last: DocID = 0
        while last != endOfPostings {
            let expected: (doc: DocID, positions: [UInt32])?
            if Bool.random(using: &generator), target > 0 {
                expected = sample.expected.first { $0.doc > last }
                try reader.next()
            } else {
                target = max(target, last) + UInt32.random(in: 0...200_000, using: &generator)
                expected = sample.expected.first { $0.doc >= target }
                try reader.advance(to: target)
            }
            #expect(reader.doc == expected?.doc ?? endOfPostings, "seed \(seed)")
            last = reader.doc
            target = max(target, 1)
            if let expected, Bool.random(using: &generator) {
                try reader.readPositions(into: positions)
                #expect(positions.array == expected.positions, "seed \(seed)")
            }
        }
    }
}
