public import Journal
import Simulation

extension Battle {
  /// A battle fought again on a scenario that its author has changed: the same seed, every order
  /// that still has a meaning at its own time, up to the same moment.
  ///
  /// Every side is commanded by people. A new journal at `path` holds the new battle; the old one
  /// keeps the old. `lost` counts the orders that fit no more.
  public static func replayed(
    _ old: Battle, on source: BattleSource, journal path: String, header: JournalHeader
  ) throws(JournalError) -> (battle: Battle, lost: Int) {
    var lost = 0
    var lines: [String] = []
    for entry in old.log {
      let line = entry.order.line(in: old.source.setup)
      if (try? Order(line: line, in: source.setup)) != nil {
        lines.append("@\(entry.tick.rawValue) \(line)")
      } else {
        lost += 1
      }
    }
    let battle = Battle(
      source: source, seed: old.world.seed,
      staffs: Array(repeating: nil, count: source.setup.sides.count),
      script: try OrderScript(
        text: lines.joined(separator: "\n"), setup: source.setup, path: path),
      journal: try JournalWriter(creating: path, header: header))
    while battle.world.tick < old.world.tick, !battle.isOver { try battle.advance() }
    if !battle.isOver { try battle.giveScripted() }
    return (battle, lost + battle.refusals.count)
  }
}
