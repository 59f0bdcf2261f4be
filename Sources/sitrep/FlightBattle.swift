import MapTable
import Simulation

/// The order of battle that the frames benchmark flies over: battalions in regiments in divisions
/// in corps in armies, the two sides' corps spread over the land they hold, north and south.
struct FlightBattle {
  private var setup: BattleSetup
  private let templates: [UnitSetup]
  private let terrain: Terrain
  private let frame: TheatreFrame
  private var seed: UInt64 = 0x5EED

  private static let perRegiment = 5
  private static let perDivision = 25
  private static let perCorps = 100
  private static let perArmy = 400

  /// A setup with `count` battalions on the ground of another.
  static func setup(like base: BattleSetup, units count: Int) -> BattleSetup {
    var battle = FlightBattle(base)
    battle.deploy(count)
    return battle.setup
  }

  private init(_ base: BattleSetup) {
    setup = base
    setup.formations = []
    setup.units = []
    templates = base.units.filter { !$0.arm.isAircraft && $0.personnel > 100 && !$0.isHidden }
    terrain = base.terrain
    frame = TheatreFrame(base.terrain.grid)
  }

  /// The formations that are being filled, from the army down, with their places.
  private struct Chain {
    var army = FormationID(0)
    var corps = FormationID(0)
    var division = FormationID(0)
    var regiment = FormationID(0)
    var corpsPlace = GroundPoint(0, 0)
    var divisionPlace = GroundPoint(0, 0)
    var regimentPlace = GroundPoint(0, 0)
  }

  private mutating func deploy(_ count: Int) {
    let perSide = (count + 1) / 2
    for side in 0..<2 {
      var chain = Chain()
      for index in 0..<(side == 0 ? perSide : count - perSide) {
        extend(&chain, side, index)
        var unit = templates[(index * 7 + side) % templates.count]
        unit.id = "s\(side).\(index)"
        unit.name = "Battalion \(index + 1)"
        unit.shortName = "\(index % Self.perRegiment + 1) Bn"
        unit.sidc = Self.code(side, echelon: 16, unit.sidc)
        unit.side = SideID(side)
        unit.formation = chain.regiment
        unit.start = hex(near: chain.regimentPlace, within: 3500)
        unit.arrivalBand = nil
        unit.arrivalGroup = 0
        setup.units.append(unit)
      }
    }
  }

  /// Opens the formations that begin with a battalion.
  private mutating func extend(_ chain: inout Chain, _ side: Int, _ index: Int) {
    if index % Self.perArmy == 0 {
      chain.army = add(side, "Army", index / Self.perArmy, 23, nil)
    }
    if index % Self.perCorps == 0 {
      chain.corps = add(side, "Corps", index / Self.perCorps, 22, chain.army)
      chain.corpsPlace = land(side)
    }
    if index % Self.perDivision == 0 {
      chain.division = add(side, "Div", index / Self.perDivision, 21, chain.corps)
      chain.divisionPlace = place(near: chain.corpsPlace, within: 24_000)
    }
    if index % Self.perRegiment == 0 {
      chain.regiment = add(side, "Rgt", index / Self.perRegiment, 17, chain.division)
      chain.regimentPlace = place(near: chain.divisionPlace, within: 9000)
    }
  }

  private mutating func add(
    _ side: Int, _ kind: String, _ number: Int, _ echelon: Int, _ parent: FormationID?
  ) -> FormationID {
    let template = templates[(number * 5 + side) % templates.count]
    setup.formations.append(
      FormationSetup(
        id: "s\(side).\(kind.lowercased())\(number)", name: "\(kind) \(number + 1)",
        shortName: "\(number + 1) \(kind)",
        sidc: Self.code(side, echelon: echelon, template.sidc), side: SideID(side), parent: parent))
    return FormationID(setup.formations.count - 1)
  }

  /// A land unit's code with a side's identity and an echelon, of the kind of another.
  private static func code(_ side: Int, echelon: Int, _ like: String) -> String {
    "130\(side == 0 ? 3 : 6)1000\(echelon)" + like.suffix(10)
  }

  /// A share of one, by a counter (Steele, Lea and Flood 2014, "SplitMix").
  private mutating func share() -> Double {
    seed &+= 0x9E37_79B9_7F4A_7C15
    var mix = seed
    mix = (mix ^ (mix >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mix = (mix ^ (mix >> 27)) &* 0x94D0_49BB_1331_11EB
    return Double((mix ^ (mix >> 31)) >> 11) / 9_007_199_254_740_992
  }

  private mutating func place(near middle: GroundPoint, within meters: Double) -> GroundPoint {
    GroundPoint(
      middle.x + (2 * share() - 1) * meters, middle.y + (2 * share() - 1) * meters)
  }

  /// A place on a side's half of the land.
  private mutating func land(_ side: Int) -> GroundPoint {
    for _ in 0..<200 {
      let place = frame.ground(x: share(), y: side == 0 ? share() * 0.55 : 0.45 + share() * 0.55)
      if hex(at: place) != nil { return place }
    }
    return frame.center
  }

  private mutating func hex(near middle: GroundPoint, within meters: Double) -> Int32 {
    for round in 1...40 {
      // Along a coast the search goes further out.
      let reach = meters * Double(1 + round / 8)
      if let hex = hex(at: place(near: middle, within: reach)) { return hex }
    }
    return Int32(terrain.towns.first?.center ?? 0)
  }

  private func hex(at place: GroundPoint) -> Int32? {
    let point = MapPoint(Int32(place.x.rounded()), Int32(place.y.rounded()))
    guard let index = terrain.grid.index(at: point), !terrain.isWater(index),
      terrain.neutral[index] == 0
    else { return nil }
    return Int32(index)
  }
}
