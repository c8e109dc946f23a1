/// Collects a column document by document. Format: `ColumnReader`.
struct ColumnWriter {
    private let kind: Column.Kind
    private var entries: [ColumnEntry] = []

    init(kind: Column.Kind) { self.kind = kind }

    mutating func append(_ entry: ColumnEntry) { entries.append(entry) }

    func encoded() -> [UInt8] {
        var writer = ByteWriter()
        writer.append(kind.rawValue)
        switch kind {
        case .number: appendNumbers(to: &writer)
        case .texts: appendTexts(to: &writer)
        }
        return writer.bytes
    }

    private func appendNumbers(to writer: inout ByteWriter) {
        var numbers: [Int64?] = []
        for entry in entries {
            if case .number(let number) = entry { numbers.append(number) } else { numbers.append(nil) }
        }
        let present = numbers.compactMap { $0 }
        let least = present.min() ?? 0
        // The distance of two numbers of 64 bits fits 64 bits without a sign.
        let span = UInt64(bitPattern: (present.max() ?? 0) &- least)
        let width: Int = [0, 1, 2, 4].first(where: { span >> UInt64(8 * $0) == 0 }) ?? 8
        writer.append(UInt8(width))
        writer.append(uint64: UInt64(bitPattern: least))
        for start in stride(from: 0, to: numbers.count, by: 8) {
            var bits: UInt8 = 0
            for at in start..<min(start + 8, numbers.count) where numbers[at] != nil { bits |= 1 << UInt8(at - start) }
            writer.append(bits)
        }
        for number in numbers {
            let distance = UInt64(bitPattern: (number ?? least) &- least)
            for byte in 0..<width { writer.append(UInt8(truncatingIfNeeded: distance >> UInt64(8 * byte))) }
        }
    }

    private func appendTexts(to writer: inout ByteWriter) {
        var texts: [[[UInt8]]] = []
        for entry in entries {
            if case .texts(let own) = entry { texts.append(own) } else { texts.append([]) }
        }
        let distinct = Set(texts.joined()).sorted { precedes($0, $1) }
        var ordinals: [[UInt8]: UInt32] = [:]
        for (ordinal, text) in distinct.enumerated() { ordinals[text] = UInt32(ordinal) }
        writer.append(uint32: UInt32(distinct.count))
        var start: UInt32 = 0
        for text in distinct {
            writer.append(uint32: start)
            start += UInt32(text.count)
        }
        writer.append(uint32: start)
        for text in distinct { writer.append(text) }
        start = 0
        for own in texts {
            writer.append(uint32: start)
            start += UInt32(own.count)
        }
        writer.append(uint32: start)
        for own in texts { for text in own { writer.append(uint32: ordinals[text] ?? 0) } }
    }
}
