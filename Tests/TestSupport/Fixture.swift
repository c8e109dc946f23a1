public import Foundation

/// Files that tests read, found from the place of this source file, so that tests run from any folder.
public enum Fixture {
    /// Root of the package.
    public static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// A file or folder of the package, by its path from the root.
    public static func url(_ path: String) -> URL { root.appending(path: path) }

    /// Bytes of a file of the package.
    public static func bytes(_ path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: url(path))) }

    /// Bytes of a file anywhere.
    public static func bytes(from path: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(filePath: path))) }

    /// Path of the seed whose file name starts with these three digits.
    public static func seed(_ digits: String) throws -> String {
        let names = try FileManager.default.contentsOfDirectory(atPath: url("seeds").path)
        let name = try names.first { $0.hasPrefix(digits) && $0.hasSuffix(".txt") }.orThrow("no seed \(digits)")
        return url("seeds/\(name)").path
    }

    /// Names of our own letters that are open for developing, without their endings, in order.
    public static let openLetters: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: url("Fixtures/letters/open").path)) ?? []
        return names.map { String($0.dropLast(".txt".count)) }.sorted()
    }()

    /// Path of one of them.
    public static func openLetter(_ name: String) -> String { url("Fixtures/letters/open/\(name).txt").path }
}

/// A fixture that is not there.
public struct MissingFixture: Error, CustomStringConvertible {
    public let description: String
}

extension Optional {
    /// The value, or an error that says what is missing.
    public func orThrow(_ what: String) throws -> Wrapped {
        guard let self else { throw MissingFixture(description: what) }
        return self
    }
}
