/// Numbers of the Tweede Kamer's own registry: cases (`2020Z19073`) and documents (`2020D29447`).
enum ParliamentNumberGrammar {
    /// Reads a year from 2008, `Z` or `D`, and five digits.
    static func recognise(_ cursor: inout ByteCursor) -> Recognition? {
        let start = cursor.position
        guard cursor.digitCount == 4, cursor[0] == UInt8(ascii: "2"), cursor[1] == UInt8(ascii: "0"),
            !cursor[-1].isLetterOrDigit
        else { return nil }
        let letter = cursor[4]
        guard letter == UInt8(ascii: "Z") || letter == UInt8(ascii: "D") else { return nil }
        cursor.position += 5
        guard cursor.digitCount == 5, !cursor[5].isLetter else { return nil }
        cursor.position += 5
        return Recognition(
            range: start..<cursor.position, kind: letter == UInt8(ascii: "Z") ? .zaak : .document,
            targets: [PaperID(canonical: cursor.string(start..<cursor.position))])
    }
}
