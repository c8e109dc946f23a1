import TestSupport
import Testing

@testable import Letters

/// The scans by words of eight bytes equal those byte by byte.
@Suite struct ByteChunksTests {
    private let alphabet: [UInt8] = [
        0x20, 0x20, 0x41, 0x61, 0x2D, 0x0A, 0x0D, 0x00, 0x1F, 0x7F, 0x80, 0xFF, 0x2F, 0x30, 0x39, 0x3A, 0xB5,
    ]

    @Test func theyEqualASearchByteByByte() {
        var generator = SeededGenerator(seed: UInt64.random(in: 0...UInt64.max))
        print("seed \(generator.seed)")
        for _ in 0..<3_000 {
            // Mostly plain, so that whole words are passed.
            let bytes = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
                Int.random(in: 0..<8, using: &generator) == 0 ? alphabet.randomElement(using: &generator) ?? 0x61 : 0x61
            }
            let start = Int.random(in: 0...bytes.count, using: &generator)
            let range = start..<Int.random(in: start...bytes.count, using: &generator)
            #expect(ByteChunks.firstDigit(in: bytes.span, range) == bytes[range].firstIndex(where: \.isDigit))
            #expect(ByteChunks.first(0x2D, in: bytes.span, range) == bytes[range].firstIndex(of: 0x2D))
            #expect(ByteChunks.scalars(in: bytes.span, range) == bytes[range].count { $0 & 0xC0 != 0x80 })
            #expect(ByteChunks.firstWide(in: bytes.span, range) == bytes[range].firstIndex { $0 >= 0x80 })
            expectLineEnd(bytes, start)
            expectLineEndBeforeFeed(bytes, start)
            let letters = bytes[start...].prefix { ($0.isLowerASCII || $0.isUpperASCII) }.count
            #expect(ByteChunks.leadingLetters(bytes.span, start) == min(8, letters))
            if range.first.map({ bytes[$0] > 0x20 && bytes[$0] < 0x80 }) == true { expectPlainEnd(bytes, range) }
        }
    }

    private func expectLineEnd(_ bytes: [UInt8], _ start: Int) {
        let found = ByteChunks.lineEnd(bytes.span, from: start)
        let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
        #expect(found.position == line.endIndex)
        #expect(found.isASCII == line.allSatisfy { $0 < 0x80 })
        #expect((found.isASCII && found.isEven) == isPlain(line))
        #expect(found.mayHoldDigit || !line.contains(where: \.isDigit))
        #expect(!found.mayHoldDigit || line.contains { $0 >= 0x30 && $0 < 0x40 || $0 >= 0x80 })
    }

    /// With sixteen bytes at once, where no carriage return stands before the line feed.
    private func expectLineEndBeforeFeed(_ bytes: [UInt8], _ start: Int) {
        let feed = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let line = bytes[start..<feed]
        guard !line.contains(0x0D) else { return }
        let found = ByteChunks.lineEnd(bytes.span, from: start, feed: feed)
        #expect(found.position == feed)
        #expect(found.isASCII == line.allSatisfy { $0 < 0x80 })
        #expect((found.isASCII && found.isEven) == isPlain(line))
        #expect(found.mayHoldDigit || !line.contains(where: \.isDigit))
    }

    private func expectPlainEnd(_ bytes: [UInt8], _ range: Range<Int>) {
        var end = range.lowerBound
        while end < range.upperBound, isPlain(bytes[range.lowerBound...end]) { end += 1 }
        if bytes[end - 1] == 0x20 { end -= 1 }
        #expect(ByteChunks.plainEnd(bytes.span, range) == end)
    }

    private func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.allSatisfy { $0 >= 0x20 && $0 < 0x80 }
            && !zip(bytes, bytes.dropFirst()).contains { $0 == 0x20 && $1 == 0x20 }
    }
}
