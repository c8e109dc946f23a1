import CLibXML2
import Foundation
import Testing

/// libxml2 beside Foundation in one module: Debian's headers drag ICU in, whose types clash with Foundation's own.
@Suite struct SystemLibraryTests {
    @Test func xmlIsReadBesideFoundation() throws {
        kamerspoor_xml_initialise()
        let source = Data("<brief><al>Één alinea</al></brief>".utf8)
        // The tree is freed before the test returns, and the strings are copied out of it before that.
        let text: String? = unsafe source.withUnsafeBytes { bytes in
            let start = unsafe bytes.bindMemory(to: CChar.self).baseAddress
            let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOCDATA.rawValue)
            guard let document = unsafe xmlReadMemory(start, Int32(bytes.count), nil, nil, options) else { return nil }
            defer { unsafe xmlFreeDoc(document) }
            guard let content = unsafe xmlNodeGetContent(xmlDocGetRootElement(document)) else { return nil }
            defer { unsafe kamerspoor_xml_free(content) }
            return unsafe String(cString: content)
        }
        #expect(text == "Één alinea")
    }
}
