import Testing

@testable import Integrity

@Suite struct RulesTests {
    @Test func namesAndLevelsAreTheContract() {
        #expect(
            Rules.all.map { "\($0.id) \($0.level)" } == [
                "note-missing error", "note-lost-in-extraction warning", "note-unused warning", "note-duplicate error",
                "note-order error", "note-gap warning", "note-truncated warning", "reference-malformed warning",
                "reference-impossible error", "reference-self warning", "reference-unresolved note",
                "identity-missing warning", "identity-conflict error", "identity-duplicate error",
                "metadata-conflict warning", "metadata-damage warning", "encoding-damage error", "format-damage error",
                "format-unknown note",
                "text-left-out warning", "file-unreadable error", "suppression-unused warning",
            ])
    }

    @Test(arguments: Rules.all)
    func everyRuleSaysAllThatAReaderNeeds(rule: Rule) throws {
        #expect(try Rules.rule(rule.id) == rule)
        #expect(!rule.title.isEmpty && !rule.title.hasSuffix("."))
        #expect(rule.meaning.hasSuffix("."))
        #expect(!rule.example.isEmpty)
        #expect(rule.remedy.hasSuffix("."))
        for text in [rule.title, rule.meaning, rule.example, rule.remedy] { #expect(!text.contains("\n")) }
    }

    @Test(arguments: [
        ("note-mising", "No rule is called “note-mising”. Did you mean note-missing?"),
        ("notegap", "No rule is called “notegap”. Did you mean note-gap?"),
        ("spelling", "No rule is called “spelling”. List them with: kamerspoor rules"),
        ("", "No rule is called “”. List them with: kamerspoor rules"),
    ])
    func anUnknownNameIsToldWithTheNearest(id: String, message: String) {
        #expect {
            try Rules.rule(id)
        } throws: {
            ($0 as? IntegrityError)?.description == message
        }
    }
}

@Suite struct RuleLevelsTests {
    @Test func aLevelThatIsSetTakesTheRulesPlace() throws {
        var levels = try RuleLevels(["note-gap": .error])
        try levels.set("note-missing=off")
        #expect(levels[NoteGap.rule] == .error)
        #expect(levels[NoteMissing.rule] == .off)
        #expect(levels[NoteUnused.rule] == .warning)
        #expect(findings(in: .with(markers: [1, 2, 4], notes: [1, 4]), levels: levels).count == 1)
    }

    @Test(arguments: [
        ("note-gap", "“note-gap” gives no rule a level. Write it as RULE=LEVEL, such as note-gap=error."),
        ("a=b=c", "“a=b=c” gives no rule a level. Write it as RULE=LEVEL, such as note-gap=error."),
        ("note-gap=fatal", "“fatal” is no level. Use error, warning, note or off."),
        ("note-gpa=error", "No rule is called “note-gpa”. Did you mean note-gap?"),
    ])
    func aWrongAssignmentSaysWhatIsWrong(assignment: String, message: String) {
        #expect {
            var levels = RuleLevels()
            try levels.set(assignment)
        } throws: {
            ($0 as? IntegrityError)?.description == message
        }
    }

    @Test func levelsAreOrdered() {
        #expect(Level.allCases.sorted() == [.off, .note, .warning, .error])
    }
}
