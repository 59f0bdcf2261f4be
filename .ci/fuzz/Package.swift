// swift-tools-version: 6.2
import PackageDescription

// The parsers with the fuzzer's instruments; built by .ci/legs/fuzz and by nothing else.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .unsafeFlags(["-sanitize=fuzzer"]),
]

func room(_ name: String, _ imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, path: "Sources/\(name)", swiftSettings: house)
}

let package = Package(
  name: "fuzz",
  dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
  targets: [
    room("Screen"), room("Simulation"), room("Journal", ["Simulation"]),
    room("SourceText", [.product(name: "Yams", package: "Yams")]),
    room("Symbology", ["Screen", "SourceText"]),
    room("MapTable", ["Simulation", "Screen"]),
    .target(
      name: "TestKit", dependencies: ["MapTable", "Screen", "Simulation", "SourceText"],
      path: "TestKit", swiftSettings: house),
    .target(name: "Driver", path: "Driver"),
    .executableTarget(
      name: "Fuzz",
      dependencies: ["Driver", "Simulation", "Journal", "SourceText", "Symbology", "TestKit"],
      path: "Fuzz", swiftSettings: [.swiftLanguageMode(.v6)],
      linkerSettings: [
        .unsafeFlags([Context.environment["FUZZ_RUNTIME"] ?? "-lm"]), .linkedLibrary("stdc++"),
      ]),
  ]
)
