import Simulation
import SourceText

/// The order of battle of a moment: every unit that is still there, or still to come.
struct MomentForces {
  private let world: World
  private let ground: Ground
  private let holdsUnits: [Bool]

  init(_ world: World, _ ground: Ground) {
    self.world = world
    self.ground = ground
    var holds = [Bool](repeating: false, count: world.setup.formations.count)
    for row in world.setup.units.indices where Self.isThere(row, in: world) {
      var above: FormationID? = world.setup.units[row].formation
      while let formation = above, !holds[formation.index] {
        holds[formation.index] = true
        above = world.setup.formations[formation.index].parent
      }
    }
    holdsUnits = holds
  }

  /// Whether a unit has a part in the battle from the moment on.
  static func isThere(_ row: Int, in world: World) -> Bool {
    world.units.status[row] != .gone && world.units.status[row] != .departed
      && (world.units.personnel[row] >= 256 || world.setup.units[row].personnel == 0)
  }

  /// The section.
  var node: SourceNode {
    .table(
      setup.sides.enumerated().map { index, side in
        let tops = setup.formations.indices.filter {
          setup.formations[$0].side == SideID(index) && setup.formations[$0].parent == nil
            && holdsUnits[$0]
        }
        return (side.id, .list(tops.map(formation)))
      })
  }

  private var setup: BattleSetup { world.setup }

  private func formation(_ index: Int) -> SourceNode {
    let facts = setup.formations[index]
    let rows = setup.units.indices.filter {
      setup.units[$0].formation == FormationID(index) && Self.isThere($0, in: world)
    }
    let parts = setup.formations.indices.filter {
      setup.formations[$0].parent == FormationID(index) && holdsUnits[$0]
    }
    let staff = facts.headquarters.flatMap { unit in
      rows.contains(unit.row) ? SourceNode.text(Self.word(setup.units[unit.row].id)) : nil
    }
    return .table([
      ("id", .text(Self.word(facts.id))), ("name", .text(facts.name)),
      ("short", .text(String(facts.shortName.prefix(16)))), ("sidc", .text(facts.sidc)),
      ("headquarters", staff),
      ("units", rows.isEmpty ? nil : .list(rows.map(unit))),
      ("formations", parts.isEmpty ? nil : .list(parts.map(formation))),
    ])
  }

  private func unit(_ row: Int) -> SourceNode {
    let facts = setup.units[row]
    let men = (world.units.personnel[row] + 128) / 256
    let strength =
      facts.personnel > 0
      ? min(100, max(1, (men * 100 + facts.personnel / 2) / facts.personnel)) : 100
    let arrival =
      world.units.status[row] == .expected
      ? SourceNode.text(
        MomentScenario.elapsed(max(1, world.units.arrival[row] - world.tick.rawValue))) : nil
    return .table([
      ("id", .text(Self.word(facts.id))), ("name", .text(facts.name)),
      ("short", .text(String(facts.shortName.prefix(16)))), ("sidc", .text(facts.sidc)),
      ("arm", .text(facts.arm.key)), ("personnel", .whole(facts.personnel)),
      ("vehicles", vehicles(row, strength)), ("start", place(row)),
      ("strength", strength < 100 ? .whole(strength) : nil),
      ("quality", world.units.quality[row] != 0 ? .whole(world.units.quality[row]) : nil),
      (
        "night_gear",
        facts.nightGear > 0
          ? .text(["none", "some", "image_intensifiers", "thermal"][min(3, Int(facts.nightGear))])
          : nil
      ),
      ("arrival", arrival),
      (
        "entrenchment",
        world.units.entrenchment[row] > 0 ? .whole(world.units.entrenchment[row]) : nil
      ),
      ("posture", posture(row)),
      ("hidden", world.units.hidden[row] != 0 ? .init(.bool(true), at: .start) : nil),
      ("sorties_per_day", facts.sortiesPerDay > 0 ? .whole(facts.sortiesPerDay) : nil),
    ])
  }

  /// What of each kind makes what is there now once `strength` is taken of it.
  private func vehicles(_ row: Int, _ strength: Int32) -> SourceNode? {
    let holdings = setup.units[row].vehicles.compactMap {
      holding -> (key: String, value: SourceNode?)? in
      let equipment = setup.rules.equipment[Int(holding.equipment)]
      let entry = row * VehicleClass.count + Int(equipment.vehicleClass.rawValue)
      let present = (world.units.vehicles[entry] + world.units.vehiclesDamaged[entry] + 128) / 256
      // Strength takes whole vehicles, rounded down: the next number up keeps what is there.
      let listed = min(1000, (present * 100 + strength - 1) / strength)
      return listed > 0 ? (equipment.id, .whole(listed)) : nil
    }
    return holdings.isEmpty ? nil : .table(holdings)
  }

  private func posture(_ row: Int) -> SourceNode? {
    switch world.units.posture[row] {
    case .column: .text("column")
    case .camped: .text("camped")
    default: nil
    }
  }

  /// Where it stands, or on the nearest land; what is still to come stands where it will come.
  private func place(_ row: Int) -> SourceNode {
    let grid = setup.terrain.grid
    var hex = Int(world.units.hex[row])
    if hex < 0 || hex >= grid.count || world.units.status[row] == .expected {
      hex = Int(setup.units[row].start)
    }
    if !ground.isOpen(hex) {
      hex = ground.nearestOpenHex(to: grid.center(of: hex)) ?? Int(setup.units[row].start)
    }
    let degrees = ground.degrees(grid.center(of: hex))
    return .list([
      .real((degrees.longitude * 100_000).rounded() / 100_000),
      .real((degrees.latitude * 100_000).rounded() / 100_000),
    ])
  }

  /// The last word of an id.
  private static func word(_ id: String) -> String {
    id.split(separator: ".").last.map(String.init) ?? id
  }
}
