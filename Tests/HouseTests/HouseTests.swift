import Foundation
import Testing

/// The house's rules that a compiler does not keep: who imports whom, sizes, words.
@Suite struct HouseTests {
  /// The rooms that each room may import; `sitrep` may import all but CSDL.
  static let rooms: [String: Set<String>] = [
    "Screen": [],
    "SourceText": ["Yams", "CYaml", "Foundation"],
    "Simulation": [],
    "Raster": ["Screen", "Dispatch"],
    "Symbology": ["Screen", "SourceText"],
    "Geography": ["Simulation", "SourceText"],
    "Staff": ["Simulation", "SourceText"],
    "Press": ["Simulation", "SourceText"],
    "Journal": ["Simulation", "Glibc"],
    "MapTable": ["Simulation", "Screen"],
    "ScenarioFormat": ["Geography", "Simulation", "Symbology", "SourceText"],
    "MapView": [
      "MapTable", "Geography", "Simulation", "Symbology", "Raster", "Screen", "SourceText",
      "Dispatch",
    ],
    "Panels": ["MapTable", "Geography", "Simulation", "Symbology", "Press", "Screen"],
    "InputController": ["MapTable", "Simulation", "Screen", "SourceText"],
    "Platform": ["CSDL", "Screen", "Glibc", "Dispatch", "Synchronization"],
    "Session": [
      "Simulation", "Geography", "Staff", "Press", "Journal", "ScenarioFormat", "Dispatch",
      "Synchronization", "SourceText",
    ],
    "Publishing": [
      "Session", "MapView", "Panels", "Press", "Raster", "Platform", "MapTable", "Screen",
      "Simulation", "Geography", "Symbology", "Dispatch",
    ],
    "sitrep": [
      "Screen", "SourceText", "Simulation", "Raster", "Symbology", "Geography", "Staff", "Press",
      "Journal", "MapTable", "ScenarioFormat", "MapView", "Panels", "InputController", "Platform",
      "Session", "Publishing", "ArgumentParser", "Foundation", "Glibc", "Dispatch",
      "Synchronization",
    ],
  ]

  @Test func everyRoomImportsOnlyWhatItMay() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Tree.root + "/Sources").sorted()
    #expect(names.filter { $0 != "CSDL" } == Self.rooms.keys.sorted())
    for (room, allowed) in Self.rooms {
      let files = try Tree.swiftFiles(under: "Sources/\(room)")
      #expect(!files.isEmpty, "\(room) is empty")
      for file in files {
        for line in try Tree.lines(of: file) {
          guard let imported = Tree.importedModule(line) else { continue }
          #expect(allowed.contains(imported), "\(file) imports \(imported)")
        }
      }
    }
  }

  @Test func filesAndFunctionsStaySmall() throws {
    for file in try Tree.swiftFiles(under: "Sources") + Tree.swiftFiles(under: "Tests") {
      let lines = try Tree.lines(of: file)
      #expect(lines.count <= 600, "\(file) has \(lines.count) lines")
      for (index, line) in lines.enumerated() {
        #expect(line.count <= 100, "\(file):\(index + 1) has \(line.count) columns")
      }
      for function in Tree.functions(in: lines) where !function.isTable {
        #expect(
          function.length <= 70,
          "\(file):\(function.line) \(function.name) has \(function.length) lines")
      }
    }
  }

  @Test func theSimulationKnowsNoFloatsClocksOrHashOrder() throws {
    let banned = [
      "Float", "Double", "Foundation", "Glibc", "Date", "Hasher", "hashValue", "Task", "async",
      "await", "Thread", "Mutex", "CGFloat",
    ]
    for file in try Tree.swiftFiles(under: "Sources/Simulation") {
      for (index, line) in try Tree.lines(of: file).enumerated() {
        let code = Tree.code(of: line)
        let words = Set(code.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        for word in banned {
          #expect(!words.contains(word), "\(file):\(index + 1) uses \(word)")
        }
        #expect(!code.contains(".random("), "\(file):\(index + 1) draws random numbers")
        #expect(
          !code.contains("static var") || code.contains("{ get }"),
          "\(file):\(index + 1) has shared state")
      }
    }
  }

  @Test func nothingIsForcedOrLeftOver() throws {
    let marks = ["try!", "as!", "fatalError(", "TODO", "FIXME", "XXX"]
    for file in try Tree.swiftFiles(under: "Sources") {
      for (index, line) in try Tree.lines(of: file).enumerated() {
        for mark in marks {
          #expect(!Tree.has(mark, in: line), "\(file):\(index + 1) has \(mark)")
        }
      }
    }
  }

  @Test func theScannerFindsWhatItIsFor() {
    #expect(Tree.importedModule("public import Simulation") == "Simulation")
    #expect(Tree.importedModule("@testable import struct Foo.Bar") == "Foo")
    #expect(Tree.importedModule("// import Foo") == nil)
    #expect(Tree.has("XXX", in: "// XXX later") && !Tree.has("XXX", in: "`\\uXXXX`"))
    #expect(Tree.code(of: "let a = 1  // Double") == "let a = 1  ")
    let long = ["  func f() {"] + Array(repeating: "    x()", count: 80) + ["  }"]
    #expect(Tree.functions(in: long).map(\.length) == [82])
  }
}
