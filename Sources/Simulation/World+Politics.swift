extension World {
  /// Points for ground, the holder's share of the decisive town over time, and the cease-fire.
  mutating func stepPolitics(scratch: inout Scratch, events: inout [Event]) {
    let share = townShare()
    politics[setup.ceaseFire.holder.index].townMinutes += Int64(share)
    if (tick.rawValue + 1) % 60 == 0 { scoreHour() }
    guard tick >= ceaseFireTick, outcome == nil else { return }
    let result = judgeBattle(endShare: Int64(share))
    outcome = result
    events.append(
      Event(
        tick: tick, kind: .ceaseFire, side: result.winner, detail: Int32(result.grade.rawValue)))
  }

  /// Moves the cease-fire nearer, within its band and never into the past.
  mutating func hastenCeaseFire(by minutes: Int32) {
    let earliest = max(setup.ceaseFire.band.lowerBound, tick.rawValue + 1)
    guard ceaseFireTick.rawValue > earliest else { return }
    ceaseFireTick = Tick(rawValue: max(earliest, ceaseFireTick.rawValue - max(0, minutes)))
  }

  private mutating func scoreHour() {
    for index in setup.objectives.indices {
      let quarter = setup.objectives[index].quarter.index
      let holder = ground.quarterControl[quarter]
      guard holder != 255, Int(holder) < setup.objectives[index].pointsPerHour.count else {
        continue
      }
      politics[Int(holder)].heldPoints +=
        Int64(setup.objectives[index].pointsPerHour[Int(holder)])
    }
  }

  /// The share of the decisive town's value that the holder has now, permille; contested quarters
  /// count half. A quarter is worth its points at the end, or as much as any other where none are
  /// given.
  func townShare() -> Int32 {
    guard let town = setup.ceaseFire.town else { return 0 }
    let holder = setup.ceaseFire.holder
    var held: Int64 = 0
    var total: Int64 = 0
    for quarter in setup.terrain.towns[town.index].quarters {
      let value = quarterValue(quarter)
      total += 2 * value
      let owner = ground.quarterControl[quarter]
      if owner == holder.rawValue { held += 2 * value } else if owner == 255 { held += value }
    }
    return total > 0 ? Int32(held * 1000 / total) : 0
  }

  private func quarterValue(_ quarter: Int) -> Int64 {
    var value: Int64 = 0
    for index in setup.objectives.indices
    where setup.objectives[index].quarter.index == quarter {
      for points in setup.objectives[index].pointsAtEnd { value = max(value, Int64(points)) }
      for points in setup.objectives[index].pointsPerHour { value = max(value, Int64(points)) }
    }
    return max(1, value)
  }

  /// The grade by the mean of what the holder has at the end and has had over time; without a
  /// decisive town by points alone.
  private func judgeBattle(endShare: Int64) -> Outcome {
    let holder = setup.ceaseFire.holder
    var score: [Int64] = []
    for side in politics.indices { score.append(finalScore(of: side)) }
    let minutes = Int64(tick.rawValue) + 1
    let overTime = politics[holder.index].townMinutes / minutes
    let share =
      setup.ceaseFire.town != nil ? (overTime + endShare) / 2 : pointShare(score, holder)
    let enemy = setup.sides[holder.index].enemy
    let other = enemy == 255 ? nil : SideID(Int(enemy))
    let bounds = setup.ceaseFire
    if share >= Int64(bounds.holdDecisive) {
      return Outcome(grade: .holdDecisive, winner: holder, score: score)
    } else if share >= Int64(bounds.holdMarginal) {
      return Outcome(grade: .holdMarginal, winner: holder, score: score)
    } else if share >= Int64(bounds.takeMarginal) {
      return Outcome(grade: .contested, winner: nil, score: score)
    } else if share >= Int64(bounds.takeDecisive) {
      return Outcome(grade: .takeMarginal, winner: other, score: score)
    }
    return Outcome(grade: .takeDecisive, winner: other, score: score)
  }

  private func finalScore(of side: Int) -> Int64 {
    var score = politics[side].heldPoints - politics[side].politicalCost
    for index in setup.objectives.indices {
      let quarter = setup.objectives[index].quarter.index
      guard ground.quarterControl[quarter] == UInt8(side),
        side < setup.objectives[index].pointsAtEnd.count
      else { continue }
      score += Int64(setup.objectives[index].pointsAtEnd[side])
    }
    return score
  }

  /// The holder's share of all points, permille; 500 where there are none.
  private func pointShare(_ score: [Int64], _ holder: SideID) -> Int64 {
    var total: Int64 = 0
    for points in score { total += max(0, points) }
    return total > 0 ? max(0, score[holder.index]) * 1000 / total : 500
  }
}
