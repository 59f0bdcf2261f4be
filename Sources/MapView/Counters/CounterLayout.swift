import Geography
import Screen
import Simulation

/// Puts counters on the glass: what shares a place becomes one stack, small overlaps part sideways.
///
/// Works in pixels of the map's lattice, not of the view, so that panning moves nothing against
/// anything else; every step goes through the counters in one fixed order.
struct CounterLayout {
  /// A friend's counter with its echelon and bars, in pixels.
  let size: Size

  /// The side of the cells in which neighbours are looked for: no counter is larger.
  private var cell: Double { max(size.width, size.height) * 1.35 }

  /// What a counter takes: other frames than the friend's are taller.
  private func extent(_ item: CounterItem) -> Size {
    Size(
      size.width * item.frame.width / 1.5,
      size.height + (item.frame.height - 1) * size.height / 1.62)
  }

  /// A stack under way: where it stands on the map in pixels, and what is in it.
  struct Group {
    var items: [CounterItem]
    /// The true place.
    var anchor: Point
    /// The place after parting.
    var center: Point
  }

  /// Stacks items and parts the stacks.
  func groups(_ items: [CounterItem], metersPerPixel: Double) -> [Group] {
    let sorted = items.sorted { Self.precedes($0, $1) }
    var groups: [Group] = []
    var cells: [Cell: [Int]] = [:]
    let reach = size.width * 0.42
    for item in sorted {
      let at = Point(item.place.x / metersPerPixel, -item.place.y / metersPerPixel)
      let cell = Cell(at, self.cell)
      var found: Int?
      for near in cell.around {
        for index in cells[near] ?? [] where found.map({ index < $0 }) ?? true {
          guard groups[index].items[0].side == item.side,
            (groups[index].anchor - at).length <= reach
          else { continue }
          found = index
        }
      }
      if let found {
        groups[found].items.append(item)
      } else {
        cells[cell, default: []].append(groups.count)
        groups.append(Group(items: [item], anchor: at, center: at))
      }
    }
    part(&groups)
    return groups
  }

  /// Chosen ones first, then by size (a formation before its kind), then by number.
  static func precedes(_ a: CounterItem, _ b: CounterItem) -> Bool {
    if a.isSelected != b.isSelected { return a.isSelected }
    if a.echelon != b.echelon { return a.echelon > b.echelon }
    if a.opacity != b.opacity { return a.opacity > b.opacity }
    return (a.side.index, a.subject.order.0, a.subject.order.1)
      < (b.side.index, b.subject.order.0, b.subject.order.1)
  }

  /// Two stacks that may come to overlap, with how far apart they must stand.
  private struct Pair {
    var first: Int
    var second: Int
    var gap: Size
  }

  /// Pushes overlapping stacks apart, mostly sideways, never further than one and a half counters.
  private func part(_ groups: inout [Group]) {
    let limit = size.width * 1.5
    let pairs = pairs(groups, limit: limit)
    guard !pairs.isEmpty else { return }
    let anchors = groups.map(\.anchor)
    var centers = groups.map(\.center)
    for _ in 0..<16 {
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
  }

  /// Every pair whose anchors are near enough for the stacks to meet, in ascending order.
  private func pairs(_ groups: [Group], limit: Double) -> [Pair] {
    let reach = cell + 2 * limit
    let extents = groups.map { extent($0.items[0]) }
    let cells = groups.map { Cell($0.anchor, reach) }
    var members: [Cell: [Int]] = [:]
    for (index, cell) in cells.enumerated() { members[cell, default: []].append(index) }
    var pairs: [Pair] = []
    for index in groups.indices {
      let start = pairs.count
      for near in cells[index].around {
        for other in members[near] ?? [] where other > index {
          let gap = Size(
            (extents[index].width + extents[other].width) * 0.52,
            (extents[index].height + extents[other].height) * 0.52)
          let d = groups[other].anchor - groups[index].anchor
          guard abs(d.x) < gap.width + 2 * limit, abs(d.y) < gap.height + 2 * limit else {
            continue
          }
          pairs.append(Pair(first: index, second: other, gap: gap))
        }
      }
      pairs[start...].sort { $0.second < $1.second }
    }
    return pairs
  }

  private static func held(_ p: Point, _ anchor: Point, _ limit: Double) -> Point {
    let d = p - anchor
    let length = d.length
    return length <= limit ? p : anchor + d * (limit / length)
  }

  /// A cell of the raster in which neighbours are looked for.
  private struct Cell: Hashable {
    var x: Int
    var y: Int

    init(_ p: Point, _ size: Double) {
      x = Int((p.x / size).rounded(.down))
      y = Int((p.y / size).rounded(.down))
    }

    var around: [Cell] {
      var cells: [Cell] = []
      cells.reserveCapacity(9)
      for dy in -1...1 {
        for dx in -1...1 {
          var cell = self
          cell.x += dx
          cell.y += dy
          cells.append(cell)
        }
      }
      return cells
    }
  }
}
