import MapTable
import Screen
import Simulation

extension Response {
  /// Hexes from which on a way is worth forming a column for.
  static let marchDistance = 12
  /// Minutes for which a contact that is out of sight still draws an attack rather than a move.
  static let freshContactMinutes: Int32 = 180

  /// What a unit would sensibly be told at a place: attack, bombard or strike a contact, cordon a
  /// town it stands in, march far, else move.
  func intent(for unit: UnitReport, at target: Target?, hex: Int32) -> Intent {
    let setup = picture.setup
    guard setup.units.indices.contains(unit.id.row), isOnMap(unit.hex), isOnMap(hex) else {
      return Intent(kind: .move, target: hex)
    }
    let arm = setup.units[unit.id.row].arm
    let distance = grid.distance(Int(unit.hex), Int(hex))
    let isHostile = hostile(to: unit.side, at: hex, target)
    if arm.isAircraft {
      return Intent(kind: arm == .transportHelicopter ? .move : .airStrike, target: hex)
    }
    if arm.isIndirect, isHostile, Int32(distance) * 1000 <= range(of: unit.id) {
      return Intent(kind: .bombard, target: hex)
    }
    if isHostile, !staysBehind(arm) { return Intent(kind: .attack, target: hex) }
    if case .town(let town) = target, canCordon(unit, arm, town) {
      return Intent(kind: .cordon, target: nil)
    }
    if unit.hex == hex { return Intent(kind: .hold, target: nil) }
    let far = distance >= Self.marchDistance && !isHostile
    return Intent(kind: far && hasRoad(near: hex) ? .march : .move, target: hex)
  }

  /// How far a unit's guns reach indirectly, in metres; 0 for those without.
  func range(of unit: UnitID) -> Int32 {
    let setup = picture.setup
    guard setup.units.indices.contains(unit.row) else { return 0 }
    var longest: Int32 = 0
    for holding in setup.units[unit.row].vehicles
    where setup.rules.equipment.indices.contains(Int(holding.equipment)) {
      longest = max(longest, setup.rules.equipment[Int(holding.equipment)].indirectRangeMeters)
    }
    return longest
  }

  /// Whether units of an arm keep out of attacks that a whole selection is told to make.
  func staysBehind(_ arm: Arm) -> Bool {
    switch arm {
    case .headquarters, .supply, .leader, .press, .airDefence: true
    default: arm.isIndirect || arm.isAircraft
    }
  }

  /// The contact that a hex is known for, freshest first.
  func contactTarget(at hex: Int32) -> Target? {
    picture.contacts.filter { $0.hex == hex }
      .max { ($0.lastSeen, $1.id) < ($1.lastSeen, $0.id) }
      .map { .contact($0.id) }
  }

  /// The town whose middle a hex is.
  func townTarget(at hex: Int32) -> Target? {
    terrain.towns.firstIndex { $0.center == hex }.map { .town(TownID($0)) }
  }

  /// Whether an enemy is known at a place or holds the town there.
  private func hostile(to side: SideID, at hex: Int32, _ target: Target?) -> Bool {
    if case .contact(let contact) = target, let known = known(contact) { return known.side != side }
    if case .unit(let unit) = target, let report = report(unit), report.side != side { return true }
    let now = picture.tick
    let isKnown = picture.contacts.contains {
      $0.hex == hex && $0.side != side
        && ($0.isInSight || now - $0.lastSeen <= Self.freshContactMinutes)
    }
    if isKnown { return true }
    let index = Int(hex)
    guard terrain.quarter.indices.contains(index), terrain.quarter[index] >= 0,
      picture.control.indices.contains(index)
    else { return false }
    let holder = picture.control[index]
    return holder != 255 && holder == enemy(of: side)
  }

  private func enemy(of side: SideID) -> UInt8 {
    let sides = picture.setup.sides
    return sides.indices.contains(side.index) ? sides[side.index].enemy : 255
  }

  private func canCordon(_ unit: UnitReport, _ arm: Arm, _ town: TownID) -> Bool {
    guard terrain.towns.indices.contains(town.index), !staysBehind(arm) else { return false }
    let quarters = terrain.towns[town.index].quarters
    let stands = terrain.quarter[Int(unit.hex)]
    return stands >= 0 && quarters.contains(Int(stands))
  }

  /// Whether a road passes through a hex or one beside it.
  private func hasRoad(near hex: Int32) -> Bool {
    if terrain.roads[Int(hex)] != 0 { return true }
    return HexSide.allCases.contains {
      let neighbor = grid.neighbor(of: Int(hex), $0)
      return neighbor >= 0 && terrain.roads[neighbor] != 0
    }
  }
}
