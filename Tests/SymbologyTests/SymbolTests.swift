import Screen
import Symbology
import Testing

@Suite struct SymbolTests {
  let library: SymbolLibrary
  let infantry = ShippedSymbols.friendlyInfantry

  init() throws { library = try ShippedSymbols.library.get() }

  @Test(arguments: [
    (SIDC.Identity.friend, Rect(-75, -50, 150, 100)), (.assumedFriend, Rect(-75, -50, 150, 100)),
    (.neutral, Rect(-55, -55, 110, 110)), (.hostile, Rect(-72, -72, 144, 144)),
    (.suspect, Rect(-72, -72, 144, 144)), (.unknown, Rect(-69, -69, 138, 138)),
    (.pending, Rect(-69, -69, 138, 138)),
  ])
  func framesHaveTheStandardsSize(_ identity: SIDC.Identity, _ box: Rect) {
    let symbol = library.symbol(infantry.with(identity: identity))
    #expect(symbol.frameBounds == box)
    #expect(symbol.shapes[0].fill == SymbolStyle.standardFill(identity))
  }

  @Test func equipmentOfFriendsIsRound() {
    let symbol = library.symbol(infantry.with(symbolSet: 15).with(entity: 120100))
    #expect(symbol.frameBounds == Rect(-60, -60, 120, 120))
  }

  @Test func doubtIsDashed() {
    for identity in SIDC.Identity.allCases {
      let sure = [.unknown, .friend, .neutral, .hostile].contains(identity)
      let symbol = library.symbol(infantry.with(identity: identity))
      #expect(symbol.shapes.contains { !$0.dashes.isEmpty } != sure)
      let planned = library.symbol(infantry.with(identity: identity).with(status: .planned))
      #expect(planned.shapes.contains { $0.dashes == [12, 8] })
    }
  }

  @Test func statusIsABarOfItsColor() {
    let colors: [(SIDC.Status, Color)] = [
      (.fullyCapable, Color(0, 255, 0)), (.damaged, Color(255, 255, 0)),
      (.destroyed, Color(255, 0, 0)), (.full, Color(0, 180, 240)),
    ]
    for (status, color) in colors {
      let symbol = library.symbol(infantry.with(status: status))
      let bar = symbol.shapes.first { $0.fill == color }
      #expect(bar?.path.bounds == Rect(-75, 55, 150, 25))
      let wheeled = library.symbol(infantry.with(status: status).with(echelon: 31))
      #expect((wheeled.shapes.first { $0.fill == color }?.path.bounds.y ?? 0) > 70)
    }
    let slashes = SymbolStyle(statusBars: false)
    let plain = library.symbol(infantry, style: slashes).shapes.count
    let damaged = library.symbol(infantry.with(status: .damaged), style: slashes)
    let destroyed = library.symbol(infantry.with(status: .destroyed), style: slashes)
    #expect(damaged.shapes.count == plain + 1)
    #expect(destroyed.shapes.count == plain + 2)
  }

  @Test func marksStandWhereTheStandardPutsThem() {
    let plain = library.symbol(infantry)
    let staff = library.symbol(infantry.with(mark: .headquarters))
    #expect(staff.shapes.last?.path.bounds == Rect(-75, 50, 0, 100))
    let hostile = library.symbol(infantry.with(identity: .hostile).with(mark: .headquarters))
    #expect(hostile.shapes.last?.path.points.first == Point(-72, 0))
    let unknown = library.symbol(infantry.with(identity: .unknown).with(mark: .headquarters))
    #expect(unknown.shapes.last?.path.points.first == Point(-69, 0))
    let force = library.symbol(infantry.with(mark: .taskForce))
    #expect(force.shapes.last?.path.bounds == Rect(-45, -90, 90, 40))
    let army = library.symbol(infantry.with(echelon: 25).with(mark: .taskForce))
    #expect((army.shapes.last?.path.bounds.width ?? 0) > 200)
    let dummy = library.symbol(infantry.with(mark: .dummy))
    #expect(dummy.shapes.last?.dashes.isEmpty == false)
    #expect(dummy.shapes.count == plain.shapes.count + 1)
  }

  @Test func styleChangesColorsAndWeightOnly() {
    let style = SymbolStyle(
      frameFill: Color(1, 2, 3), ink: Color(4, 5, 6), strokeWidth: 8, halo: .white, haloWidth: 3)
    let plain = library.symbol(infantry)
    let styled = library.symbol(infantry, style: style)
    #expect(styled.shapes.dropFirst().map(\.path) == plain.shapes.map(\.path))
    #expect(styled.shapes[0].stroke == .white)
    #expect(styled.shapes[0].strokeWidth == 14)
    #expect(styled.shapes[1].fill == Color(1, 2, 3))
    #expect(styled.shapes[1].strokeWidth == 8)
    #expect(styled.shapes[2].strokeWidth == 6)
    #expect(library.symbol(infantry, style: SymbolStyle(showsEchelon: false)).bounds.y == -52)
  }

  @Test func fieldsStandBesideTheFrame() throws {
    let texts: [SymbolField: String] = [
      .designation: "1/ƏLİ", .higherFormation: "24 tug", .quantity: "12", .dateTime: "011200Z",
    ]
    let plain = library.symbol(infantry)
    let symbol = library.symbol(infantry, texts: texts)
    let added = symbol.shapes.dropFirst(plain.shapes.count).map(\.path.bounds)
    try #require(added.count == 4)
    #expect(added.filter { $0.maxX < -75 }.count == 2)
    #expect(added.filter { $0.x > 75 }.count == 1)
    #expect(added.filter { $0.maxY < plain.bounds.y }.count == 1)
    #expect(symbol.bounds.width > plain.bounds.width + 120)
    #expect(symbol.frameBounds == plain.frameBounds)
    for (field, letters) in [(SymbolField.designation, "T"), (.higherFormation, "M")] {
      #expect(field.letters == letters)
    }
  }

  @Test func longFieldsStayOnTheCanvas() throws {
    let symbol = library.symbol(
      infantry,
      texts: [
        .dateTime: "131200ZSEP98", .location: "39SUD123456", .country: "AZE",
        .staffComments: "holds the bridge", .designation: "2",
      ])
    let bounds = symbol.bounds
    #expect(bounds.x >= -150 && bounds.maxX <= 150)
  }

  @Test func lettersOfAHeadquartersReplaceTheIcon() throws {
    let plain = library.symbol(infantry.with(entity: 0))
    let named = library.symbol(infantry, texts: [.specialHeadquarters: "ŞİRVAN 1"])
    #expect(Array(named.shapes.dropLast()) == plain.shapes)
    let letters = try #require(named.shapes.last?.path.bounds)
    #expect(letters.x > -60 && letters.maxX < 60)
  }

  @Test func contextsCarryTheirLetter() {
    let plain = library.symbol(infantry).shapes.count
    for context in [SIDC.Context.exercise, .simulation] {
      let symbol = library.symbol(infantry.with(context: context))
      #expect(symbol.shapes.count == plain + 1)
      #expect((symbol.shapes.last?.path.bounds.x ?? 0) > 75)
    }
  }
}
