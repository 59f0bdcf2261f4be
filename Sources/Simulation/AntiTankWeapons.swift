/// What a unit's weapons do to vehicles and its own armour against theirs, worked out once from its
/// setup: means over all of a class that the unit has.
struct AntiTankWeapons: Sendable {
  /// Kills a minute that one vehicle or weapon of a class scores from a kilometre and more, before
  /// anything lessens them, ppm; tank, fighting vehicle, carrier, anti-tank weapon.
  private var long: [Int32] = [0, 0, 0, 0]
  /// The same within the reach of short weapons.
  private var close: [Int32] = [0, 0, 0, 0]
  /// What the armour of its tanks leaves of a shaped charge's chance, permille.
  private(set) var shapedChargePermille: Int32 = 1000

  /// Weapons of a kilometre's reach and more fire across a hex.
  private static let longMeters: Int32 = 1000
  /// The classes with weapons against vehicles, in the order of `long` and `close`.
  private static let classes: [VehicleClass] = [.tank, .ifv, .apc, .antiTank]

  /// The weapons of a unit of a setup.
  init(_ setup: BattleSetup, _ row: Int) {
    for (index, kind) in Self.classes.enumerated() {
      var (count, far, near, armour) = (Int64(0), Int64(0), Int64(0), Int64(0))
      for holding in setup.units[row].vehicles {
        let weapon = setup.rules.equipment[Int(holding.equipment)]
        guard weapon.vehicleClass == kind else { continue }
        let number = Int64(holding.count)
        let kills = Int64(weapon.roundsPerMinuteTenths) * Int64(weapon.killPermille) * 100 * number
        count += number
        if weapon.directRangeMeters >= Self.longMeters { far += kills } else { near += kills }
        armour += Int64(weapon.shapedChargePermille) * number
      }
      guard count > 0 else { continue }
      long[index] = Int32(clamping: far / count)
      close[index] = Int32(clamping: near / count)
      if kind == .tank { shapedChargePermille = Int32(clamping: armour / count) }
    }
  }

  /// Kills a minute of all that is left of a unit's weapons, ppm.
  func kills(_ world: borrowing World, _ row: Int) -> (long: Int64, close: Int64) {
    var sum = (long: Int64(0), close: Int64(0))
    for (index, kind) in Self.classes.enumerated() {
      let left = Int64(world.units.vehicles[row * VehicleClass.count + Int(kind.rawValue)])
      sum.long += left * Int64(long[index]) >> 8
      sum.close += left * Int64(close[index]) >> 8
    }
    return sum
  }
}
