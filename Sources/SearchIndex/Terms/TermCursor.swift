/// The terms of one field of a segment, ascending.
struct TermCursor {
    /// Bytes of the current term; `nil` at the end.
    private(set) var term: [UInt8]?

    private let dictionary: TermDictionary
    private let field: Int
    private var cursor: TermBlockCursor?
    private var block: Int

    /// Starts at the first term that is not below `lower`.
    init(_ dictionary: TermDictionary, field: Int, from lower: [UInt8] = []) throws(IndexError) {
        self.dictionary = dictionary
        self.field = field
        block = try dictionary.block(before: lower.span, field: field)
        try enterBlock()
        try advance()
        while let next = term, precedes(next, lower) { try advance() }
    }

    private mutating func enterBlock() throws(IndexError) {
        cursor =
            block < dictionary.fields[field].upperBound
            ? try TermBlockCursor(dictionary, block: block, field: field) : nil
    }

    mutating func advance() throws(IndexError) {
        while cursor != nil {
            if try cursor?.advance() == true { return try load() }
            block += 1
            try enterBlock()
        }
        term = nil
    }

    /// Moves to the first term that is not below `lower`; never backward.
    mutating func advance(to lower: [UInt8]) throws(IndexError) {
        guard let current = term, precedes(current, lower) else { return }
        let found = try dictionary.block(before: lower.span, field: field)
        if found > block {
            block = found
            try enterBlock()
        }
        while let next = term, precedes(next, lower) { try advance() }
    }

    private mutating func load() throws(IndexError) {
        guard let cursor else { return }
        let suffix = cursor.suffixBytes
        // Taken out, so that it is changed in place.
        let isFirst = term == nil
        var bytes = term ?? []
        term = nil
        guard cursor.shared <= bytes.count else { throw dictionary.damage(block) }
        // Terms out of order would make a segment in which nothing is found.
        guard isFirst || precedes(bytes.span.extracting(cursor.shared..<bytes.count), suffix) else {
            throw .corrupt(file: dictionary.file.path, offset: cursor.place, what: "a term is out of order")
        }
        bytes.removeLast(bytes.count - cursor.shared)
        for at in suffix.indices { bytes.append(suffix[at]) }
        term = bytes
    }

    /// What is known of the current term, which there is.
    func info() throws(IndexError) -> TermInfo {
        guard let cursor else { throw dictionary.damage(block) }
        return try cursor.info()
    }
}
