import Screen
import Symbology
import Testing

@Suite struct ShippedDataTests {
  let library: SymbolLibrary

  init() throws { library = try ShippedSymbols.library.get() }

  /// Entities that are a bare frame in the standard.
  static let bare: Set<Int> = [0, 110000, 120000, 130000, 140000, 150000, 180000]

  @Test func coversTheLandUnitTables() {
    let entities = library.entityCodes(in: SIDC.landUnit)
    #expect(entities.count == 220)
    for group in 11...21 { #expect(entities.contains(group * 10_000)) }
    let upper = Set(library.modifierCodes(sector: 1, in: SIDC.landUnit))
    #expect(Set(1...98).subtracting(upper).isEmpty)
    let lower = Set(library.modifierCodes(sector: 2, in: SIDC.landUnit))
    #expect(Set(1...78).subtracting(lower).isEmpty)
  }

  @Test func everyEntityDrawsInsideEveryFrame() {
    for identity in [SIDC.Identity.unknown, .friend, .neutral, .hostile] {
      for code in library.entityCodes(in: SIDC.landUnit) {
        let symbol = library.symbol(SIDC(landUnit: code, identity: identity))
        #expect(
          (symbol.shapes.count > 1) != Self.bare.contains(code), "\(code) \(identity)")
        // Nothing stands out further than the frame's line and mitred tips.
        let frame = symbol.frameBounds.inset(by: -8)
        #expect(frame.union(symbol.bounds) == frame, "\(code) \(identity)")
        #expect(!library.name(of: SIDC(landUnit: code)).isEmpty)
      }
    }
  }

  @Test func everyModifierDrawsSomething() {
    let plain = ShippedSymbols.friendlyInfantry.with(echelon: 0)
    let count = library.symbol(plain).shapes.count
    for code in library.modifierCodes(sector: 1, in: SIDC.landUnit) {
      let symbol = library.symbol(plain.with(modifier1: code))
      #expect(symbol.shapes.count > count, "modifier 1 \(code)")
      #expect(symbol.frameBounds.inset(by: -4).union(symbol.bounds).height == 108)
      for shape in symbol.shapes.dropFirst(count) {
        #expect(shape.path.bounds.center.y < 0, "modifier 1 \(code) is in the upper sector")
      }
    }
    for code in library.modifierCodes(sector: 2, in: SIDC.landUnit) {
      let symbol = library.symbol(plain.with(modifier2: code))
      #expect(symbol.shapes.count > count, "modifier 2 \(code)")
      for shape in symbol.shapes.dropFirst(count) {
        #expect(shape.path.bounds.center.y > 0, "modifier 2 \(code) is in the lower sector")
      }
    }
  }

  @Test func everyEchelonStandsAboveAndEveryMobilityBelow() {
    for identity in SIDC.Identity.allCases {
      let plain = ShippedSymbols.friendlyInfantry.with(identity: identity).with(echelon: 0)
      let bare = library.symbol(plain)
      for echelon in SIDC.echelons where echelon != 0 {
        let symbol = library.symbol(plain.with(echelon: echelon))
        #expect(symbol.shapes.count > bare.shapes.count, "\(echelon) of \(identity)")
        if echelon < 30 {
          #expect(symbol.bounds.y < bare.bounds.y - 20)
          #expect(symbol.bounds.maxY == bare.bounds.maxY)
        } else {
          #expect(symbol.bounds.maxY > bare.bounds.maxY + 5)
          #expect(symbol.bounds.y == bare.bounds.y)
        }
      }
    }
  }

  @Test func whatIsNotThereFallsBackToItsParent() throws {
    let known = library.symbol(SIDC(landUnit: 121100))
    #expect(library.symbol(SIDC(landUnit: 121199)).shapes == known.shapes)
    #expect(library.drawnEntity(for: SIDC(landUnit: 121199)) == 121100)
    #expect(library.drawnEntity(for: SIDC(landUnit: 209999)) == 200000)
    #expect(library.drawnEntity(for: SIDC(landUnit: 990000)) == nil)
    let strange = try SIDC("10039900009912340000")
    #expect(library.symbol(strange).shapes.count == 1)
  }

  @Test func mechanisedIsArmourAndInfantry() {
    func strokes(_ code: Int) -> [Point] {
      library.symbol(SIDC(landUnit: code)).shapes.dropFirst().flatMap(\.path.points)
    }
    #expect(Set(strokes(121102)) == Set(strokes(121100)).union(strokes(120500)))
  }

  @Test func isTheSameEveryTime() throws {
    let again = try SymbolLibrary.load(folder: ShippedSymbols.folder)
    for code in library.entityCodes(in: SIDC.landUnit) {
      let sidc = SIDC(landUnit: code, identity: .hostile, echelon: 18).with(modifier1: 41)
      let texts: [SymbolField: String] = [
        .designation: "1/2", .higherFormation: "3", .country: "AZ",
      ]
      #expect(library.symbol(sidc, texts: texts) == again.symbol(sidc, texts: texts))
    }
  }
}
