public import Simulation

/// A made-up order of battle of any size on a scenario's ground, for benchmarks: battalions in
/// regiments in divisions, a quarter of them in contact.
public enum LargeBattle {
  /// A setup with `units` battalions of two sides along a front through the middle of the land.
  public static func setup(like base: BattleSetup, units count: Int) -> BattleSetup {
    var setup = base
    let templates = base.units.filter { !$0.arm.isAircraft && $0.personnel > 100 && !$0.isHidden }
    let land = landHexes(base.terrain)
    setup.formations = []
    setup.units = []
    let perSide = (count + 1) / 2
    for side in 0..<2 {
      for index in 0..<(side == 0 ? perSide : count - perSide) {
        if index % 9 == 0 { setup.formations.append(formation(side, index, setup.formations)) }
        var unit = templates[(index + side) % templates.count]
        unit.id = "s\(side).\(index)"
        unit.side = SideID(side)
        unit.formation = FormationID(setup.formations.count - 1)
        unit.start = place(index, side, perSide, land)
        unit.arrivalBand = nil
        unit.arrivalGroup = 0
        setup.units.append(unit)
      }
    }
    setup.ceaseFire.band = 100_000...100_000
    for side in setup.sides.indices { setup.sides[side].rulesOfEngagement = .free }
    return setup
  }

  /// Orders that set a share of the units marching.
  public static func orders(_ world: World) -> [Order] {
    stride(from: 0, to: world.setup.units.count, by: 400).map { row in
      Order(
        side: world.setup.units[row].side, unit: UnitID(row), kind: .move,
        target: world.setup.units[(row + 37) % world.setup.units.count].start)
    }.filter { world.rejection(of: $0) == nil }
  }

  private static func formation(
    _ side: Int, _ index: Int, _ formations: [FormationSetup]
  ) -> FormationSetup {
    FormationSetup(
      id: "s\(side).f\(index)", name: "Regiment \(index / 9 + 1)", shortName: "R\(index / 9 + 1)",
      sidc: "10031000171211000000", side: SideID(side))
  }

  private static func landHexes(_ terrain: Terrain) -> [Int32] {
    (0..<terrain.grid.count).filter { !terrain.isWater($0) && terrain.neutral[$0] == 0 }
      .map { Int32($0) }
  }

  /// The first quarter of a side stands along the front, the rest behind it.
  private static func place(
    _ index: Int, _ side: Int, _ perSide: Int, _ land: [Int32]
  ) -> Int32 {
    let middle = land.count / 2
    let depth = index < perSide / 4 ? index % 200 : 400 + index
    let offset = depth % (middle - 1)
    return land[side == 0 ? middle - 1 - offset : middle + offset]
  }
}
