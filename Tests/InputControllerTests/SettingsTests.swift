import MapTable
import Screen
import SourceText
import Testing

@testable import InputController

@Suite struct SettingsTests {
  private func parsed(_ text: String) -> (settings: Settings, mistakes: [String]) {
    let (settings, diagnostics) = Settings.parse(Array(text.utf8), file: "settings.yaml")
    return (settings, diagnostics.map(\.text))
  }

  @Test func whatIsWrittenIsRead() {
    var settings = Settings()
    settings.theme = .night
    settings.palette = .colorBlind
    settings.textScalePercent = 150
    settings.counterSize = 40
    settings.dimsAtNight = false
    settings.window = .init(
      position: Point(-20, 300), size: Size(1280, 800), isFullScreen: true)
    settings.bindings =
      parsed("keys: {move: [\"\\\\\", F9], hold: 'Ctrl+H', march: []}").settings
      .bindings
    let read = parsed(settings.text)
    #expect(read.mistakes.isEmpty, "\(read.mistakes)")
    #expect(read.settings == settings)
    #expect(parsed(Settings().text).settings == Settings())
    #expect(parsed("").settings == Settings() && parsed("").mistakes.isEmpty)
  }

  @Test(arguments: [
    ("theme: dusk\ntext_scale: 120\n", "settings.yaml:1:8: error: "),
    ("them: day\ntext_scale: 120\n", "settings.yaml:1:1: error: unknown key 'them'"),
    ("text_scale: 120\nwindow: {width: 9, height: 800}\n", "settings.yaml:2:17: error: "),
    ("text_scale: 120\nkeys: {move: [Nokey]}\n", "settings.yaml:2:15: error: this is no key"),
  ])
  func oneMistakeLeavesTheRest(text: String, expected: String) {
    let read = parsed(text)
    #expect(read.mistakes.count == 1)
    #expect(read.mistakes.first?.hasPrefix(expected) == true, "\(read.mistakes)")
    #expect(read.settings.textScalePercent == 120)
    #expect(read.settings.theme == nil && read.settings.window == nil)
  }

  @Test func nonsenseGivesTheDefaults() {
    for text in ["[", "- a\n", "\u{0}", "theme: &a [*a]", "42"] {
      let read = parsed(text)
      #expect(!read.mistakes.isEmpty)
      #expect(read.settings == Settings())
    }
    let huge = Settings.parse(Array(repeating: 35, count: 1 << 20), file: "x")
    #expect(huge.settings == Settings() && !huge.diagnostics.isEmpty)
  }
}
