/// How much documents can score, block by block.
extension PostingsReader {
    /// The bound of a block, which exists.
    func bound(ofBlock number: Int) throws(IndexError) -> UInt16 {
        if layout.term.isInline { return ScoreBound.none }
        return blockCount == 1 ? data.littleEndian16(at: 2) : layout.records.bound(number, data)
    }

    /// The bound of a group of 32 blocks; of the only block, when there is one.
    func bound(ofGroup number: Int) throws(IndexError) -> UInt16 {
        if blockCount == 1 { return try bound(ofBlock: 0) }
        return data.littleEndian16(at: layout.groups + 2 * number)
    }

    /// The bound of the whole term.
    func bound() throws(IndexError) -> UInt16 {
        var greatest: UInt16 = 0
        let groups = (blockCount + PostingsFormat.blocksPerGroup - 1) / PostingsFormat.blocksPerGroup
        for group in 0..<groups { greatest = max(greatest, try bound(ofGroup: group)) }
        return greatest
    }

    /// The greatest bound of the blocks that can hold documents from `from` to before `to`; `nil` when there are none.
    /// Documents before the current block are not looked at.
    func bound(from: DocID, to: DocID) throws(IndexError) -> UInt16? {
        let current = max(block, 0)
        guard current < blockCount, doc != endOfPostings || index < 0 else { return nil }
        if blockCount == 1 { return lastDoc >= Int64(from) ? try bound(ofBlock: 0) : nil }
        var number = block >= 0 && Int64(from) <= lastDoc ? block : try self.block(notBefore: from, from: current)
        var greatest: UInt16?
        let records = layout.records
        if number > 0, number < blockCount, records.lastDoc(number - 1, data) >= to &- 1 { return nil }
        while number < blockCount {
            greatest = max(greatest ?? 0, records.bound(number, data))
            if records.lastDoc(number, data) >= to &- 1 { break }
            number &+= 1
        }
        return greatest
    }
}
