// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "kamerspoor-bench",
    dependencies: [.package(name: "kamerspoor", path: "..")],
    targets: [
        .executableTarget(
            name: "kamerspoor-bench",
            dependencies: [
                .product(name: "Letters", package: "kamerspoor"), .product(name: "References", package: "kamerspoor"),
            ],
            swiftSettings: [
                .strictMemorySafety(), .enableUpcomingFeature("ExistentialAny"),
                .enableUpcomingFeature("MemberImportVisibility"), .enableUpcomingFeature("InternalImportsByDefault"),
                .treatAllWarnings(as: .error),
            ])
    ],
    swiftLanguageModes: [.v6]
)
