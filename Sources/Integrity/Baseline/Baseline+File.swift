import FoundationEssentials

extension Baseline {
    /// Reads a baseline file.
    public init(contentsOf path: String) throws(IntegrityError) {
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path))
        } catch {
            throw .baselineUnreadable(path: path, reason: reason(for: error))
        }
        guard let text = String(validating: data, as: UTF8.self) else {
            throw .baselineUnreadable(path: path, reason: "it is no UTF-8 text")
        }
        try self.init(text: text, path: path)
    }

    /// Writes the baseline to its path, at once or not at all.
    public func write() throws(IntegrityError) {
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw .baselineUnwritable(path: path, reason: reason(for: error))
        }
    }
}

/// Why a file could not be read or written, in words; Foundation's own name two paths and a domain.
private func reason(for error: any Error) -> String {
    switch (error as? CocoaError)?.code {
    case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file or folder"
    case .fileReadNoPermission, .fileWriteNoPermission: "this user may not"
    case .fileWriteOutOfSpace: "the disk is full"
    case .fileWriteVolumeReadOnly: "the disk is read-only"
    default: "it is no ordinary file, or the disk failed"
    }
}
