import Letters
import References

/// Two files that claim to be the same paper.
///
/// The first by path is taken as the one that is right, so that the order in which letters are given makes no
/// difference; every other is a finding at its start. Where the bytes are the same it is only a note, whatever the
/// rule's level. A path given twice is one file.
struct IdentityDuplicate: Check {
    static let rule = Rule(
        id: "identity-duplicate", level: .error,
        title: "Two files with one identity",
        meaning: """
            Two letters have the same id and different text, so a citation of that id leads to either. Where the two \
            files are the same byte for byte, this is a note.
            """,
        example: "a.txt and b.txt both call themselves kst-31497-408.",
        remedy: "Give one of them its own id, or remove it.")

    func observations(among letters: [Letter]) -> [(letter: Int, observation: Observation)] {
        Dictionary(grouping: letters.indices) { letters[$0].id }.values.flatMap { indices in
            let ordered = indices.sorted { (letters[$0].source.path, $0) < (letters[$1].source.path, $1) }
            guard let first = ordered.first else { return [(letter: Int, observation: Observation)]() }
            return ordered.dropFirst().filter { letters[$0].source.path != letters[first].source.path }.map {
                (letter: $0, observation: observation(of: letters[$0], beside: letters[first]))
            }
        }
    }

    private func observation(of letter: Letter, beside first: Letter) -> Observation {
        let id = printable(letter.id.rawValue)
        let path = printable(first.source.path)
        if letter.source.sha256 == first.source.sha256 {
            return Observation(
                at: .startOfFile, "This file is \(id) once more, the same as \(path): one of the two can go.",
                spot: "same", atMost: .note)
        }
        return Observation(
            at: .startOfFile,
            "This letter calls itself \(id), and so does \(path), with other text: give one of them its own id.",
            spot: "different")
    }
}
