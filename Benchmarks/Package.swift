// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "kamerspoor-bench",
    dependencies: [.package(name: "kamerspoor", path: "..")],
    targets: [
        .executableTarget(
            name: "kamerspoor-bench",
            dependencies: [
                .product(name: "Letters", package: "kamerspoor"), .product(name: "References", package: "kamerspoor"),
                .product(name: "SearchIndex", package: "kamerspoor"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "SearchBenchmarkTests",
            dependencies: ["kamerspoor-bench", .product(name: "SearchIndex", package: "kamerspoor")],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
