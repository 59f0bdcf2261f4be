extension World {
  /// Buffers of a tick, made once for a world and used again, so that a tick allocates nothing.
  /// They hold nothing that a replay needs.
  public struct Scratch: Sendable {
    /// For paths and traffic.
    var movement: MovementScratch
    /// For spotting, fire and effects.
    var combat: CombatScratch
    /// For ways back.
    var retreat: RetreatScratch

    /// Buffers that fit a world.
    public init(for world: World) {
      let hexes = world.setup.terrain.grid.count
      movement = MovementScratch(
        units: world.units.count, hexes: hexes, rules: world.setup.rules)
      combat = CombatScratch(
        units: world.units.count, sides: world.setup.sides.count,
        hexGrid: world.setup.terrain.grid, rules: world.setup.rules)
      retreat = RetreatScratch(sides: world.setup.sides.count, hexes: hexes)
    }
  }

  /// Plays one minute: takes the orders, runs the phases in their fixed order and adds what
  /// happened to `events`. The orders were found acceptable by `rejection(of:)`; once the battle is
  /// over nothing happens.
  public mutating func step(_ orders: [Order], scratch: inout Scratch, events: inout [Event]) {
    guard outcome == nil else { return }
    let first = events.count
    scratch.retreat.forget()
    acceptOrders(orders, scratch: &scratch, events: &events)
    stepArrivals(scratch: &scratch, events: &events)
    stepCommand(scratch: &scratch, events: &events)
    stepMovement(scratch: &scratch, events: &events)
    stepSpotting(scratch: &scratch, events: &events)
    stepFire(scratch: &scratch, events: &events)
    stepEffects(scratch: &scratch, events: &events)
    stepRecovery(scratch: &scratch, events: &events)
    stepCivilians(scratch: &scratch, events: &events)
    stepControl(scratch: &scratch, events: &events)
    stepPolitics(scratch: &scratch, events: &events)
    keepAccounts(&scratch.combat)
    noteTraces(events, from: first)
    tick = tick + 1
  }
}
