/// What a tick asks of every unit again and again and what never changes, as flat columns: the
/// setup's own records are large and lie far apart in memory.
struct UnitRoster: Sendable, Equatable {
  /// By unit: its arm.
  let arm: [Arm]
  /// By unit: its side.
  let side: [SideID]
  /// The rows of all leaders, ascending.
  let leaders: [Int32]
  /// The rows of all units with indirect fire, ascending.
  let batteries: [Int32]

  /// The roster of a setup.
  init(_ setup: BattleSetup) {
    arm = setup.units.map(\.arm)
    side = setup.units.map(\.side)
    leaders = setup.units.indices.filter { setup.units[$0].arm == .leader }.map { Int32($0) }
    batteries = setup.units.indices.filter { setup.units[$0].arm.isIndirect }.map { Int32($0) }
  }
}
