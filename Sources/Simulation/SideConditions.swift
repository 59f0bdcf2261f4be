/// What weather, surprise and the rule of the air do to one side in a tick, worked out once.
struct SideConditions: Sendable {
  /// Power in a fight, Q16 (SIMULATION.md, equation 7: exp(s × surprise × exp(-t/72 h) + a × air)).
  var power: Int64 = Fixed.one
  /// Losses beside those under plain conditions, Q16.
  var losses: Int64 = Fixed.one
}

extension World {
  /// The conditions of a side now.
  func conditions(of side: Int) -> SideConditions {
    let own = setup.sides[side]
    var result = SideConditions()
    let table = setup.rules.morale
    let combat = setup.rules.combat
    var exponent = Int64(own.surprise) * Int64(table[.surprisePower]) * surpriseLeft / 1000
    if own.hasAirSuperiority {
      exponent += Int64(table[.airPower]) * Fixed.one / 1000
      result.losses = result.losses * Int64(combat[.airLosses]) / 1000
    }
    result.power = Fixed.expQ16(Int32(exponent))
    var change = Int64(own.surprise) * Int64(combat[.surpriseOwnLosses])
    if own.enemy != 255 {
      let enemy = setup.sides[Int(own.enemy)]
      change += Int64(enemy.surprise) * Int64(combat[.surpriseEnemyLosses])
    }
    result.losses = (result.losses * Fixed.expQ16(Int32(change * surpriseLeft / 1000))) >> 16
    if isWet { result.losses = result.losses * Int64(combat[.wetLosses]) / 1000 }
    return result
  }

  /// How much of the surprise at the start is left, Q16.
  private var surpriseLeft: Int64 {
    let decay = max(1, Int64(setup.rules.morale[.surpriseDecay]))
    let elapsed = Int64(tick.rawValue) * Fixed.one / decay
    return Fixed.expQ16(Int32(clamping: -elapsed))
  }
}
