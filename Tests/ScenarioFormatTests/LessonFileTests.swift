import Simulation
import SourceText
import Testing

@testable import ScenarioFormat

/// Lessons are read whole or not at all, and every mistake is told at its place.
@Suite("Lessons")
struct LessonFileTests {
  private func read(_ text: String) throws -> LessonBook {
    let folders = TestData.shipped
    let path = try #require(folders.scenarioFile("FirstOrders"))
    let scenario = try #require(try TestData.read(path, folders).0)
    return try TestData.withFile(text) { file in
      try LessonFile.load(path: file, setup: scenario.setup, theatre: scenario.theatre)
    }
  }

  @Test("The shipped lessons read as they are meant")
  func shipped() throws {
    let folders = TestData.shipped
    let path = try #require(folders.scenarioFile("FirstOrders"))
    let scenario = try #require(try TestData.read(path, folders).0)
    let file = try #require(scenario.lessonFile)
    let book = try LessonFile.load(path: file, setup: scenario.setup, theatre: scenario.theatre)
    #expect(book.side == SideID(0) && book.lessons.count == 12)
    #expect(book.lessons.last?.condition == .read)
    guard
      case .ordered(let units, let kinds, _, 1)? = book.lessons.first(where: {
        $0.id == "attack"
      })?.condition
    else {
      Issue.record("the attack is no order")
      return
    }
    #expect(kinds == [.attack])
    #expect(units.map { scenario.setup.units[$0.row].id } == ["az.tf.tk", "az.tf.mr"])
  }

  @Test("Mistakes are told at their place")
  func mistakes() {
    let text = """
      format: 1
      side: az
      lessons:
        - id: a
          title: One
          text: Do it.
          done: { selected: az.tf.rek }
        - id: a
          title: Two
          text: Do it.
          done: { read: true, paused: true }
        - id: b
          title: Three
          text: Do it.
          done: { held: taza-alvady }
        - id: c
          title: \(String(repeating: "x", count: 45))
          text: Do it.
          done: { orderd: { units: az.tf.tk, kinds: atack } }
      """
    do {
      _ = try read(text)
      Issue.record("nothing is told")
    } catch let failure as SourceFailure {
      let told = failure.diagnostics.map { "\($0.position?.line ?? 0): \($0.message) \($0.hint)" }
      #expect(told.contains { $0.hasPrefix("7: ") && $0.contains("az.tf.rec") }, "\(told)")
      #expect(told.contains { $0.hasPrefix("11: ") && $0.contains("'read'") })
      #expect(told.contains { $0.hasPrefix("8: ") && $0.contains("two lessons") })
      #expect(told.contains { $0.hasPrefix("15: ") && $0.contains("taza-alvadi") })
      #expect(told.contains { $0.hasPrefix("17: ") })
      #expect(told.contains { $0.hasPrefix("19: ") && $0.contains("ordered") })
    } catch {
      Issue.record("\(error)")
    }
  }
}
