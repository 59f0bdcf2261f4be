import Session
import Simulation

extension Benchmark {
  /// Jumps of a timeline's handle over a whole battle, with the picture that they show: 24 hours
  /// back and forth from its end, and then anywhere.
  static func scrub(_ source: BattleSource) throws -> Timing {
    let battle = Battle(source: source, seed: 1, staffs: source.staffs())
    while !battle.isOver { try battle.advance() }
    let last = battle.tick.rawValue
    var times: [Double] = []
    for round in Int32(0)..<120 {
      // Multiples of a number that shares no factor with the length reach every part of it.
      let back = round % 2 == 0 ? 1440 + round * 7 % 60 : round * 1571 % max(1, last)
      let moment = Tick(rawValue: max(0, last - back))
      times.append(
        Self.milliseconds {
          _ = battle.picture(round % 3 == 0 ? .umpire : .side(SideID(0)), at: moment)
        })
    }
    return Timing(milliseconds: times)
  }
}
