// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A library target and its test target, which bears the same name with `Tests` behind it.
func module(
    _ name: String, imports: [Target.Dependency] = [], testImports: [Target.Dependency] = [],
    extra: [SwiftSetting] = [], exclude: [String] = []
) -> [Target] {
    [
        .target(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict + extra),
        .testTarget(
            name: "\(name)Tests", dependencies: [.byName(name: name), "TestSupport"] + testImports,
            swiftSettings: strict),
    ]
}

let package = Package(
    name: "kamerspoor",
    products: [
        .library(name: "References", targets: ["References"]),
        .library(name: "Letters", targets: ["Letters"]),
        .library(name: "TextAnalysis", targets: ["TextAnalysis"]),
        .library(name: "SearchIndex", targets: ["SearchIndex"]),
        .library(name: "CitationGraph", targets: ["CitationGraph"]),
        .library(name: "Integrity", targets: ["Integrity"]),
        .library(name: "Corpus", targets: ["Corpus"]),
        .executable(name: "kamerspoor", targets: ["kamerspoor"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "ICUSystem", pkgConfig: "icu-uc", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CSnowball", providers: [.apt(["libstemmer-dev"])]),
        .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
        .systemLibrary(name: "CMessageDigest", pkgConfig: "libmd", providers: [.apt(["libmd-dev"])]),
        .target(name: "CICU", dependencies: ["ICUSystem"]),
    ]
        + module("JSONText")
        + module("References")
        + module("SearchIndex", extra: [.enableExperimentalFeature("Lifetimes")], exclude: ["FORMAT.md"])
        + module("TextAnalysis", imports: ["CICU", "CSnowball"])
        + module("Letters", imports: ["References", "CICU", "CMessageDigest", "CLibXML2"], testImports: ["CLibXML2"])
        + module("CitationGraph", imports: ["References", "JSONText"])
        + module("Integrity", imports: ["Letters", "References", "JSONText"])
        + module(
            "Catalog",
            imports: ["Letters", "References", "CZstd", .product(name: "GRDB", package: "GRDB.swift")])
        + module(
            "Corpus",
            imports: ["Catalog", "SearchIndex", "TextAnalysis", "Letters", "References", "CitationGraph"])
        + [
            .executableTarget(
                name: "kamerspoor",
                dependencies: [
                    "Corpus", "Catalog", "SearchIndex", "Integrity", "CitationGraph", "Letters", "References",
                    "JSONText",
                    .product(name: "ArgumentParser", package: "swift-argument-parser"),
                ],
                swiftSettings: strict),
            .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
            .testTarget(name: "CommandTests", dependencies: ["kamerspoor", "TestSupport"], swiftSettings: strict),
        ],
    swiftLanguageModes: [.v6]
)
