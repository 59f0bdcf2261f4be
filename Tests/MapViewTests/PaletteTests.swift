import Screen
import Testing

@testable import MapView

/// Whether the sides can be told apart, by the CIEDE2000 distance (Sharma, Wu and Dalal 2005), also
/// by people who lack one kind of cones (Machado, Oliveira and Fernandes 2009, severity 1).
@Suite struct PaletteTests {
  private static let simulations: [(name: String, rows: [[Double]])] = [
    ("normal", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  @Test func pairsOfReferenceColoursHaveTheirDistance() {
    // Rows 1, 7 and 25 of the published test data.
    let pairs: [([Double], [Double], Double)] = [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
    ]
    for (a, b, expected) in pairs {
      #expect(abs(ColorDistance.ciede2000(a, b) - expected) < 0.0001)
    }
  }

  @Test func sidesStayApartForEveryone() throws {
    let palettes = try MapStyles.load(SmallWorld.assets + "/Styles").palettes
    for (name, palette) in [("standard", palettes.standard), ("safe", palettes.safe)] {
      let friend = try #require(palette[3])
      let hostile = try #require(palette[6])
      let neutral = try #require(palette[4])
      for simulation in Self.simulations {
        func distance(_ a: Color, _ b: Color) -> Double {
          ColorDistance.ciede2000(
            ColorDistance.lab(a, seenBy: simulation.rows),
            ColorDistance.lab(b, seenBy: simulation.rows))
        }
        let main = distance(friend, hostile)
        #expect(main >= 20, "\(name), \(simulation.name): friend and hostile \(main)")
        for (pair, value) in [
          ("friend and neutral", distance(friend, neutral)),
          ("hostile and neutral", distance(hostile, neutral)),
        ] {
          #expect(value >= 20, "\(name), \(simulation.name): \(pair) \(value)")
        }
      }
    }
  }
}
