import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#endif

/// What is wrong with a file costs that file, and nothing else.
@Suite struct BadInputTests {
    let bench: Workbench

    init() throws {
        bench = try Workbench()
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."), to: "letters/a.txt")
        try bench.write(MadeLetter(number: 2, "De school staat in de stad."), to: "letters/z.txt")
    }

    private func ids() throws -> [String] { try bench.run("list", "--json").json(ListReply.self).letters.map(\.id) }

    @Test(arguments: [
        ("%PDF-1.7\n", "m.txt is a PDF that cannot be read: "),
        ("PK\u{3}\u{4}", "m.txt is a ZIP or office file, which is not read. Extract its text first"),
        (
            "<?xml version=\"1.0\"?>\n<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>",
            "m.txt:2 is not read: its document type"
        ),
        ("<!DOCTYPE html>\n<title>Pagina niet gevonden</title><p>Helaas", "m.txt:2 is the error page of a web site"),
        ("<metadata_gegevens/>", "m.txt holds metadata and no letter."),
    ])
    func aFileThatIsNoLetterByItsFormatIsNamedAndTheOthersGoOn(content: String, message: String) throws {
        try bench.write(Array(content.utf8), to: "letters/m.txt")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 3)
        #expect(outcome.text == "2 added, 0 updated, 0 unchanged, 1 not taken in\n")
        #expect(outcome.errors.contains("kamerspoor: letters/\(message)"))
        #expect(try ids() == ["kst-31497-1", "kst-31497-2"])
        #expect(try bench.run("verify", "letters").status == 3)
    }

    @Test func aFileWithNulsIsNoText() throws {
        try bench.write([0x44, 0x65, 0x00, 0x20], to: "letters/m.txt")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 3)
        #expect(
            outcome.errors.contains(
                "kamerspoor: letters/m.txt is no text: it holds NUL bytes. "
                    + "Extract its text first, for example with pdftotext.\n"))
        #expect(try ids().count == 2)
    }

    /// One NUL is damage, not another kind of file.
    @Test func aLetterWithOneNulIsRead() throws {
        try bench.write(
            MadeLetter(number: 4, "De \0school is groot. " + String(repeating: "Dat blijft zo. ", count: 20)))
        #expect(try bench.run("index", "letters/kst-31497-4.txt").status == 0)
        #expect(try ids().contains("kst-31497-4"))
    }

    @Test func aFileAboveTheLimitIsNamedWithTheLimit() throws {
        try bench.write(MadeLetter(number: 3, String(repeating: "De school is groot. ", count: 100)))
        let size = bench.size(of: "letters/kst-31497-3.txt")
        let outcome = try bench.run("index", "letters", "--max-file", "1000")
        #expect(outcome.status == 3)
        #expect(
            outcome.errors.contains(
                "kamerspoor: letters/kst-31497-3.txt has \(size) bytes, more than the limit of 1000. "
                    + "Raise it with --max-file, or leave the file out.\n"))
        #expect(try ids() == ["kst-31497-1", "kst-31497-2"])
        #expect(try bench.run("parse", "letters/kst-31497-3.txt", "--max-file", "1000").status == 3)
        #expect(try bench.run("verify", "letters", "--max-file", "1000").status == 3)
    }

    @Test func twoFilesWithOneIdAndDifferentTextAreBothNamed() throws {
        try bench.write(MadeLetter(number: 1, "De school staat niet in het dorp."), to: "letters/b.txt")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 3)
        #expect(outcome.text == "2 added, 0 updated, 0 unchanged, 1 not taken in\n")
        #expect(outcome.errors.contains("letters/b.txt says that it is kst-31497-1, but "))
        #expect(outcome.errors.contains("letters/a.txt, whose content differs, is that letter already."))
        #expect(try bench.run("search", "niet", "--json").json(SearchReply.self).total == 0)
        let again = try bench.run("index", "letters")
        #expect(again.status == 3)
        #expect(again.text == "0 added, 0 updated, 2 unchanged, 1 not taken in\n")
    }

    @Test func twoFilesWithOneTextAreOneLetter() throws {
        try bench.write(MadeLetter(number: 1, "De school staat in het dorp."), to: "letters/b.txt")
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "2 added, 0 updated, 0 unchanged, 1 there already under another name\n")
        #expect(try ids().count == 2)
        #expect(try bench.run("index", "letters").text == "0 added, 0 updated, 3 unchanged\n")
    }

    @Test func aPathThatIsNotThereEndsWithThree() throws {
        for command in ["index", "verify", "parse", "extract"] {
            let outcome = try bench.run(command, "nergens.txt")
            #expect(outcome.status == 3)
            #expect(outcome.text == "")
            #expect(outcome.errors == "kamerspoor: nergens.txt is not there. Check the path.\n")
        }
        #expect(!bench.exists(".kamerspoor"))
    }

    @Test func aFolderWithoutLettersEndsWithThree() throws {
        try bench.write("niets", to: "leeg/foto.jpg")
        for command in ["index", "verify"] {
            let outcome = try bench.run(command, "leeg")
            #expect(outcome.status == 3)
            #expect(
                outcome.errors
                    == "kamerspoor: no letters in leeg: there is no file that ends in .txt. "
                    + "Name a folder with letters, or the files themselves.\n")
        }
        #expect(!bench.exists(".kamerspoor"))
    }

    @Test func aFolderIsNoFile() throws {
        for command in ["parse", "extract"] {
            let outcome = try bench.run(command, "letters")
            #expect(outcome.status == 3)
            #expect(
                outcome.errors
                    == "kamerspoor: letters is no regular file. Name a file with a letter, or a folder of them.\n")
        }
    }

    @Test func linksLoopsAndPipesAreLeftOutWithAReason() throws {
        let files = FileManager.default
        try files.createSymbolicLink(
            atPath: bench.path("letters/link.txt"), withDestinationPath: bench.path("letters/a.txt"))
        try files.createSymbolicLink(atPath: bench.path("letters/loop"), withDestinationPath: bench.path("letters"))
        #expect(unsafe mkfifo(bench.path("letters/pipe.txt"), 0o600) == 0)
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 0)
        #expect(outcome.text == "2 added, 0 updated, 0 unchanged\n")
        #expect(outcome.errors.contains("kamerspoor: letters/link.txt is left out: symbolic links are not followed\n"))
        #expect(outcome.errors.contains("kamerspoor: letters/loop is left out: symbolic links are not followed\n"))
        #expect(outcome.errors.contains("kamerspoor: letters/pipe.txt is left out: no regular file\n"))
    }

    @Test func aPipeThatIsNamedIsRefusedAtOnce() throws {
        #expect(unsafe mkfifo(bench.path("pipe.txt"), 0o600) == 0)
        for command in ["index", "verify", "parse", "extract"] {
            let outcome = try bench.run(command, "pipe.txt")
            #expect(outcome.status == 3)
            #expect(outcome.errors.contains("pipe.txt is no regular file."))
        }
    }

    @Test func unusualNamesAreNames() throws {
        let folder = "brieven & co/ ’s-Gravenhage [1] $HOME 100% ë\u{301}"
        try bench.write(MadeLetter(number: 5, "De school van vijf."), to: "\(folder)/-x \"y\" 'z'.txt")
        try bench.write(MadeLetter(number: 6, "De school van zes."), to: "\(folder)/regel\nbreuk.TXT")
        let outcome = try bench.run("index", folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(try ids() == ["kst-31497-5", "kst-31497-6"])
        #expect(try bench.run("search", "school").lines.count == 2)
        #expect(try bench.run("index", folder, "--prune").text == "0 added, 0 updated, 2 unchanged, 0 removed\n")
    }

    @Test func aNameThatIsNoUTF8CostsItsFileAndShowsInTheExitCode() throws {
        let name = Array("\(bench.path("letters"))/".utf8) + [0xFF, 0xFE] + Array(".txt\0".utf8)
        // The name ends in NUL and lives for the call.
        let descriptor = unsafe name.withUnsafeBytes { bytes in
            unsafe creat(bytes.bindMemory(to: CChar.self).baseAddress!, 0o600)
        }
        try #require(descriptor >= 0)
        close(descriptor)
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("its name is no valid UTF-8"))
        #expect(try ids().count == 2)
    }

    @Test(.enabled(if: geteuid() != 0, "the superuser may read everything"))
    func whatMayNotBeReadIsNamed() throws {
        try bench.write(MadeLetter(number: 8, "Dicht."), to: "letters/dicht.txt")
        try bench.write(MadeLetter(number: 9, "Dicht."), to: "letters/map/9.txt")
        func permit(_ bits: Int, _ name: String) throws {
            try FileManager.default.setAttributes([.posixPermissions: bits], ofItemAtPath: bench.path(name))
        }
        try permit(0, "letters/dicht.txt")
        try permit(0, "letters/map")
        defer { try? permit(0o700, "letters/map") }
        let outcome = try bench.run("index", "letters")
        #expect(outcome.status == 3)
        #expect(
            outcome.errors.contains(
                "letters/dicht.txt cannot be read: Permission denied. Check its permissions, then try again."))
        #expect(outcome.errors.contains("letters/map is left out: the folder cannot be opened: Permission denied"))
        #expect(try ids().count == 2)
    }

    @Test func anEmptyFileIsALetterOrAMessageAndNoCrash() throws {
        try bench.write("", to: "leeg.txt")
        try bench.write("\n\n \n", to: "wit.txt")
        for name in ["leeg.txt", "wit.txt"] {
            for command in ["parse", "verify", "index"] {
                let outcome = try bench.run(command, name)
                #expect(outcome.status.map { $0 <= 3 } == true, "\(command) \(name): \(outcome)")
            }
        }
    }

    @Test func bytesThatAreNoTextAreReported() throws {
        var bytes = Array(MadeLetter(number: 4, "De school van vier.").text.utf8)
        bytes += [0xC3, 0x28, 0x80, 0xFE] + Array(" en verder.\n".utf8)
        try bench.write(bytes, to: "kapot.txt")
        #expect(try bench.run("index", "kapot.txt").status == 0)
        #expect(try bench.run("search", "vier", "--json").json(SearchReply.self).total == 1)
        let reply = try bench.run("verify", "kapot.txt", "--json").json(VerifyReply.self)
        #expect(reply.findings.contains { $0.rule == "encoding-damage" })
    }
}
