import Foundation
import Geography
import Simulation
import SourceText
import TestKit

@testable import ScenarioFormat

/// Folders and scenarios for tests.
enum TestData {
  /// The folder of the package.
  static let package: String = {
    var parts = #filePath.split(separator: "/").map(String.init)
    parts.removeLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The shipped data.
  static var shipped: DataFolders { DataFolders(roots: [package]) }

  /// The one theatre, read once: a debug build takes its time.
  static let theatre: Result<Theatre, SourceFailure> = {
    do throws(SourceFailure) {
      return .success(try Theatre.load(folder: package + "/Assets/Theatres/mughan"))
    } catch {
      return .failure(error)
    }
  }()

  /// Reads a scenario on the theatre that was read already.
  static func read(
    _ path: String, _ folders: DataFolders
  ) throws(SourceFailure) -> (LoadedScenario?, [Diagnostic]) {
    try ScenarioLoader.read(path, folders: folders) { (_: String) throws(SourceFailure) in
      try theatre.get()
    }
  }

  /// A fresh root with sound tables of zeros, the shipped theatres, and a scenario in
  /// `Scenarios/Small`; removed afterwards. `body` gets the root and the scenario file.
  static func withRoot(
    scenario: [UInt8], _ body: (DataFolders, String) throws -> Void
  ) throws {
    let manager = FileManager.default
    let root = NSTemporaryDirectory() + "sitrep-scenario-\(UUID().uuidString)"
    defer { try? manager.removeItem(atPath: root) }
    try manager.createDirectory(
      atPath: root + "/Scenarios/Small", withIntermediateDirectories: true)
    try manager.createDirectory(atPath: root + "/Assets/Tables", withIntermediateDirectories: true)
    try manager.createSymbolicLink(
      atPath: root + "/Assets/Theatres", withDestinationPath: package + "/Assets/Theatres")
    try writeTables(to: root + "/Assets/Tables")
    let path = root + "/Scenarios/Small/scenario.yaml"
    try write(scenario, to: path)
    try body(DataFolders(roots: [root]), path)
  }

  /// Hands a file of this text to `body`, and removes it afterwards.
  static func withFile<Result>(
    _ text: String, _ body: (String) throws -> Result
  ) throws -> Result {
    let path = NSTemporaryDirectory() + "sitrep-\(UUID().uuidString).yaml"
    defer { try? FileManager.default.removeItem(atPath: path) }
    try write(Array(text.utf8), to: path)
    return try body(path)
  }

  /// Writes bytes to a file.
  static func write(_ bytes: [UInt8], to path: String) throws {
    try Data(bytes).write(to: URL(fileURLWithPath: path))
  }

  /// Sound tables for whatever keys the groups have.
  static func writeTables(to folder: String) throws {
    for group in Rules.groups {
      var text = "format: 1\ngroup: \(group.name)\nparameters:\n"
      for key in group.keys {
        text += "  \(key): {value: 1, unit: 'm', tag: J, source: 'a test'}\n"
      }
      try write(Array(text.utf8), to: "\(folder)/\(group.name).yaml")
    }
    let equipment = """
      format: 1
      equipment:
        - {id: t72, name: T-72, class: tank, direct_range_meters: 2000, source: 'a test'}
        - {id: t55, name: T-55, class: tank, direct_range_meters: 1600, source: 'a test'}
        - {id: ural, name: Ural-4320, class: truck, source: 'a test'}
      """
    try write(Array(equipment.utf8), to: "\(folder)/equipment.yaml")
    let conduct = """
      format: 1
      conducts:
        - {id: standard, name: S, rules: free, fire: on_call, ground: pressed, consequence: Fights.}
        - {id: tight, name: T, rules: truce, fire: save, ground: delay, consequence: Does not.}
      """
    try write(Array(conduct.utf8), to: "\(folder)/conduct.yaml")
  }

  /// A small sound scenario.
  static let small =
    SmallScenario.head + """
      order_of_battle:
        az:
          - id: bde
            name: Brigade
            sidc: "10031000181205000000"
            units:
              - id: 1
                name: First Battalion
                sidc: "10031000161205000000"
                arm: armor
                personnel: 190
                vehicles: {t72: 31, ural: 10}
                start: [48.49, 39.21]
        tal:
          - id: bde
            name: Brigade
            sidc: "10061000181205000000"
            headquarters: hq
            defaults: {quality: [-1, 1], arrival: [+01:00, +02:00], arrival_group: a}
            units:
              - id: hq
                name: Headquarters
                sidc: "10061002181205000000"
                arm: headquarters
                personnel: 60
                start: {town: masalli, offset_km: [1, 0]}

      """
}
