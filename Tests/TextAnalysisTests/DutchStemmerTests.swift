import Testing

@testable import TextAnalysis

@Suite struct DutchStemmerTests {
    @Test(arguments: [
        ("scholen", "schol"), ("leraren", "lerar"), ("ondersteuning", "ondersteun"), ("mogelijkheden", "mogelijk"),
        ("mogelijkheid", "mogelijk"), ("kind", "kind"), ("", ""),
    ])
    func stemsAreThoseOfThePorterAlgorithmForDutch(word: String, stem: String) throws {
        let stemmed = try DutchStemmer().stem(Array(word.utf8))
        #expect(String(decoding: stemmed, as: UTF8.self) == stem)
    }

    @Test func aWordIsStemmedTheSameWhenItIsMetAgain() throws {
        let cache = StemCache(stemmer: try DutchStemmer())
        #expect(cache.stem(of: "scholen") == "schol")
        #expect(cache.stem(of: "scholen") == "schol")
        #expect(cache.stem(of: "kind") == nil)
        #expect(cache.stem(of: "kind") == nil)
    }

    @Test func wordsWithDigitsHaveNoStem() throws {
        #expect(StemCache(stemmer: try DutchStemmer()).stem(of: "16jarigen") == nil)
    }

    @Test func aMissingLibraryIsNamedWithTheRemedy() {
        let error = AnalysisError.unavailable(library: "Snowball", what: "stemmer for Dutch")
        #expect(
            error.description
                == "The system's Snowball has no stemmer for Dutch. Install the complete package of Snowball.")
    }
}
