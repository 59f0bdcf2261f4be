import Foundation
import Simulation
import SourceText
import Testing

@testable import ScenarioFormat

@Suite("Tables", .serialized)
struct TableFileTests {
  private func mistakes(_ file: String, _ change: (String) -> String) throws -> [String] {
    var found: [String] = []
    try TestData.withRoot(scenario: []) { folders, _ in
      let folder = folders.roots[0] + "/Assets/Tables"
      let path = "\(folder)/\(file).yaml"
      let text = String(decoding: try SourceFile.read(path), as: UTF8.self)
      try TestData.write(Array(change(text).utf8), to: path)
      found = ScenarioLoader.validate([folder], folders: folders).map {
        String($0.text.dropFirst(folder.count + 1))
      }
    }
    return found
  }

  @Test("Sound tables give their values")
  func sound() throws {
    try TestData.withRoot(scenario: []) { folders, _ in
      let rules = try TableFile.rules(folder: folders.roots[0] + "/Assets/Tables")
      #expect(rules.movement.values.allSatisfy { $0 == 1 })
      #expect(rules.civilians.values.allSatisfy { $0 == 1 })
      #expect(rules.equipment.map(\.id) == ["t72", "t55", "ural"])
      #expect(rules.equipment[0].directRangeMeters == 2000 && rules.equipment[0].seats == 0)
    }
  }

  @Test("Mistakes in tables are told at their place")
  func broken() throws {
    let tag = try mistakes("combat") { $0.replacingOccurrences(of: "tag: J", with: "tag: X") }
    #expect(tag.first?.hasPrefix("combat.yaml:4:") == true)
    #expect(
      tag.first?.hasSuffix("the tag is 'X', which is not known, known are: C, R, M, J") == true)
    let group = try mistakes("supply") {
      $0.replacingOccurrences(of: "group: supply", with: "group: suply")
    }
    #expect(
      group == [
        "supply.yaml:2:8: error: the group is 'suply', which is not known, did you mean 'supply'?"
      ])
    let unknown = try mistakes("morale") { $0 + "  zzz: {value: 1, unit: m, tag: J, source: a}\n" }
    #expect(unknown.count == 1 && unknown[0].contains("unknown key 'zzz' in the group 'morale'"))
    let lacking = try mistakes("command") { text in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      return (lines.prefix(2) + ["parameters: {}"]).joined(separator: "\n")
    }
    #expect(lacking.count == Rules.groups.first { $0.name == "command" }?.keys.count)
    let twice = try mistakes("equipment") { $0.replacingOccurrences(of: "t55", with: "t72") }
    #expect(
      twice == [
        "equipment.yaml:4:10: error: the equipment 't72' stands twice, the first is on line 3"
      ])
    let conduct = try mistakes("conduct") { $0.replacingOccurrences(of: "save", with: "spare") }
    #expect(conduct.first?.hasPrefix("conduct.yaml:4:") == true)
    #expect(conduct.first?.contains("'spare'") == true, "\(conduct)")
    let sameName = try mistakes("conduct") {
      $0.replacingOccurrences(of: "tight", with: "standard")
    }
    #expect(sameName.first?.contains("stands twice, the first is on line 3") == true)
    let fraction = try mistakes("combat") {
      $0.replacingOccurrences(of: "value: 1,", with: "value: 1.5,")
    }
    #expect(fraction.first?.contains("the value must be a whole number, not 1.5") == true)
  }
}
