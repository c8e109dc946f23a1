/// An XML or HTML document as the events of a parser, in the order of the source: flat arrays, so that nesting costs no
/// stack, and each stretch of text with the bytes where it stands.
struct MarkupEvents {
    struct Event {
        enum Kind: UInt8 {
            case start, end
            /// Text that stands in the source as it is.
            case text
            /// Text that the source spells with a reference, such as `&amp;`: it stands in `spelled`.
            case spelled
        }

        let kind: Kind
        // Half the width of `Int`: libxml2 reads 2 GiB at most, and there are many events. So nothing is cut off.
        private let nameID: Int32
        private let lower: Int32
        private let upper: Int32
        private let startByte: Int32

        /// - Parameters:
        ///   - range: bytes of a text, or the attributes of a start.
        ///   - byte: where it begins in the source.
        init(kind: Kind, name: Int, range: Range<Int>, byte: Int) {
            self.kind = kind
            nameID = Int32(truncatingIfNeeded: name)
            lower = Int32(truncatingIfNeeded: range.lowerBound)
            upper = Int32(truncatingIfNeeded: range.upperBound)
            startByte = Int32(truncatingIfNeeded: byte)
        }

        /// Index in `names`; of the innermost open element for text.
        var name: Int { Int(nameID) }
        /// Bytes of the source, or of `spelled`; empty for elements.
        var range: Range<Int> { isText ? Int(lower)..<Int(upper) : 0..<0 }
        /// Attributes of a start.
        var attributes: Range<Int> { kind == .start ? Int(lower)..<Int(upper) : 0..<0 }
        var isText: Bool { kind == .text || kind == .spelled }
        /// Where it begins in the source; of spelled text where the reference does, of an end the last event before it.
        var byte: Int { Int(startByte) }
    }

    struct Attribute {
        var name: MarkupAttribute
        /// Bytes of `values`: most are never asked for.
        var value: Range<Int>
    }

    /// The document as UTF-8; places are places in it.
    let source: [UInt8]
    private let places: PlaceTable
    var events: [Event] = []
    /// Those of which any reader knows the name.
    var attributes: [Attribute] = []
    var names: [String] = []
    /// Values of attributes.
    var values: [UInt8] = []
    /// Text behind references.
    var spelled: [UInt8] = []
    /// What is wrong with the document, in its order.
    var damage: [Diagnostic] = []

    init(source: [UInt8]) {
        self.source = source
        places = PlaceTable(source)
    }

    /// The bytes of an event's text.
    func text(of event: Event) -> ArraySlice<UInt8> {
        event.kind == .spelled ? spelled[event.range] : source[event.range]
    }

    func place(of event: Event) -> Place { places.place(of: event.byte) }

    func place(ofByte byte: Int) -> Place { places.place(of: byte) }

    func attribute(_ name: MarkupAttribute, of event: Event) -> String? {
        for index in event.attributes where attributes[index].name == name {
            return String(decoding: values[attributes[index].value], as: UTF8.self)
        }
        return nil
    }
}

/// The attributes that any reader of markup asks for.
enum MarkupAttribute: String {
    // Of XML and HTML.
    case id, name, content, scheme, type
    // Of HTML.
    case `class`, href, role, value, start, reversed, colspan, rowspan
    case dataScheme = "data-scheme"
    // Of official publications.
    case doc, dossier, refid, inhoud, kopopmaak, letat, nr, colname, namest, nameend, morerows
    case structure = "struct"
}
