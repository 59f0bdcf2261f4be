import Foundation
import Simulation

/// The shipped tables, read by a parser that knows no more of YAML than their form.
enum Tables {
  /// The rules of `Assets/Tables`.
  static let rules: Rules = {
    var rules = Rules()
    for group in Rules.groups {
      let path = root.appendingPathComponent("Assets/Tables/\(group.name).yaml")
      guard let text = try? String(contentsOf: path, encoding: .utf8) else { continue }
      for (key, value) in values(in: text) {
        _ = rules.set(group: group.name, key: key, to: value)
      }
    }
    rules.equipment = SmallWorld.equipment
    rules.conducts = SmallWorld.conducts
    return rules
  }()

  /// The keys and values of a table's text.
  static func values(in text: String) -> [(String, Int32)] {
    text.split(separator: "\n").compactMap { line in
      guard line.hasPrefix("  "), let colon = line.firstIndex(of: ":"),
        let start = line.range(of: "value:")
      else { return nil }
      let digits = line[start.upperBound...].drop { $0 == " " }.prefix {
        $0.isNumber || $0 == "-"
      }
      guard let value = Int32(digits) else { return nil }
      return (line[..<colon].trimmingCharacters(in: .whitespaces), value)
    }
  }

  /// The folder that holds `Package.swift`.
  static let root: URL = {
    var folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    while folder.path != "/",
      !FileManager.default.fileExists(atPath: folder.appendingPathComponent("Package.swift").path)
    {
      folder.deleteLastPathComponent()
    }
    return folder
  }()
}
