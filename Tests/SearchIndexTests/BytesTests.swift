import TestSupport
import Testing

@testable import SearchIndex

@Suite struct CRC32CTests {
    @Test func theChecksumOfTheStandardTextIsThePublishedOne() {
        #expect(CRC32C.checksum(of: Array("123456789".utf8).span) == 0xe306_9283)
        #expect(CRC32C.checksum(of: [UInt8](repeating: 0, count: 32).span) == 0x8a91_36aa)
        #expect(CRC32C.checksum(of: [UInt8]().span) == 0)
    }

    @Test func eightBytesAStepGiveWhatOneByteAStepGives() {
        var generator = SeededGenerator(seed: 3)
        for count in 0..<100 {
            let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
            var single = CRC32C()
            for byte in bytes { single.update([byte].span) }
            #expect(CRC32C.checksum(of: bytes.span) == single.value, "\(bytes)")
        }
    }
}

@Suite struct ByteSumsTests {
    @Test func onesAreFoundWhereALoopOverTheBitsFindsThem() {
        var generator = SeededGenerator(seed: 5)
        var words: [UInt64] = [0, 1, 1 << 63, .max, 0x8000_0000_0000_0001, 0x00ff_0000_0000_ff00]
        for _ in 0..<200 {
            let word = UInt64.random(in: 0...(.max), using: &generator)
            words.append(word)
            words.append(word & UInt64.random(in: 0...(.max), using: &generator) & (word >> 3))
        }
        for word in words {
            let places = (0..<64).filter { word >> UInt64($0) & 1 == 1 }
            let sums = ByteSums(word)
            #expect(sums.total == places.count, "\(word)")
            for (rank, place) in places.enumerated() {
                #expect(sums.place(ofOne: rank) == place, "\(word), \(rank)")
            }
        }
    }
}

@Suite struct ByteReaderTests {
    @Test func everyValueReadsBackAsItWasWritten() throws {
        var generator = SeededGenerator(seed: 1)
        var varints: [UInt32] = [0, 1, 127, 128, 16_383, 16_384, 1 << 28 - 1, 1 << 28, .max]
        for shift in 0..<32 { varints.append(UInt32.random(in: 0...UInt32.max, using: &generator) >> UInt32(shift)) }
        var writer = ByteWriter()
        for value in varints { writer.append(varint: value) }
        writer.append(uint32: 0x0102_0304)
        writer.append(uint64: .max)
        writer.append(count: 77)
        writer.append(text: "één")
        var reader = ByteReader(writer.bytes.span)
        for value in varints { #expect(try reader.varint() == value) }
        #expect(try reader.uint32() == 0x0102_0304)
        #expect(try reader.uint64() == .max)
        #expect(try reader.count() == 77)
        #expect(try reader.text() == "één")
        let isAtEnd = reader.isAtEnd
        #expect(isAtEnd)
    }

    @Test func bytesThatAreNoNumberAreRefused() {
        func error(_ bytes: [UInt8], _ read: (inout ByteReader) throws(DecodeError) -> Void) -> DecodeError? {
            var reader = ByteReader(bytes.span)
            do throws(DecodeError) { try read(&reader) } catch { return error }
            return nil
        }
        #expect(error([]) { r throws(DecodeError) in _ = try r.varint() } == .endOfBytes(at: 0))
        #expect(error([0x80]) { r throws(DecodeError) in _ = try r.varint() } == .endOfBytes(at: 1))
        let overlong: [UInt8] = [0xff, 0xff, 0xff, 0xff, 0x10]
        #expect(error(overlong) { r throws(DecodeError) in _ = try r.varint() } == .overlongVarint(at: 5))
        #expect(error([1, 2, 3]) { r throws(DecodeError) in _ = try r.uint32() } == .endOfBytes(at: 0))
        let large = [UInt8](repeating: 0xff, count: 8)
        #expect(error(large) { r throws(DecodeError) in _ = try r.count() } == .numberTooLarge(at: 0))
        #expect(error([5, 65]) { r throws(DecodeError) in _ = try r.text() } == .endOfBytes(at: 1))
        #expect(error([1, 0xff]) { r throws(DecodeError) in _ = try r.text() } == .notText(at: 0))
    }
}
