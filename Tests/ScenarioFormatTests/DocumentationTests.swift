import Simulation
import SourceText
import Testing

@testable import ScenarioFormat

/// What authors read and what their editors know is what the loader takes.
@Suite("Documentation")
struct DocumentationTests {
  private func schema() throws -> SourceNode {
    let path = TestData.package + "/Documentation/scenario.schema.json"
    return try SourceReader.json(try SourceFile.read(path), file: path)
  }

  private func keys(_ node: SourceNode?) -> Set<String> {
    Set(node?["properties"]?.mappingPairs.map(\.key) ?? [])
  }

  @Test("The schema has the loader's keys")
  func schemaKeys() throws {
    let schema = try schema()
    guard case .sequence(let kinds)? = schema["oneOf"]?.value, kinds.count == 2 else {
      Issue.record("the schema tells no two kinds of files")
      return
    }
    #expect(keys(kinds[0]) == Set(ScenarioSource.keys))
    #expect(keys(schema["$defs"]?["unit"]) == Set(UnitReader.keys))
    #expect(keys(schema["$defs"]?["formation"]) == Set(ForceReader.formationKeys))
    let defaults = schema["$defs"]?["formation"]?["properties"]?["defaults"]
    #expect(keys(defaults) == Set(UnitReader.defaultKeys))
    let properties = kinds[0]["properties"]
    let changes = properties?["changes"]?["additionalProperties"]
    #expect(keys(changes) == Set(UnitReader.changeKeys))
    let types = properties?["unit_types"]?["additionalProperties"]
    #expect(keys(types) == Set(UnitReader.typeKeys))
  }

  @Test("The schema of lessons has the reader's keys")
  func lessonKeys() throws {
    let path = TestData.package + "/Documentation/lessons.schema.json"
    let schema = try SourceReader.json(try SourceFile.read(path), file: path)
    #expect(keys(schema["$defs"]?["lesson"]) == Set(LessonFile.lessonKeys))
    #expect(keys(schema["$defs"]?["condition"]) == Set(LessonFile.conditionKeys))
    let page = TestData.package + "/Documentation/ScenarioFormat.md"
    let text = String(decoding: try SourceFile.read(page), as: UTF8.self)
    for key in LessonFile.conditionKeys { #expect(text.contains("`\(key):"), "\(key)") }
  }

  @Test("The page's first scenario loads")
  func example() throws {
    let path = TestData.package + "/Documentation/ScenarioFormat.md"
    let page = String(decoding: try SourceFile.read(path), as: UTF8.self)
    let lines = page.split(separator: "\n", omittingEmptySubsequences: false)
    let start = try #require(lines.firstIndex(of: "```yaml"))
    let end = try #require(lines[start...].firstIndex(of: "```"))
    let text = lines[(start + 1)..<end].joined(separator: "\n")
    try TestData.withRoot(scenario: Array(text.utf8)) { folders, path in
      let (scenario, diagnostics) = try TestData.read(path, folders)
      #expect(diagnostics.map(\.text) == [])
      #expect(scenario?.setup.units.map(\.id) == ["az.bde.1", "tal.gar.1"])
    }
  }

  @Test("The page names every key")
  func page() throws {
    let path = TestData.package + "/Documentation/ScenarioFormat.md"
    let page = String(decoding: try SourceFile.read(path), as: UTF8.self)
    for key in ScenarioSource.keys + UnitReader.keys + ForceReader.formationKeys {
      #expect(page.contains(key), "\(key)")
    }
  }
}
