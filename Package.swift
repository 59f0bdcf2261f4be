// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target shares: Swift 6 language mode with the house's stricter rules.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A room of the house with the rooms it may import (see ARCHITECTURE.md).
func room(
  _ name: String, _ imports: [Target.Dependency] = [], _ more: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: house + more)
}

/// What works on every pixel, hex or unit is optimised in debug builds too, where it is many times
/// slower without; checks of overflow and bounds stay.
let busy: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]

/// The tests of one room.
func tests(
  of name: String, _ imports: [Target.Dependency] = [], goldens: Bool = false
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.init(stringLiteral: name)] + imports,
    exclude: goldens ? ["Goldens"] : [],
    swiftSettings: house)
}

let package = Package(
  name: "sitrep",
  products: [.executable(name: "sitrep", targets: ["sitrep"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Ground floor
    .target(
      name: "CSDL",
      cSettings: [
        .define("_REENTRANT"),
        .unsafeFlags(["-ffp-contract=off", "-Wall", "-Wextra", "-Werror"]),
      ],
      linkerSettings: [
        .linkedLibrary("SDL2"), .linkedLibrary("harfbuzz"), .linkedLibrary("png"),
        .linkedLibrary("z"), .linkedLibrary("dl"),
      ]),
    room("Screen"),
    room("SourceText", [.product(name: "Yams", package: "Yams")]),
    room("Simulation", [], busy),
    // First floor
    room("Raster", ["Screen"], busy),
    room("Symbology", ["Screen", "SourceText"]),
    room("Geography", ["Simulation", "SourceText"], busy),
    room("Staff", ["Simulation", "SourceText"], busy),
    room("Press", ["Simulation", "SourceText"]),
    room("Journal", ["Simulation"]),
    room("MapTable", ["Simulation", "Screen"]),
    // Second floor
    room("ScenarioFormat", ["Geography", "Simulation", "Symbology", "SourceText"]),
    room(
      "MapView",
      ["MapTable", "Geography", "Simulation", "Symbology", "Raster", "Screen", "SourceText"],
      busy),
    room("Panels", ["MapTable", "Geography", "Simulation", "Symbology", "Press", "Screen"]),
    room("InputController", ["MapTable", "Simulation", "Screen", "SourceText"]),
    room("Platform", ["CSDL", "Screen"]),
    // Third floor
    room(
      "Session",
      ["Simulation", "Geography", "Staff", "Press", "Journal", "ScenarioFormat", "SourceText"]),
    room(
      "Publishing",
      [
        "Session", "MapView", "Panels", "Press", "Raster", "Platform", "MapTable", "Screen",
        "Simulation", "Geography", "Symbology",
      ]),
    // Top
    .executableTarget(
      name: "sitrep",
      dependencies: [
        "Screen", "SourceText", "Simulation", "Raster", "Symbology", "Geography", "Staff",
        "Press", "Journal", "MapTable", "ScenarioFormat", "MapView", "Panels",
        "InputController", "Platform", "Session", "Publishing",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    // Tests
    .target(
      name: "TestKit", dependencies: ["MapTable", "Screen", "Simulation", "SourceText"],
      path: "Tests/TestKit",
      swiftSettings: house),
    .executableTarget(
      name: "reliability",
      dependencies: [
        "TestKit", "InputController", "Journal", "MapTable", "Panels", "Platform",
        "ScenarioFormat", "Screen", "Session", "Simulation", "SourceText", "Staff", "Symbology",
      ],
      path: "Tests/Reliability", swiftSettings: house),
    tests(of: "Screen"),
    tests(of: "SourceText"),
    tests(of: "Simulation"),
    tests(of: "Raster", ["Screen"]),
    tests(of: "Symbology", ["Screen", "SourceText"]),
    tests(of: "Geography", ["Simulation", "SourceText"]),
    tests(of: "Staff", ["TestKit", "Simulation", "SourceText"]),
    tests(of: "Press", ["TestKit", "Simulation", "SourceText"]),
    tests(of: "Journal", ["Simulation"]),
    tests(of: "MapTable", ["Simulation", "Screen"]),
    tests(
      of: "ScenarioFormat", ["TestKit", "Geography", "Simulation", "Symbology", "SourceText"]),
    tests(of: "MapView", ["MapTable", "Geography", "Simulation", "Symbology", "Raster", "Screen"]),
    tests(
      of: "Panels",
      ["TestKit", "MapTable", "Geography", "Simulation", "Symbology", "Press", "Screen"],
      goldens: true),
    tests(of: "InputController", ["TestKit", "MapTable", "Simulation", "Screen", "SourceText"]),
    tests(of: "Platform", ["Screen"]),
    tests(
      of: "Session",
      [
        "TestKit", "Simulation", "ScenarioFormat", "Journal", "Geography", "Press", "Staff",
        "SourceText", "MapTable", "InputController", "Screen",
      ], goldens: true),
    tests(
      of: "Publishing",
      [
        "TestKit", "Session", "ScenarioFormat", "MapView", "MapTable", "Symbology", "Geography",
        "Press", "Simulation", "SourceText", "Screen", "Raster", "Platform",
      ], goldens: true),
    .testTarget(name: "HouseTests", swiftSettings: house),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "sitrep", "TestKit", "Platform", "Geography", "InputController", "Journal", "MapTable",
        "MapView", "Panels", "Press", "Publishing", "Raster", "Session", "Simulation",
        "ScenarioFormat", "Screen", "SourceText",
      ],
      exclude: ["Goldens"],
      swiftSettings: house),
  ],
  cLanguageStandard: .c11
)
