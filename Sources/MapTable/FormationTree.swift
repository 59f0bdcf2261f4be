public import Simulation

extension BattleSetup {
  /// Whether a formation is another or stands below it.
  public func isPart(_ formation: FormationID, of other: FormationID) -> Bool {
    var current: FormationID? = formation
    // Parents stand before their parts, so the way up is shorter than the list.
    for _ in 0...formations.count {
      guard let node = current, formations.indices.contains(node.index) else { return false }
      if node == other { return true }
      current = formations[node.index].parent
    }
    return false
  }
}
