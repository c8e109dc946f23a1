/// The fifth schema: the file that a diagnostic is about.
///
/// As in the second, letters saved before keep their hash, and have none of it until their files are read again.
enum SchemaVersion5 {
    static let statements = [
        "ALTER TABLE diagnostic ADD COLUMN path TEXT /* a file beside the letter; NULL for the letter's own */"
    ]
}
