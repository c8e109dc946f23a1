/// Finds the places where a reference may start: words by their first three letters, numbers by their first digits.
///
/// A window of three codes runs along the text; a table of bits says of each window whether a grammar should look there,
/// and a second one whether it should where a letter stands before. So a byte costs two loads and one branch, nearly
/// always not taken.
struct CueWords: Sendable {
    /// Codes of the 256 bytes: letters of either case 1 to 26, digits that can begin a dossier or year 27, other digits
    /// 28, the rest 0. An array, since a table held in place would be copied for each byte.
    private let codes: [UInt8]
    /// Bit by three codes of five bits each. 4 kB.
    private var bits = [UInt64](repeating: 0, count: tableCount)
    private var bitsBehindLetter = [UInt64](repeating: 0, count: tableCount)
    /// Words of 64 bits that a window of 15 bits can name.
    private static let tableCount = (1 << 15) / 64
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
        let window = Int(first) << 10 | Int(second) << 5 | Int(third)
        if behindLetter { bitsBehindLetter[window >> 6] |= 1 << UInt64(window & 63) }
        bits[window >> 6] |= 1 << UInt64(window & 63)
    }

    /// First place from `start` on at which a grammar should look; nil if there is none.
    ///
    /// - Parameter before: the byte before `start`, as far as it matters there: a reference that ends at `start` is no
    ///   letter before it.
    func next(in bytes: [UInt8], from start: Int, before: UInt8) -> Int? {
        // All three tables are read within bounds: a byte is below 256 and `codes` has 256 entries; a window of three
        // codes of five bits is below 1 << 15, and both tables have a bit for each. `position` stays below `count`.
        unsafe bytes.withUnsafeBufferPointer { text in
            unsafe codes.withUnsafeBufferPointer { codes in
                unsafe bits.withUnsafeBufferPointer { bits in
                    let count = text.count
                    var position = start
                    var window: UInt32 = 0
                    // Two places beyond the end, so that the window reaches words of the last two bytes.
                    while position < count + 2 {
                        let code = position < count ? unsafe codes[Int(text[position])] : 0
                        window = window << 5 | UInt32(code)
                        position += 1
                        let three = Int(window & 0x7FFF)
                        guard unsafe bits[three >> 6] & (1 << UInt64(three & 63)) != 0, position >= start + 3 else {
                            continue
                        }
                        let place = position - 3
                        let byteBefore = place > start ? unsafe text[place - 1] : before
                        if !byteBefore.isLetter || isCue(behindLetter: three) { return place }
                    }
                    return nil
                }
            }
        }
    }

    private func isCue(behindLetter window: Int) -> Bool {
        bitsBehindLetter[window >> 6] & (1 << UInt64(window & 63)) != 0
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
