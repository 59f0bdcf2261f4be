extension CombatScratch {
  /// Notes the targets in a hex at a distance of 0…2 hexes in `pairs`. A nearer target draws more
  /// fire.
  @inline(__always)
  mutating func list(
    _ hex: Int, distance: Int, edge: Int8, _ search: inout TargetSearch, _ tempo: FireTempo
  ) {
    let place = board.places[hex]
    guard place.here & search.bit != 0 else { return }
    list(place, distance: distance, edge: edge, &search, tempo)
  }

  private mutating func list(
    _ place: TargetBoard.Place, distance: Int, edge: Int8, _ search: inout TargetSearch,
    _ tempo: FireTempo
  ) {
    let nearness: Int64 = distance == 0 ? 4 : distance == 1 ? 2 : 1
    var found = search
    board.targets.withUnsafeBufferPointer { targets in
      pairs.withUnsafeMutableBufferPointer { pairs in
        for index in Int(place.start)..<Int(place.end) {
          let target = targets[index]
          guard target.openTo & found.bit != 0, !found.isWaiting || target.isProvoking
          else { continue }
          let intensity = tempo.intensity(
            isAssault: found.isAttacker || target.isAttacking, isOpen: target.isOpen,
            distance: distance, gears: (found.nightGear, target.nightGear))
          guard intensity > 0 else { continue }
          let weight = Int64(target.size) * nearness
          found.weight += weight
          if target.isArmoured { found.armouredWeight += weight }
          pairs[found.count] = FirePair(
            weight: weight, target: target.row, intensity: intensity, edge: edge,
            distance: UInt8(truncatingIfNeeded: distance), cover: target.cover,
            isArmoured: target.isArmoured, isClosedUp: target.isClosedUp,
            isOpen: target.isOpen || target.isAttacking, nightGear: target.nightGear)
          found.count += 1
        }
      }
    }
    search = found
  }

  /// Adds a shooter's shares of fire to its targets' sums.
  mutating func deal(_ shooter: Shooter, over count: Int, _ tempo: FireTempo) {
    pairs.withUnsafeBufferPointer { pairs in
      received.withUnsafeMutableBufferPointer { received in
        var hardest: Int32 = 0
        for index in 0..<count {
          let pair = pairs[index]
          received[Int(pair.target)].add(pair, shooter, tempo)
          hardest = max(hardest, pair.intensity)
        }
        let own = Int(shooter.row)
        received[own].intensity = max(received[own].intensity, hardest)
      }
    }
  }
}

extension ReceivedFire {
  /// Adds a shooter's share of fire.
  @inline(__always)
  fileprivate mutating func add(_ pair: FirePair, _ shooter: Shooter, _ tempo: FireTempo) {
    let share = shooter.strength * pair.weight / shooter.weight
    let effect = tempo.effect(of: share, gears: (shooter.nightGear, pair.nightGear))
    strength += effect
    byIntensity += effect * Int64(pair.intensity)
    byShield += (effect * shooter.shield) >> 8
    byArmour += effect * shooter.armour
    power += (share * shooter.power) >> 16
    if shooter.isAntiTank {
      antiTankStrength += effect
      if pair.isArmoured { antiTankKills += tempo.antiTank.kills(pair, shooter) }
    }
    if shooter.isFresh, pair.intensity >= 150 { fresh += share }
    if effect > shooterStrength {
      shooterStrength = effect
      self.shooter = shooter.row
    }
    if pair.edge >= 0, shooter.isInHand { edges |= 1 << UInt8((pair.edge + 3) % 6) }
    intensity = max(intensity, pair.intensity)
  }
}
