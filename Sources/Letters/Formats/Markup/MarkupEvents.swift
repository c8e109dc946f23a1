/// An XML or HTML document as the events of a parser, in the order of the source: flat arrays, so that nesting costs no
/// stack, and each stretch of text with its place.
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
        private let firstAttribute: Int32
        private let attributeCount: Int32
        private let byte: Int32
        private let line: Int32
        private let column: Int32

        init(kind: Kind, name: Int, range: Range<Int>, attributes: Range<Int> = 0..<0, place: Place) {
            self.kind = kind
            nameID = Int32(truncatingIfNeeded: name)
            lower = Int32(truncatingIfNeeded: range.lowerBound)
            upper = Int32(truncatingIfNeeded: range.upperBound)
            firstAttribute = Int32(truncatingIfNeeded: attributes.lowerBound)
            attributeCount = Int32(truncatingIfNeeded: attributes.count)
            byte = Int32(truncatingIfNeeded: place.byte)
            line = Int32(truncatingIfNeeded: place.line)
            column = Int32(truncatingIfNeeded: place.column)
        }

        /// Index in `names`; of the innermost open element for text.
        var name: Int { Int(nameID) }
        /// Bytes of the source, or of `spelled`. For elements what has been read when they are reported.
        var range: Range<Int> { Int(lower)..<Int(upper) }
        /// Attributes of a start.
        var attributes: Range<Int> { Int(firstAttribute)..<Int(firstAttribute) + Int(attributeCount) }
        /// Where the range begins; for spelled text where the reference does.
        var place: Place { Place(byte: Int(byte), line: Int(line), column: Int(column), page: 1) }
    }

    struct Attribute {
        /// Index in `attributeNames`.
        var name: Int
        /// Bytes of `values`: most are never asked for.
        var value: Range<Int>
    }

    /// The document as UTF-8; places are places in it.
    let source: [UInt8]
    var events: [Event] = []
    var attributes: [Attribute] = []
    var names: [String] = []
    /// Lower case.
    var attributeNames: [String] = []
    /// Values of attributes.
    var values: [UInt8] = []
    /// Text behind references.
    var spelled: [UInt8] = []
    /// What is wrong with the document, in its order.
    var damage: [Diagnostic] = []

    init(source: [UInt8]) { self.source = source }

    /// The bytes of an event's text.
    func text(of event: Event) -> ArraySlice<UInt8> {
        event.kind == .spelled ? spelled[event.range] : source[event.range]
    }

    func attribute(_ name: String, of event: Event) -> String? {
        guard !event.attributes.isEmpty, let id = attributeNames.firstIndex(of: name),
            let attribute = attributes[event.attributes].first(where: { $0.name == id })
        else { return nil }
        return String(decoding: values[attribute.value], as: UTF8.self)
    }
}
