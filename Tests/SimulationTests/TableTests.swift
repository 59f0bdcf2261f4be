import Foundation
import Simulation
import Testing

@Suite struct TableTests {
  @Test func ordersAreDocumented() throws {
    let path = Tables.root.appendingPathComponent("Documentation/Orders.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    for kind in OrderKind.allCases { #expect(text.contains("| `\(kind.key)` |"), "\(kind)") }
    for signal in OrderSignal.Kind.allCases { #expect(text.contains("`when=\(signal.key)`")) }
    for reason in OrderRejection.Reason.allCases {
      #expect(text.contains("`\(reason.key)`"), "\(reason)")
    }
    for support in FireSupport.allCases { #expect(text.contains(support.key)) }
    for ground in GiveGround.allCases { #expect(text.contains(ground.key)) }
  }

  @Test func mechanismsNameTestsThatAreThere() throws {
    let page = Tables.root.appendingPathComponent("Documentation/Mechanisms.md")
    let folder = Tables.root.appendingPathComponent("Tests/SimulationTests")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    var tests = ""
    for file in files where file.pathExtension == "swift" {
      tests += try String(contentsOf: file, encoding: .utf8)
    }
    let text = try String(contentsOf: page, encoding: .utf8)
    let words = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
    let names = words.filter { $0.offset % 2 == 1 && $0.element.allSatisfy(\.isLetter) }
    #expect(names.count > 50)
    for name in names { #expect(tests.contains("func \(name.element)("), "\(name.element)") }
  }

  @Test(arguments: Rules.groups.map(\.name))
  func theTableGivesEveryKeyOnce(group: String) throws {
    let path = Tables.root.appendingPathComponent("Assets/Tables/\(group).yaml")
    let text = try String(contentsOf: path, encoding: .utf8)
    let keys = Tables.values(in: text).map(\.0)
    let wanted = try #require(Rules.groups.first { $0.name == group }).keys
    #expect(keys == wanted)
    for line in text.split(separator: "\n") where line.hasPrefix("  ") {
      #expect(line.contains("unit: ") && line.contains("tag: ") && line.contains("source: "))
    }
  }
}
