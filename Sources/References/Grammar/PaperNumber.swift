/// The number of one paper within its dossier.
struct PaperNumber: Equatable {
    var spelling: String
    /// nil for letters.
    var value: Int?
    /// Letters in it were taken for the digits that they look like; only a label before it makes that a number.
    var isMisread = false
    /// Papers of one dossier are numbered from 1; no dossier reaches 9,999.
    var isPossible: Bool {
        !isMisread && value.map { (1...9_999).contains($0) && spelling.utf8.first != UInt8(ascii: "0") } ?? true
    }
    /// The capitals stand for a kind of debate, of which letters often name the date: `AO d.d. 12 juni`.
    var isDebate: Bool {
        ["AO", "SO", "WGO", "VAO", "VSO", "NO"].contains(spelling) || spelling.utf8.count > 2 && value == nil
    }
    var isYear: Bool { value.map { (1900...2099).contains($0) } ?? false }
}

extension ByteCursor {
    /// Takes `391`, or, if letters count, also `42e`, `18A` and `AA`.
    mutating func takePaperNumber(letters: Bool = true) -> PaperNumber? {
        let start = position
        if byte.isDigit {
            guard let value = takeNumber() else { return nil }
            let digits = position
            // Old papers have a letter behind the number; more than two letters are the next word.
            if letters, byte.isLetter {
                while position - digits < 3, byte.isLetter { position += 1 }
                let length = position - digits
                let isSuffix = length == 1 || (length == 2 && self[-1].isLower && self[-1] == self[-2])
                if !isSuffix || byte.isLetterOrDigit { position = digits }
            }
            if position == digits, byte.isLetter, self[1].isDigit { return takeMixedNumber(from: start) }
            return PaperNumber(spelling: string(start..<position), value: value)
        }
        let length = capitalCount
        // Nobody has counted on to three letters; `EK` is the chamber.
        guard letters, (1...2).contains(length), !self[length].isLetterOrDigit, !takesChamber else { return nil }
        position += length
        return PaperNumber(spelling: string(start..<position), value: nil)
    }

    private var takesChamber: Bool { byte == UInt8(ascii: "E") && self[1] == UInt8(ascii: "K") }

    /// Takes the rest of a number with letters between its digits, which text recognition makes of others: `4O8` is 408.
    ///
    /// - Returns: an impossible number, if the letters look like no digits.
    private mutating func takeMixedNumber(from start: Int) -> PaperNumber {
        var value = 0
        position = start
        while byte.isLetterOrDigit, position - start < 32 {
            guard let digit = byte.isDigit ? byte : byte.digitLookedLike, value < 1000 else {
                while byte.isLetterOrDigit { position += 1 }
                return PaperNumber(spelling: string(start..<position), value: 0)
            }
            value = value * 10 + Int(digit - UInt8(ascii: "0"))
            position += 1
        }
        return PaperNumber(spelling: "\(value)", value: value, isMisread: true)
    }
}
