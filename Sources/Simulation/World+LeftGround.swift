extension World {
  /// Gives ground back that a side has won and left: a column that has driven through leaves no
  /// front behind. Towns must be entered, and stay with who entered them last.
  mutating func giveBackGround(_ scratch: inout CombatScratch) {
    scratch.beginSearch()
    for hex in ground.control.indices where isWon(hex) {
      if scratch.mark[hex] != scratch.stamp {
        let size = measurePocket(around: hex, &scratch)
        for place in 0..<size { giveBack(Int(scratch.queue[place])) }
      }
      if isWon(hex), isOutOfReach(hex, scratch) { giveBack(hex) }
    }
  }

  /// Whether a hex was the enemy's of who holds it now.
  private func isWon(_ hex: Int) -> Bool {
    let (holder, first) = (ground.control[hex], setup.initialControl[hex])
    return holder != 255 && first != 255 && setup.sides[Int(holder)].enemy == first
  }

  /// Whether troops of its first holder are near a hex and none of who won it.
  private func isOutOfReach(_ hex: Int, _ scratch: borrowing CombatScratch) -> Bool {
    let (holder, first) = (Int(ground.control[hex]), Int(setup.initialControl[hex]))
    let reach = Int(setup.rules.command[.groundReachHexes])
    return isEnemyNear(hex, of: holder, within: reach, scratch)
      && !isEnemyNear(hex, of: first, within: reach, scratch) && !stands(holder, in: hex, scratch)
  }

  /// Queues the won ground around a hex; its size in hexes where nobody of the side stands in it
  /// and it touches no ground that was the side's from the start, else 0.
  private func measurePocket(around start: Int, _ scratch: inout CombatScratch) -> Int {
    let side = ground.control[start]
    scratch.mark[start] = scratch.stamp
    scratch.queue[0] = Int32(start)
    var (head, count, isHeld) = (0, 1, false)
    while head < count {
      let hex = Int(scratch.queue[head])
      head += 1
      isHeld = isHeld || stands(Int(side), in: hex, scratch)
      for edge in HexSide.allCases {
        let near = setup.terrain.grid.neighbor(of: hex, edge)
        guard near >= 0, ground.control[near] == side else { continue }
        if !isWon(near) { isHeld = true }
        guard isWon(near), scratch.mark[near] != scratch.stamp else { continue }
        scratch.mark[near] = scratch.stamp
        scratch.queue[count] = Int32(near)
        count += 1
      }
    }
    return isHeld ? 0 : count
  }

  /// Whether a unit of a side stands in a hex.
  private func stands(_ side: Int, in hex: Int, _ scratch: borrowing CombatScratch) -> Bool {
    var next = scratch.occupancy.first[hex]
    while next >= 0 {
      if scratch.facts[Int(next)].side == side { return true }
      next = scratch.occupancy.next[Int(next)]
    }
    return false
  }

  /// Makes a hex its first holder's again; both sides know where their own people are.
  private mutating func giveBack(_ hex: Int) {
    guard town(at: hex) < 0 else { return }
    let (left, owner) = (ground.control[hex], setup.initialControl[hex])
    ground.control[hex] = owner
    knowledge[Int(left)].believedControl[hex] = owner
    knowledge[Int(owner)].believedControl[hex] = owner
  }
}
