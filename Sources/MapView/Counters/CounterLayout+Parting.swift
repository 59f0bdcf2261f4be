import Screen

/// How stacks part, and which become one where there is no room.
extension CounterLayout {
  /// Two stacks that may come to overlap, with how far apart they must stand.
  private struct Pair {
    var first: Int
    var second: Int
    var gap: Size
  }

  /// Rounds of parting and joining after which what still overlaps is pushed further.
  private static let rounds = 5
  /// The share of the room between two stacks that may overlap.
  private static let tolerance = 0.2

  /// Parts stacks; where there is no room for that, neighbours of one side become one stack until
  /// there is.
  func settle(_ groups: inout [Group]) {
    for _ in 0...Self.rounds {
      let pairs = part(&groups, limit: size.width * 2.25)
      let crowded = pairs.filter { isCrowded($0, groups) }
      if crowded.isEmpty { return }
      if !join(&groups, crowded, of: pairs) { break }
    }
    _ = part(&groups, limit: size.width * 4)
  }

  /// What a stack takes: other frames than the friend's are taller, and a stack bears a number.
  private func extent(_ group: Group) -> Size {
    let frame = group.items[0].frame
    return Size(
      size.width * (frame.width / 1.5 + (group.items.count > 1 ? 0.16 : 0)),
      size.height + (frame.height - 1) * size.height / 1.62)
  }

  /// Pushes overlapping stacks apart, mostly sideways, never further than `limit` pixels from
  /// where they belong.
  /// Gives the pairs that may meet.
  private func part(_ groups: inout [Group], limit: Double) -> [Pair] {
    let pairs = pairs(groups, limit: limit)
    guard !pairs.isEmpty else { return [] }
    let anchors = groups.map(\.anchor)
    var centers = anchors
    for _ in 0..<48 {
      var moved = false
      for pair in pairs {
        let d = centers[pair.second] - centers[pair.first]
        let overlapX = pair.gap.width - abs(d.x)
        let overlapY = pair.gap.height - abs(d.y)
        guard overlapX > 0.5, overlapY > 0.5 else { continue }
        var push = Point(0, 0)
        if overlapX <= overlapY * 1.6 {
          push.x = (d.x < 0 ? -1 : 1) * overlapX / 2
        } else {
          push.y = (d.y < 0 ? -1 : 1) * overlapY / 2
        }
        centers[pair.first] = Self.held(
          centers[pair.first] - push, anchors[pair.first], limit)
        centers[pair.second] = Self.held(
          centers[pair.second] + push, anchors[pair.second], limit)
        moved = true
      }
      if !moved { break }
    }
    for index in groups.indices { groups[index].center = centers[index] }
    return pairs
  }

  /// Whether two stacks lie on one another.
  private func isCrowded(_ pair: Pair, _ groups: [Group]) -> Bool {
    let d = groups[pair.second].center - groups[pair.first].center
    return pair.gap.width - abs(d.x) > pair.gap.width * Self.tolerance
      && pair.gap.height - abs(d.y) > pair.gap.height * Self.tolerance
  }

  /// Joins stacks of one side that lie on one another; where two sides do, one of the two joins
  /// its nearest neighbour. Tells whether any did.
  private func join(_ groups: inout [Group], _ crowded: [Pair], of pairs: [Pair]) -> Bool {
    let neighbors = nearest(groups, pairs)
    var isTaken = [Bool](repeating: false, count: groups.count)
    var isGone = isTaken
    var isAny = false
    func join(_ a: Int, _ b: Int) {
      let (top, below) = (min(a, b), max(a, b))
      groups[top].items += groups[below].items
      (isTaken[top], isTaken[below], isGone[below]) = (true, true, true)
      isAny = true
    }
    for pair in crowded where !isTaken[pair.first] && !isTaken[pair.second] {
      if groups[pair.first].side == groups[pair.second].side {
        join(pair.first, pair.second)
        continue
      }
      let ways = [pair.first, pair.second].compactMap { one in
        neighbors[one].flatMap { isTaken[$0.other] ? nil : (one, $0.other, $0.distance) }
      }
      if let way = ways.min(by: { $0.2 < $1.2 }) { join(way.0, way.1) }
    }
    guard isAny else { return false }
    var row = -1
    groups.removeAll { _ in
      row += 1
      return isGone[row]
    }
    return true
  }

  /// By stack: the nearest of its side whose place is not much further than a counter is wide.
  private func nearest(
    _ groups: [Group], _ pairs: [Pair]
  ) -> [(other: Int, distance: Double)?] {
    var found = [(other: Int, distance: Double)?](repeating: nil, count: groups.count)
    let reach = size.width * 1.6
    for pair in pairs where groups[pair.first].side == groups[pair.second].side {
      let distance = (groups[pair.second].anchor - groups[pair.first].anchor).length
      guard distance <= reach else { continue }
      for (one, other) in [(pair.first, pair.second), (pair.second, pair.first)]
      where distance < found[one]?.distance ?? .infinity {
        found[one] = (other, distance)
      }
    }
    return found
  }

  /// Every pair whose anchors are near enough for the stacks to meet, in ascending order.
  private func pairs(_ groups: [Group], limit: Double) -> [Pair] {
    let reach = cell + 2 * limit
    let extents = groups.map(extent)
    var table = CellTable(capacity: groups.count)
    var pairs: [Pair] = []
    pairs.reserveCapacity(groups.count * 3)
    // Each stack meets those before it in the list.
    for index in groups.indices {
      let cell = Cell(groups[index].anchor, reach)
      let start = pairs.count
      let (anchor, extent) = (groups[index].anchor, extents[index])
      table.forEach(around: cell) { other in
        let gap = Size(
          (extent.width + extents[other].width) * 0.52,
          (extent.height + extents[other].height) * 0.52)
        let d = groups[other].anchor - anchor
        guard abs(d.x) < gap.width + 2 * limit, abs(d.y) < gap.height + 2 * limit else { return }
        pairs.append(Pair(first: other, second: index, gap: gap))
      }
      pairs[start...].sort { $0.first < $1.first }
      table.add(index, to: cell)
    }
    return pairs
  }

  private static func held(_ p: Point, _ anchor: Point, _ limit: Double) -> Point {
    let d = p - anchor
    let length = d.length
    return length <= limit ? p : anchor + d * (limit / length)
  }
}
