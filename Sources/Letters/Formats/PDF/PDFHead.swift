/// The head of a paper on its first page: `28 844` and `Nr. 500` hang in the margin beside the titles of dossier and paper,
/// like the cells of a table, which they are not.
enum PDFHead {
    /// Bands of the first page that are the head: down to the addressee, else to the number of the paper; none where there
    /// is no number of a dossier.
    static func length(_ bands: [[PDFLine]]) -> Int {
        guard let dossier = bands.firstIndex(where: { margin($0).map(isDossier) == true }),
            let number = bands[dossier...].prefix(reach).firstIndex(where: { margin($0).map(isNumber) == true })
        else { return 0 }
        return 1 + (bands[number...].prefix(reach).firstIndex { $0.contains(where: isAddressee) } ?? number)
    }

    /// Bands from a dossier to the number of the paper, and from there to the addressee: some titles take many lines.
    private static let reach = 20
    private static let addressees = ["Aan de Voorzitter", "Aan de voorzitter"].map { Array($0.utf8) }

    /// What stands first on a band.
    private static func margin(_ band: [PDFLine]) -> [UInt8]? {
        band.min { $0.box.left < $1.box.left }?.text
    }

    private static func isDossier(_ text: [UInt8]) -> Bool { DossierLine(text, 0..<text.count) != nil }

    /// `Nr. 500`, or the letter of a paper of the Eerste Kamer.
    private static func isNumber(_ text: [UInt8]) -> Bool {
        if text.starts(with: "Nr. ".utf8) { return text.dropFirst(4).first?.isDigit == true }
        return (1...2).contains(text.count) && text.allSatisfy(\.isUpperASCII)
    }

    private static func isAddressee(_ line: PDFLine) -> Bool {
        let text = line.text
        return addressees.contains { text.starts(with: $0) }
    }
}
