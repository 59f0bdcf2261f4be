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
    let side: SideID

    init(items: [CounterItem], anchor: Point, center: Point) {
      self.items = items
      self.anchor = anchor
      self.center = center
      side = items[0].side
    }
  }

  /// Stacks items and parts the stacks.
  func groups(_ items: [CounterItem], metersPerPixel: Double) -> [Group] {
    let keys = items.map(Self.rank)
    var groups: [Group] = []
    groups.reserveCapacity(items.count)
    var cells = CellTable(capacity: items.count)
    let reach = size.width * 0.42
    for row in items.indices.sorted(by: { keys[$0] < keys[$1] }) {
      let place = items[row].place
      let at = Point(place.x / metersPerPixel, -place.y / metersPerPixel)
      let cell = Cell(at, self.cell)
      var found = Int.max
      let side = items[row].side
      cells.forEach(around: cell) { index in
        let d = groups[index].anchor - at
        if index < found, groups[index].side == side, d.x * d.x + d.y * d.y <= reach * reach {
          found = index
        }
      }
      if found < groups.count {
        groups[found].items.append(items[row])
      } else {
        cells.add(groups.count, to: cell)
        groups.append(Group(items: [items[row]], anchor: at, center: at))
      }
    }
    // Where there is no room to part, what still lies on one another becomes one stack.
    for _ in 0..<2 {
      let pairs = part(&groups)
      guard merge(&groups, pairs) else { break }
    }
    return groups
  }

  /// The order of `precedes` as one number.
  private static func rank(_ item: CounterItem) -> UInt64 {
    let (kind, number) = item.subject.order
    var rank: UInt64 = item.isSelected ? 0 : 1
    rank = rank << 6 | UInt64(63 - min(63, max(0, item.echelon)))
    rank = rank << 8 | UInt64(255 - item.opacity)
    rank = rank << 8 | UInt64(truncatingIfNeeded: item.side.index & 255)
    rank = rank << 2 | UInt64(truncatingIfNeeded: kind & 3)
    return rank << 32 | UInt64(truncatingIfNeeded: number & 0xFFFF_FFFF)
  }

  /// Chosen ones first, then by size (a formation before its kind), then by number.
  static func precedes(_ a: CounterItem, _ b: CounterItem) -> Bool { rank(a) < rank(b) }

  /// Two stacks that may come to overlap, with how far apart they must stand.
  private struct Pair {
    var first: Int
    var second: Int
    var gap: Size
  }

  /// Pushes overlapping stacks apart, mostly sideways, never further than two and a quarter
  /// counters.
  /// Gives the pairs that may meet.
  private func part(_ groups: inout [Group]) -> [Pair] {
    let limit = size.width * 2.25
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

  /// Joins stacks of one side that cover more than a third of each other; tells whether any did.
  private func merge(_ groups: inout [Group], _ pairs: [Pair]) -> Bool {
    var isGone = [Bool](repeating: false, count: groups.count)
    var isAny = false
    for pair in pairs where !isGone[pair.first] && !isGone[pair.second] {
      let d = groups[pair.second].center - groups[pair.first].center
      guard groups[pair.first].side == groups[pair.second].side,
        pair.gap.width - abs(d.x) > pair.gap.width * 0.34,
        pair.gap.height - abs(d.y) > pair.gap.height * 0.34
      else { continue }
      groups[pair.first].items += groups[pair.second].items
      isGone[pair.second] = true
      isAny = true
    }
    guard isAny else { return false }
    var row = -1
    groups.removeAll { _ in
      row += 1
      return isGone[row]
    }
    return true
  }

  /// Every pair whose anchors are near enough for the stacks to meet, in ascending order.
  private func pairs(_ groups: [Group], limit: Double) -> [Pair] {
    let reach = cell + 2 * limit
    let extents = groups.map { extent($0.items[0]) }
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

  /// A cell of the raster in which neighbours are looked for.
  private struct Cell: Equatable {
    var x: Int
    var y: Int

    init(_ p: Point, _ size: Double) {
      x = Int((p.x / size).rounded(.down))
      y = Int((p.y / size).rounded(.down))
    }
  }

  /// What lies in which cell: chains in a table of a fixed size.
  private struct CellTable {
    private var heads: [Int32]
    private var next: [Int32] = []
    private var entries: [(cell: Cell, index: Int)] = []
    private let mask: Int

    init(capacity: Int) {
      var size = 64
      while size < 2 * capacity { size *= 2 }
      mask = size - 1
      heads = Array(repeating: -1, count: size)
      next.reserveCapacity(capacity)
      entries.reserveCapacity(capacity)
    }

    private func slot(_ x: Int, _ y: Int) -> Int { (x &* 73_856_093 ^ y &* 19_349_663) & mask }

    mutating func add(_ index: Int, to cell: Cell) {
      let slot = slot(cell.x, cell.y)
      next.append(heads[slot])
      heads[slot] = Int32(entries.count)
      entries.append((cell, index))
    }

    @inline(__always)
    func forEach(around cell: Cell, _ body: (Int) -> Void) {
      for y in cell.y - 1...cell.y + 1 {
        for x in cell.x - 1...cell.x + 1 {
          var entry = heads[slot(x, y)]
          while entry >= 0 {
            let found = entries[Int(entry)]
            if found.cell.x == x && found.cell.y == y { body(found.index) }
            entry = next[Int(entry)]
          }
        }
      }
    }
  }
}
