import Screen
import SourceText
import Testing

@testable import MapView

@Suite struct StyleTests {
  @Test func shippedStylesAreWhole() throws {
    let styles = try MapStyles.load(SmallWorld.assets + "/Styles")
    for style in [styles.day, styles.night] {
      #expect(style.colors.count == MapStyle.Ink.allCases.count)
      #expect(style.widths.count == MapStyle.Stroke.allCases.count)
      #expect(style.details.count == MapStyle.Detail.allCases.count)
    }
    #expect(styles.palettes.standard.count == 7 && styles.palettes.safe.count == 7)
    #expect(styles.regions.contains { $0.name == "Muğan düzü" })
  }

  @Test func mistakesAreToldWithTheirPlace() throws {
    var lines = try Self.lines("day.yaml")
    let color = try #require(lines.firstIndex { $0.hasPrefix("  river:") })
    lines[color] = "  river: \"blue\""
    let width = try #require(lines.firstIndex { $0.hasPrefix("  railway: [[") })
    lines[width] = "  railway: [[100, 2], [400, 3]]"
    lines.append("sounds: {}")
    let text = lines.joined(separator: "\n")
    let failure = #expect(throws: SourceFailure.self) {
      try MapStyle.decode(Array(text.utf8), file: "x.yaml")
    }
    let found = (failure?.diagnostics ?? []).map(\.text)
    #expect(found.contains { $0.hasPrefix("x.yaml:\(color + 1):10: error: 'blue' is no colour") })
    #expect(found.contains { $0.hasPrefix("x.yaml:\(width + 1):") && $0.contains("fall") })
    #expect(found.contains { $0.hasPrefix("x.yaml:\(lines.count):1:") && $0.contains("sounds") })
  }

  @Test func missingInkIsTold() throws {
    let lines = try Self.lines("night.yaml").filter { !$0.hasPrefix("  halo:") }
    let failure = #expect(throws: SourceFailure.self) {
      try MapStyle.decode(Array(lines.joined(separator: "\n").utf8), file: "x.yaml")
    }
    #expect(failure?.diagnostics.contains { $0.message.contains("halo") } == true)
  }

  @Test func widthsAreLinearBetweenKnots() throws {
    let style = try MapStyles.load(SmallWorld.assets + "/Styles").day
    let knots = try #require(style.widths[.motorway])
    let middle = (knots[0].metersPerPoint + knots[1].metersPerPoint) / 2
    let expected = (knots[0].width + knots[1].width) / 2
    #expect(abs(style.width(.motorway, metersPerPoint: middle) - expected) < 1e-9)
    #expect(style.width(.motorway, metersPerPoint: 1e6) == knots[0].width)
    #expect(style.width(.motorway, metersPerPoint: 0.01) == knots[knots.count - 1].width)
  }

  private static func lines(_ name: String) throws -> [String] {
    let bytes = try SourceFile.read(SmallWorld.assets + "/Styles/" + name)
    return String(decoding: bytes, as: UTF8.self).split(
      separator: "\n", omittingEmptySubsequences: false
    ).map(String.init)
  }
}
