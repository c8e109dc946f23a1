/// What an element of a web page is to a letter, by its name and, on official sites, its class.
enum HTMLElement: Equatable {
    /// A block that says nothing itself.
    case container
    case paragraph, quote, caption
    case heading(Int)
    case list(isNumbered: Bool)
    case item
    case table, row, cell
    case lineBreak
    case link
    /// May hold the sign of a note.
    case raised
    case bold
    /// The printed label of an item.
    case label
    case head, signature, office, name
    case inline
    case metadata
    /// Usually no part of a letter: navigation, forms, margins. What it holds tells (`MainContent`).
    case aside
    /// Scripts, controls, what is hidden: no part of any text.
    case skipped

    /// - Parameter classes: as the element has them, parted by spaces.
    init(_ name: String, classes: String) {
        if !classes.isEmpty, let element = Self.byClass(name, classes.split(separator: " ").map(String.init)) {
            self = element
        } else {
            self = Self.vocabulary[name] ?? .inline
        }
    }

    private static func byClass(_ name: String, _ classes: [String]) -> HTMLElement? {
        for word in classes {
            switch word {
            // `<h2 class="stuktitel no-toc">Vraag 1</h2>`: the pages of questions call the number of one so.
            case "stuktitel" where classes.contains("no-toc"): continue
            case "dossiertitel", "stuktitel", "kamerstukdatum": return .head
            case "ondertekening": return .signature
            case "functie": return .office
            case "naam": return .name
            case "ol" where name == "span", "li.nr", "lidnr": return .label
            case "note-close", "snp-mouseoffset-close", "visually-hidden", "sr-only": return .skipped
            case "tussenkop": return .heading(5)
            default: continue
            }
        }
        let isNavigation = classes.contains { furnitureClasses.contains($0.lowercased()) }
        return isNavigation ? .aside : nil
    }

    private static let furnitureClasses: Set<String> = [
        "breadcrumb", "breadcrumbs", "nav", "navigation", "menu", "toc", "share", "social", "cookie", "cookies",
        "skiplinks", "sidebar", "related", "search", "zoeken", "footer", "print-only", "totop", "naar-boven",
    ]

    private static let vocabulary: NameTable<HTMLElement> = {
        var vocabulary: [String: HTMLElement] = [
            "p": .paragraph, "blockquote": .quote, "caption": .caption, "figcaption": .caption, "li": .item,
            "dd": .item,
            "ul": .list(isNumbered: false), "ol": .list(isNumbered: true), "dl": .list(isNumbered: false),
            "table": .table, "tr": .row, "td": .cell, "th": .cell, "br": .lineBreak, "a": .link, "sup": .raised,
            "b": .bold, "strong": .bold, "meta": .metadata,
        ]
        for level in 1...6 { vocabulary["h\(level)"] = .heading(level) }
        for name in [
            "div", "section", "article", "main", "body", "html", "header", "figure", "tbody", "thead", "tfoot", "pre",
            "address", "dt", "hr", "center", "details", "summary", "fieldset",
        ] {
            vocabulary[name] = .container
        }
        for name in ["nav", "aside", "footer", "form"] { vocabulary[name] = .aside }
        for name in [
            "script", "style", "button", "select", "noscript", "template", "svg", "iframe",
            "title", "head-title", "textarea", "input", "object", "canvas", "audio", "video", "map",
        ] {
            vocabulary[name] = .skipped
        }
        return NameTable(vocabulary.map { ($0.key, $0.value) })
    }()
}
