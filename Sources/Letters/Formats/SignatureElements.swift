import References

/// Offices and names under a letter, as the elements of its format say them.
struct SignatureElements {
    /// Offices whose holder's name has not come yet.
    private var offices: [String] = []

    /// Takes what has been written since a position for an office.
    mutating func endOffice(from start: Int, at place: Place, _ writer: inout MarkedTextWriter) {
        let office = writer.text(from: start).trimming(" ,")
        if !office.isEmpty { offices.append(office) }
        writer.signaturePlace = writer.signaturePlace ?? place
        writer.end()
    }

    /// `<functie>De Minister</functie> voor Rechtsbescherming,`: what stands behind the element is of the office too.
    mutating func addToOffice(_ text: ArraySlice<UInt8>, at place: Place, _ writer: inout MarkedTextWriter) {
        guard text.contains(where: { $0 > .space }) else { return }
        writer.begin(.signature)
        let start = writer.position
        writer.add(text.span, at: place)
        let words = writer.text(from: start).trimming(" ,")
        writer.end()
        guard !words.isEmpty, let last = offices.indices.last else { return }
        offices[last] += " \(words)"
    }

    mutating func endName(from start: Int, at place: Place, _ writer: inout MarkedTextWriter) {
        let name = writer.text(from: start).trimming(" ,")
        writer.signaturePlace = writer.signaturePlace ?? place
        writer.end()
        guard !name.isEmpty else { return }
        writer.signatories += offices.dropLast().map { Head.Signatory(role: $0, name: nil) }
        writer.signatories.append(Head.Signatory(role: offices.last ?? "", name: name))
        offices = []
    }

    /// Offices without a name are those in whose name another signs.
    mutating func endSignature(_ writer: inout MarkedTextWriter) {
        writer.end()
        writer.signatories += offices.map { Head.Signatory(role: $0, name: nil) }
        offices = []
    }
}
