internal import Foundation
internal import GRDB

/// A 64-bit FNV-1a hash over the rows of a letter, kept as `letter.content_hash`.
///
/// SQLite has no checksums of its own: a flipped bit in a text would be read as text. Every step of FNV-1a maps states
/// to states one to one, so a change of a single byte always changes the hash; other damage passes one time in 2⁶⁴.
/// Each value goes in as a tag byte and its bytes: NULL 0; INTEGER 1, 8 bytes, little-endian; REAL 2, its bits likewise;
/// TEXT 3 and BLOB 4, length in 8 bytes, then content. First goes the row of `letter` (the columns of `LetterRow`), then
/// table by table, in the order of `StoredLetter`, the number of rows in 8 bytes and the rows in the order of their keys;
/// of a table that came after schema version 1 its name as a TEXT, the number and the rows, and nothing if it has none.
struct RowDigest {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    /// As SQLite keeps it, in a signed column.
    var value: Int64 { Int64(bitPattern: state) }

    mutating func combine(_ value: DatabaseValue) {
        switch value.storage {
        case .null:
            combine(byte: 0)
        case .int64(let number):
            combine(byte: 1)
            combine(UInt64(bitPattern: number))
        case .double(let number):
            combine(byte: 2)
            combine(number.bitPattern)
        case .string(let text):
            combine(byte: 3)
            combine(UInt64(text.utf8.count))
            let bytes = text.utf8.span
            for index in bytes.indices { combine(byte: bytes[index]) }
        case .blob(let data):
            combine(byte: 4)
            combine(UInt64(data.count))
            let bytes = data.span
            for index in bytes.indices { combine(byte: bytes[index]) }
        }
    }

    mutating func combine(_ number: UInt64) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) {
            combine(byte: UInt8(truncatingIfNeeded: number >> shift))
        }
    }

    // Wrapping: the hash is defined modulo 2⁶⁴.
    private mutating func combine(byte: UInt8) { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
}
