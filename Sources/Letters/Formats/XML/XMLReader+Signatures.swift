import References

/// Offices and names under a letter.
extension XMLReader {
    mutating func endOffice(_ closed: Open, _ event: MarkupEvents.Event) {
        guard isInside(.signature) else { return writer.addSpace() }
        let office = writer.text(from: closed.start).trimming(" ,")
        if !office.isEmpty { offices.append(office) }
        writer.signaturePlace = writer.signaturePlace ?? event.place
        writer.end()
    }

    /// `<functie>De Minister</functie> voor Rechtsbescherming,`: what stands behind the element is of the office too.
    mutating func addToOffice(_ text: ArraySlice<UInt8>, at place: Place) {
        guard text.contains(where: { $0 > .space }) else { return }
        writer.begin(.signature)
        let start = writer.position
        writer.add(text, at: place)
        let words = writer.text(from: start).trimming(" ,")
        writer.end()
        guard !words.isEmpty, let last = offices.indices.last else { return }
        offices[last] += " \(words)"
    }

    mutating func endName(_ closed: Open, _ event: MarkupEvents.Event) {
        guard isInside(.signature) else { return writer.addSpace() }
        let name = writer.text(from: closed.start).trimming(" ,")
        writer.signaturePlace = writer.signaturePlace ?? event.place
        writer.end()
        guard !name.isEmpty else { return }
        writer.signatories += offices.dropLast().map { Head.Signatory(role: $0, name: nil) }
        writer.signatories.append(Head.Signatory(role: offices.last ?? "", name: name))
        offices = []
    }

    /// Offices in whose name another signs.
    mutating func endSignature() {
        writer.end()
        writer.signatories += offices.map { Head.Signatory(role: $0, name: nil) }
        offices = []
    }
}
