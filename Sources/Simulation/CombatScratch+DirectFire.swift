extension CombatScratch {
  /// Notes the targets in a hex at a distance of 0…2 hexes in `pairs`. A nearer target draws more
  /// fire.
  @inline(__always)
  mutating func list(
    _ hex: Int, distance: Int, edge: Int8, _ search: inout TargetSearch, _ tempo: FireTempo
  ) {
    let place = board.places[hex]
    guard place.here & search.stance.bit != 0 else { return }
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
          guard target.openTo & found.stance.bit != 0, !found.stance.isWaiting || target.isProvoking
          else { continue }
          let intensity = tempo.intensity(
            isAssault: found.stance.isAttacker || target.isAttacking, isOpen: target.isOpen,
            distance: distance, gears: (found.stance.nightGear, target.nightGear))
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

  /// Adds the shares of fire of some shooters, who are listed in `company`, to their targets' sums.
  mutating func deal(_ shooters: Shooters, over count: Int, _ tempo: FireTempo) {
    pairs.withUnsafeBufferPointer { pairs in
      received.withUnsafeMutableBufferPointer { received in
        var hardest: Int32 = 0
        for index in 0..<count {
          let pair = pairs[index]
          received[Int(pair.target)].add(pair, shooters, tempo)
          hardest = max(hardest, pair.intensity)
        }
        for row in company {
          received[Int(row)].intensity = max(received[Int(row)].intensity, hardest)
        }
      }
    }
  }
}

extension ReceivedFire {
  /// Adds the shooters' share of fire.
  @inline(__always)
  fileprivate mutating func add(_ pair: FirePair, _ shooters: Shooters, _ tempo: FireTempo) {
    let share = shooters.strength * pair.weight / shooters.weight
    let effect = tempo.effect(of: share, gears: (shooters.stance.nightGear, pair.nightGear))
    strength += effect
    byIntensity += effect * Int64(pair.intensity)
    byShield += (effect * shooters.shield) >> 8
    byArmour += effect * shooters.armour
    power += (share * shooters.power) >> 16
    if shooters.antiTankStrength > 0 {
      antiTankStrength += effect * shooters.antiTankStrength / shooters.strength
      if pair.isArmoured { antiTankKills += tempo.antiTank.kills(pair, shooters) }
    }
    if shooters.fresh > 0, pair.intensity >= 150 {
      fresh += share * shooters.fresh / shooters.strength
    }
    let most = effect * shooters.greatest / shooters.strength
    if most > shooterStrength {
      shooterStrength = most
      shooter = shooters.strongest
    }
    if pair.edge >= 0, shooters.isInHand { edges |= 1 << UInt8((pair.edge + 3) % 6) }
    intensity = max(intensity, pair.intensity)
  }
}
