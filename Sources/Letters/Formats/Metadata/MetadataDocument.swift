/// Documents that hold official metadata and no letter, told by their first element.
enum MetadataDocument {
    private static let roots: Set<String> = [
        "metadata_gegevens", "owms-metadata", "searchRetrieveResponse", "gzd", "owmskern",
    ]
    /// Elements around a record of a search (SRU), which may hold other things elsewhere.
    private static let wrappers: Set<String> = ["record", "records", "recordData", "originalData"]
    /// What stands in such a record.
    private static let marks = ["<owmskern", ":owmskern", "<gzd", ":gzd"].map { Array($0.utf8) }

    /// - Parameter start: the first bytes of the document as UTF-8.
    static func begins(with root: String, _ start: [UInt8]) -> Bool {
        let name = localName(root)
        if roots.contains(name) { return true }
        return wrappers.contains(name) && marks.contains { start.first($0, in: 0..<start.count) != nil }
    }

    /// The element of one paper in the answer of a search, which may name several.
    static let record = "record"

    /// A name without its prefix.
    static func localName(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }
}
