/// Finds the places where a reference may start: words by their first three letters, numbers by their first digits.
///
/// A window of four codes runs along the text, the byte before a place and three from it on; a table of bits says of
/// each window whether a grammar should look there. So a byte costs two loads and one branch, nearly always not taken.
struct CueWords: Sendable {
    /// Codes of the bytes: letters of either case 1 to 26, digits that can begin a dossier or year 27, other digits 28,
    /// the rest 0. An array, since a table held in place would be copied for each byte.
    let codes: [UInt8]
    /// Bit by the last three codes (15 bits), and above them whether a letter stands before. 8 kB.
    private var bits = [UInt64](repeating: 0, count: 1024)
    /// The first eight signs of each word, packed, by its first letter.
    private var beginnings = [[Beginning]](repeating: [], count: 32)

    /// Signs from the lowest byte up, and a mask of the bytes that the word has.
    private struct Beginning {
        var signs: UInt64
        var mask: UInt64
    }

    /// - Parameter words: in lower case; behind a word of fewer than three signs stands no letter or digit.
    init(_ words: [String]) {
        var codes = [UInt8](repeating: 0, count: 256)
        for letter in UInt8(0)..<26 {
            codes[Int(0x41 + letter)] = letter + 1
            codes[Int(0x61 + letter)] = letter + 1
        }
        for digit in 0..<10 { codes[0x30 + digit] = (1...4).contains(digit) ? 27 : 28 }
        self.codes = codes
        for word in words {
            let packed = Beginning(
                signs: word.utf8.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) },
                mask: word.utf8.prefix(8).reduce(0) { mask, _ in mask << 8 | 0xFF })
            let signs = word.utf8.prefix(3).map { codes[Int($0)] } + [0, 0]
            beginnings[Int(signs[0])].append(packed)
            for last in UInt8(0)..<32 where signs[1] == 0 || signs[2] == last {
                insert(signs[0], signs[1], last, behindLetter: false)
            }
        }
        // Numbers: two digits, and a third or what may part a dossier (`31 497`, `31.497`).
        for second in UInt8(27)...28 {
            for third in [UInt8(0), 27, 28] {
                insert(27, second, third, behindLetter: false)
                insert(27, second, third, behindLetter: true)
            }
        }
    }

    private mutating func insert(_ first: UInt8, _ second: UInt8, _ third: UInt8, behindLetter: Bool) {
        let bit = (behindLetter ? 1 << 15 : 0) | Int(first) << 10 | Int(second) << 5 | Int(third)
        bits[bit >> 6] |= 1 << UInt64(bit & 63)
    }

    /// Whether a grammar should look at the place three codes back in a window of codes, five bits each.
    @inline(__always)
    func match(_ window: UInt32) -> Bool {
        let before = (window >> 15) & 31
        let bit = Int(window & 0x7FFF) | (before &- 1 < 26 ? 1 << 15 : 0)
        return bits[bit >> 6] & (1 << UInt64(bit & 63)) != 0
    }

    /// Whether one of the words stands at a place, as far as its first eight signs tell.
    func confirms(_ bytes: [UInt8], at index: Int) -> Bool {
        var signs: UInt64 = 0
        var shift: UInt64 = 0
        for byte in bytes[index..<min(index + 8, bytes.count)] {
            signs |= UInt64(byte.isUpper ? byte | 0x20 : byte) << shift
            shift += 8
        }
        for word in beginnings[Int(signs & 31)] where signs & word.mask == word.signs { return true }
        return false
    }
}
