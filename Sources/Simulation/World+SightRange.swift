extension World {
  /// The range at which a target is seen by day by an ordinary observer, metres: by posture, size,
  /// entrenchment, own fire and what covers its hex.
  func sightSize(of target: Int, _ facts: UnitFacts) -> Int64 {
    let table = setup.rules.spotting
    var range =
      switch units.posture[target] {
      case .column: Int64(table[.rangeColumn])
      case .advancing, .attacking, .withdrawing:
        Int64(isMoving(target) ? table[.rangeMoving] : table[.rangeStill])
      case .holding, .diggingIn, .reforming: Int64(table[.rangeStill])
      case .camped: Int64(table[.rangeCamped])
      case .firing: Int64(table[.rangeFiring])
      case .fleeing: Int64(table[.fleeingRange])
      }
    if units.sinceFired[target] < table[.firedMinutes] {
      range = range * Int64(table[.firedFactor]) / 1000
    }
    if armoredVehicles(target) == 0 { range = range * Int64(table[.footFactor]) / 1000 }
    if men(target) < table[.smallMen] { range = range * Int64(table[.smallFactor]) / 1000 }
    let dug = Int64(units.entrenchment[target]) * Int64(table[.entrenchmentFactor])
    range = range * max(200, 1000 - dug) / 1000
    return range * coverFactor(Int(units.hex[target])) / 1000
  }

  private func coverFactor(_ hex: Int) -> Int64 {
    let table = setup.rules.spotting
    return switch setup.terrain.cover[hex] {
    case .forest: Int64(table[.forestFactor])
    case .woodland: Int64(table[.woodlandFactor])
    case .urban: Int64(table[.urbanFactor])
    case .cropland: Int64(table[.croplandFactor])
    case .wetland: Int64(table[.wetlandFactor])
    case .sea, .grassland, .semiDesert, .barren, .lake: 1000
    }
  }

  /// Sorts the units on the ground by place, each with what it sees with.
  func listObservers(_ scratch: inout CombatScratch) {
    let table = setup.rules.spotting
    let light = scratch.light
    let lights = (
      lightFactor(light, gear: 0), lightFactor(light, gear: 1), lightFactor(light, gear: 2),
      lightFactor(light, gear: 3)
    )
    let (scouts, rear) = (table[.reconnaissanceFactor], table[.rearFactor])
    let (inhabitant, blinding) = (table[.inhabitantMeters], Int64(table[.suppressionFactor]))
    let facts = scratch.facts
    scratch.grid.rebuild(self, scratch.occupancy) { row in
      let own = facts[row]
      var multiplier: Int32 = 1000
      if own.arm == .press {
        multiplier = -1
      } else if own.arm == .reconnaissance {
        multiplier = scouts
      } else if own.isRear {
        multiplier = rear
      }
      // Whoever lives there is told by the inhabitants.
      let isAtHome = own.isIrregular && town(at: Int(units.hex[row])) >= 0
      let blind = Int64(units.suppression[row]) * blinding / 1000
      let left =
        switch own.nightGear {
        case 0: lights.0
        case 1: lights.1
        case 2: lights.2
        default: lights.3
        }
      return UnitGrid.Eyes(
        multiplier: multiplier, floor: isAtHome ? inhabitant : 0,
        alertness: Int32(1000 - blind), light: Int32(left))
    }
  }

  /// The range of one observer at a target of a given size in the light there is, metres.
  ///
  /// - Parameters:
  ///   - isFlashing: own fire is seen by its flash, whatever the light
  ///   - haze: nothing farther off is seen, metres
  @inline(__always)
  static func sightRange(
    _ eyes: UnitGrid.Eyes, size: Int64, contact: Int64, isFlashing: Bool,
    haze: Int64 = Int64(WeatherSpell.clear)
  ) -> Int64 {
    var range = size
    if eyes.multiplier != 1000 { range = range * Int64(eyes.multiplier) / 1000 }
    range = max(max(range, Int64(eyes.floor)), contact)
    if eyes.alertness != 1000 { range = range * Int64(eyes.alertness) / 1000 }
    if !isFlashing, eyes.light != 1000 { range = range * Int64(eyes.light) / 1000 }
    return min(range, haze)
  }

  /// The share of the daylight range that is left, permille, with night gear 0…3.
  func lightFactor(_ light: Sky.Light, gear: Int) -> Int64 {
    let table = setup.rules.spotting
    let bare: Int64 =
      switch light {
      case .day: 1000
      case .civilTwilight: Int64(table[.lightCivil])
      case .nauticalTwilight: Int64(table[.lightNautical])
      case .moonlitNight: Int64(table[.lightMoon])
      case .darkNight: Int64(table[.lightDark])
      }
    let back: Int64 =
      switch gear {
      case 0: 0
      case 1: Int64(table[.gearOne])
      case 2: Int64(table[.gearTwo])
      default: Int64(table[.gearThree])
      }
    return bare + (1000 - bare) * back / 1000
  }

  /// Whether neither ground nor what grows and stands on it breaks the line between two hexes.
  func hasLineOfSight(_ from: Int, _ to: Int) -> Bool { setup.hasLineOfSight(from, to) }
}
