import TestSupport
import Testing

@testable import Letters

/// Lines and columns of bytes, asked for in any order.
@Suite struct PlaceTableTests {
    /// Counted from the start.
    private func counted(_ byte: Int, in bytes: [UInt8]) -> Place {
        var place = Place.start
        for passed in bytes.prefix(byte) { place.pass(passed) }
        return place
    }

    @Test func everyByteHasItsLineAndColumn() {
        let text = String(repeating: "De minister zegt «één».\n\n", count: 40) + String(repeating: "é", count: 300)
        let bytes = Array(text.utf8)
        let table = PlaceTable(bytes)
        for byte in [0, 1, 255, 256, 257, 511, 512, 513, 900, bytes.count - 1, bytes.count, 300, 2] {
            #expect(table.place(of: byte) == counted(byte, in: bytes))
        }
    }

    @Test func whatIsBehindTheSourceHasThePlaceOfItsEnd() {
        for count in [0, 1, 255, 256, 512] {
            let bytes = [UInt8](repeating: 0x61, count: count)
            #expect(PlaceTable(bytes).place(of: count + 9) == counted(count, in: bytes))
        }
    }

    @Test func namesMeanWhatTheTableSays() {
        let table = NameTable([("al", 1), ("noot", 2), ("al", 3), ("", 4)])
        #expect(["al", "noot", "", "noot.nr", "AL"].map { table[$0] } == [1, 2, 4, nil, nil])
    }
}
