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
  var cell: Double { max(size.width, size.height) * 1.35 }

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
    settle(&groups)
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

  /// A cell of the raster in which neighbours are looked for.
  struct Cell: Equatable {
    var x: Int
    var y: Int

    init(_ p: Point, _ size: Double) {
      x = Int((p.x / size).rounded(.down))
      y = Int((p.y / size).rounded(.down))
    }
  }

  /// What lies in which cell: chains in a table of a fixed size.
  struct CellTable {
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
