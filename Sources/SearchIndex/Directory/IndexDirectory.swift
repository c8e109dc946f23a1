/// The folder of an index: how its files are named, written and found.
///
/// ```
/// manifest-7        the commits, with the small files of each; the highest that is whole counts, the last two are kept
/// 12.segment        documents and postings, written once
/// 13.deletes        documents of one segment that are deleted
/// *.new             a file that is being written; left over only by a writer that was killed
/// writer.lock       the lock of the one writer
/// ```
struct IndexDirectory: Sendable {
    let path: String
    /// Bytes of data up to which a segment, or what is deleted of one, is kept in the manifest: the manifest is written
    /// anew with each commit, but a file of its own takes the disk longer.
    var smallFileLimit = 128 << 10

    static let lockName = "writer.lock"
    private static let manifestPrefix = "manifest-"
    private static let unfinishedSuffix = ".new"

    func path(of name: String) -> String { "\(path)/\(name)" }

    static func manifestName(_ number: UInt64) -> String { manifestPrefix + String(number) }
    static func segmentName(_ number: UInt64) -> String { "\(number).segment" }
    static func deletesName(_ number: UInt64) -> String { "\(number).deletes" }

    /// Numbers of the manifests in the folder, highest first, whole or not.
    func manifestNumbers() throws(IndexError) -> [UInt64] {
        try FileSystem.names(in: path).compactMap(Self.manifestNumber).sorted(by: >)
    }

    private static func manifestNumber(_ name: String) -> UInt64? {
        guard name.hasPrefix(manifestPrefix), let number = UInt64(name.dropFirst(manifestPrefix.count)) else {
            return nil
        }
        // `manifest-007` is not ours.
        return manifestName(number) == name ? number : nil
    }

    /// A file that a commit names, checked as far as opening does.
    func open(_ entry: FileEntry, kind: FileFooter.Kind) throws(IndexError) -> IndexFile {
        try IndexFile(path: path(of: entry.name), kind: kind, entry: entry)
    }

    func commitPoint(_ number: UInt64) throws(IndexError) -> CommitPoint {
        try CommitPoint(path: path(of: Self.manifestName(number)), number: number)
    }

    /// Writes a file under another name, forces it onto the disk and gives it its name. The name itself is on the disk
    /// after `FileSystem.synchronize(directory:)`.
    func write(_ data: [UInt8], kind: FileFooter.Kind, name: String) throws(IndexError) -> FileEntry {
        var writer = IndexFileWriter(directory: self, name: name, kind: kind)
        try writer.append(data)
        return try writer.finish()
    }

    /// The name that a file bears while it is being written.
    func unfinishedPath(of name: String) -> String { path(of: name + Self.unfinishedSuffix) }

    /// Makes `commit` the state of the index: its manifest's rename is the moment.
    ///
    /// The names of its other files go onto the disk before it, so that no power failure leaves a manifest without them.
    ///
    /// - Parameter isAlone: no other file has been made since the commit before.
    func publish(_ commit: CommitPoint, isAlone: Bool) throws(IndexError) {
        if !isAlone { try FileSystem.synchronize(directory: path) }
        _ = try write(commit.encoded(), kind: .manifest, name: Self.manifestName(commit.number))
        try FileSystem.synchronize(directory: path)
    }

    /// Removes files of the index that no kept commit names: unfinished ones, old ones, those of a writer that was
    /// killed. Only the writer may call this. Files that this code never writes are left alone.
    ///
    /// Readers of an older commit keep what they have mapped.
    func removeFiles(exceptOf kept: [CommitPoint]) throws(IndexError) {
        var names: Set<String> = []
        for commit in kept {
            names.insert(Self.manifestName(commit.number))
            for file in commit.files { names.insert(file.name) }
        }
        for name in try FileSystem.names(in: path) where Self.isIndexFile(name) && !names.contains(name) {
            try FileSystem.remove(path(of: name))
        }
    }

    private static func isIndexFile(_ name: String) -> Bool {
        let isUnfinished = name.hasSuffix(unfinishedSuffix)
        let finalName = isUnfinished ? String(name.dropLast(unfinishedSuffix.count)) : name
        if manifestNumber(finalName) != nil { return true }
        guard let dot = finalName.firstIndex(of: "."), let number = UInt64(finalName[..<dot]) else { return false }
        return finalName == segmentName(number) || finalName == deletesName(number)
    }
}
