import Simulation
import SourceText

/// A staff's plan as it is from a moment on: its times come nearer, who is gone is left out.
struct MomentPlan {
  private let world: World
  private let side: SideID

  init(_ world: World, side: SideID) {
    self.world = world
    self.side = side
  }

  /// The keys of the plan's file.
  func pairs(of plan: SourceNode) -> [(key: String, value: SourceNode)] {
    guard case .mapping(let pairs) = plan.value else { return [] }
    return pairs.map { ($0.key, $0.key == "tasks" ? tasks($0.value) : $0.value) }
  }

  private func tasks(_ node: SourceNode) -> SourceNode {
    guard case .sequence(let items) = node.value else { return node }
    var dropped: Set<String> = []
    var kept: [SourceNode] = []
    for item in items {
      let force = self.force(item["force"])
      if let force {
        kept.append(item.setting("force", force))
      } else if case .string(let id)? = item["id"]?.value {
        dropped.insert(id)
      }
    }
    return .list(
      kept.map { task in
        var task = task
        for key in ["when", "until"] {
          guard let conditions = task[key] else { continue }
          task = task.setting(key, nearer(conditions, without: dropped))
        }
        return task
      })
  }

  /// The words of a force that still stand for somebody; nil where none does.
  private func force(_ node: SourceNode?) -> SourceNode? {
    guard let node else { return nil }
    var words = [node]
    if case .sequence(let items) = node.value { words = items }
    let left = words.filter { word in
      guard case .string(let text) = word.value else { return false }
      let prefix = world.setup.sides[side.index].id + "."
      let id = text.hasPrefix(prefix) ? text : prefix + text
      return world.setup.units.indices.contains { row in
        let unit = world.setup.units[row]
        return unit.side == side && (unit.id == id || unit.id.hasPrefix(id + "."))
          && MomentForces.isThere(row, in: world)
      }
    }
    return left.isEmpty ? nil : left.count == 1 ? left[0] : .list(left)
  }

  /// Conditions with their times counted from the moment, and none on tasks that are no more.
  private func nearer(_ conditions: SourceNode, without dropped: Set<String>) -> SourceNode? {
    guard case .mapping(let pairs) = conditions.value else { return conditions }
    let left = pairs.compactMap { pair -> SourceNode.Pair? in
      switch pair.key {
      case "time":
        guard case .string(let text) = pair.value.value,
          let tick = world.setup.clock.tick(ofText: text)
        else { return pair }
        var nearer = pair
        nearer.value = .text(MomentScenario.elapsed(max(0, tick - world.tick)))
        return nearer
      case "begun":
        guard case .string(let id) = pair.value.value else { return pair }
        return dropped.contains(id) ? nil : pair
      case "arrived":
        guard case .string(let id)? = pair.value["task"]?.value else { return pair }
        return dropped.contains(id) ? nil : pair
      default: return pair
      }
    }
    return left.isEmpty ? nil : .init(.mapping(left), at: .start)
  }
}
