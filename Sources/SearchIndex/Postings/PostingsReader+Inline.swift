/// Terms inlined in the dictionary, which have no blocks: their few documents are decoded at once.
extension PostingsReader {
    mutating func readInline() throws(IndexError) {
        let range = layout.term.postings
        guard docFreq <= PostingsFormat.blockLength else { throw damage("a term is not inlined") }
        var reader = ByteReader(data.span)
        do throws(DecodeError) {
            var doc: Int64 = -1
            for at in 0..<docFreq {
                doc += Int64(try reader.varint()) + 1
                let frequency = try reader.varint()
                guard doc < Int64(documentCount), frequency > 0,
                    !layout.term.hasPositions || Int(frequency) <= reader.remaining
                else {
                    throw .unexpected("an inlined term is not right", at: reader.offset)
                }
                docs[at] = DocID(truncatingIfNeeded: doc)
                frequencies[at] = frequency
                if layout.term.hasPositions { for _ in 0..<frequency { _ = try reader.varint() } }
            }
            lastDoc = doc
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
        block = 0
        count = docFreq
        isDecoded = true
        hasFrequencies = true
    }

    func readInlinePositions(into buffer: UInt32Buffer) throws(IndexError) {
        let range = layout.term.postings
        var reader = ByteReader(data.span)
        do throws(DecodeError) {
            for at in 0...index {
                _ = try reader.varint()
                let frequency = try reader.varint()
                var next: UInt64 = 0
                for _ in 0..<frequency {
                    let position = next + UInt64(try reader.varint())
                    next = position + 1
                    guard position <= UInt32.max else {
                        throw .unexpected("a position is out of order", at: reader.offset)
                    }
                    if at == index { buffer.append(UInt32(position)) }
                }
            }
        } catch {
            throw error.inFile(file.path, from: range.lowerBound)
        }
    }
}
