extension PaperID {
    /// What the target of a link in an official publication names: an official id (`kst-28844-266`), a dossier
    /// (`dossier/36600-XXIII`), or an address of a site that has the paper.
    ///
    /// - Returns: nil if it names no paper, as the address of a ministry's page.
    public init?(link target: some StringProtocol) {
        let text = String(target)
        if let id = PaperID(text), id.kind != nil {
            self = id
            return
        }
        let address = Array(text.utf8)
        var cursor = ByteCursor(address)
        guard address.count <= 2_000,
            let found = AddressGrammar.recogniseAddress(&cursor, end: address.count), found.targets.count == 1,
            let id = found.targets.first
        else { return nil }
        self = id
    }
}
