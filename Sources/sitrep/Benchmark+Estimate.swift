import Session
import Simulation

extension Benchmark {
  /// The estimate's first answer: a tank regiment's attack on the town on the second evening, as
  /// often as there are runs of 16, each with other draws.
  static func estimate(_ source: BattleSource) throws -> Timing {
    let battle = Battle(source: source, seed: 1, staffs: source.staffs())
    while !battle.isOver, battle.tick.rawValue < 36 * 60 + 30 { try battle.advance() }
    let side = SideID(0)
    let picture = battle.picture(.side(side))
    let setup = source.setup
    let place = setup.terrain.towns.first { $0.id == "calilabad" } ?? setup.terrain.towns.first
    guard let target = place?.center else { return Timing(milliseconds: []) }
    // The formation with most tank battalions that would attack.
    var byFormation: [Int: [Order]] = [:]
    for unit in picture.units where setup.units[unit.id.row].arm == .armor {
      let order = Order(side: side, unit: unit.id, kind: .attack, target: target)
      guard picture.rejection(of: order) == nil else { continue }
      byFormation[setup.units[unit.id.row].formation.index, default: []].append(order)
    }
    let most = byFormation.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
    guard let orders = most?.value else { return Timing(milliseconds: []) }
    var times: [Double] = []
    var estimate = AttackEstimate()
    while estimate.forks.count < AttackEstimate.mostForks {
      times.append(
        milliseconds {
          estimate.refine(picture, orders: orders, target: target, by: AttackEstimate.firstForks)
        })
    }
    return Timing(
      milliseconds: times,
      figures: [
        ("battalions", Double(orders.count)),
        ("success_permille", Double(estimate.successPermille ?? 0)),
      ])
  }
}
