/// The units on the ground by side and place, so that neighbours are found without asking everyone:
/// a counting sort once a tick into strips of hexes along the rows of the map. Nothing is allocated
/// once the buffers are as large as the battle.
struct UnitGrid: Sendable {
  /// What a unit sees with.
  struct Eyes: Sendable {
    /// The share of a target's range at which it sees it, permille; below 0 where it never looks.
    var multiplier: Int32 = 0
    /// The range at which it sees everything, metres; 0 for none.
    var floor: Int32 = 0
    /// What suppression leaves of its range, permille.
    var alertness: Int32 = 0
    /// What the light leaves of its range, permille.
    var light: Int32 = 0

    /// Whether it may see farther than an ordinary unit.
    var isKeen: Bool { multiplier > 1000 || floor > 0 }

    /// Whether these see whatever others see, and as well.
    func outdo(_ other: Eyes) -> Bool {
      multiplier >= other.multiplier && floor >= other.floor && alertness >= other.alertness
        && light >= other.light
    }

    /// Takes the better of each part of two.
    mutating func take(_ other: Eyes) {
      multiplier = max(multiplier, other.multiplier)
      floor = max(floor, other.floor)
      alertness = max(alertness, other.alertness)
      light = max(light, other.light)
    }
  }

  /// A unit in its place, and what it sees with.
  struct Entry: Sendable {
    /// The unit.
    var row: Int32 = 0
    /// Its hex.
    var hex: Int32 = 0
    /// The hex's axial coordinates.
    var q: Int32 = 0
    var r: Int32 = 0
    /// What it sees with.
    var eyes = Eyes()
  }

  /// By side: the best of everything that any unit has, for bounds.
  private(set) var keenest: [Eyes]

  private let columns: Int
  private let rows: Int
  private let shift: Int
  private let strips: Int
  private let sides: Int
  /// By side, row and strip: where its units start in `entries`; one more at the end.
  private var starts: [Int32]
  private var entries: [Entry] = []
  /// By side, row and strip: how many of its units, first in `entries`, are watchers. The rest see
  /// nothing that a watcher of their side in their own hex does not see as well.
  private var watchers: [Int32]
  /// By strip: how many of the rest have their place already.
  private var others: [Int32]
  /// By unit that is the first of its hex: the keenest unit of its side there so far.
  private var keenestThere: [Int32]
  /// By side, row and strip: 1 where a unit there may see farther than ordinary ones.
  private var isKeen: [UInt8]
  /// By unit: its strip, -1 for none.
  private var keys: [Int32]
  /// By unit: its place in `entries`; good where `keys` is not -1.
  private var slots: [Int32]

  /// An empty grid. Few units need only few strips.
  init(units: Int, sides: Int, grid: HexGrid) {
    columns = grid.columns
    rows = grid.rows
    shift = units < 500 ? 5 : 2
    strips = (grid.columns - 1) >> shift + 1
    self.sides = sides
    starts = Array(repeating: 0, count: sides * grid.rows * strips + 1)
    isKeen = Array(repeating: 0, count: sides * grid.rows * strips)
    watchers = Array(repeating: 0, count: sides * grid.rows * strips)
    others = watchers
    keenest = Array(repeating: Eyes(), count: sides)
    keys = Array(repeating: -1, count: units)
    slots = keys
    keenestThere = keys
  }

  /// Sorts all units that stand on the ground by strip, watchers first, and then by row; `eyes`
  /// tells what each sees with, `occupancy` who stands where.
  mutating func rebuild(
    _ world: borrowing World, _ occupancy: borrowing HexOccupancy, _ eyes: (Int) -> Eyes
  ) {
    let count = countByStrip(world)
    while entries.count < count { entries.append(Entry()) }
    for side in keenest.indices { keenest[side] = Eyes() }
    isKeen.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    watchers.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    others.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    let columns = columns
    for row in 0..<keys.count where keys[row] >= 0 {
      let key = Int(keys[row])
      let hex = world.units.hex[row]
      let line = Int(hex) / columns
      let own = eyes(row)
      let isWatcher = watches(row, own, first: Int(occupancy.first[Int(hex)]))
      let slot: Int32
      if isWatcher {
        slot = starts[key] + watchers[key]
        watchers[key] += 1
      } else {
        others[key] += 1
        slot = starts[key + 1] - others[key]
      }
      entries[Int(slot)] = Entry(
        row: Int32(row), hex: hex,
        q: hex - Int32(line * columns + (line - line & 1) / 2), r: Int32(line), eyes: own)
      slots[row] = slot
      if own.isKeen { isKeen[key] = 1 }
      keenest[key / (rows * strips)].take(own)
    }
  }

  /// Whether the keenest of its side in its hex so far, where `first` is the first unit, leaves a
  /// unit anything to see. Who has landed only now is not listed there yet, and always watches.
  private mutating func watches(_ row: Int, _ own: Eyes, first: Int) -> Bool {
    guard first >= 0, first < row, keys[first] == keys[row] else {
      keenestThere[row] = Int32(row)
      return true
    }
    let best = entries[Int(slots[Int(keenestThere[first])])].eyes
    if best.outdo(own) { return false }
    if own.outdo(best) { keenestThere[first] = Int32(row) }
    return true
  }

  /// Notes each unit's strip in `keys`, and in `starts` where each strip's units begin.
  private mutating func countByStrip(_ world: borrowing World) -> Int {
    let (columns, rows, strips, shift) = (columns, rows, strips, shift)
    var count = 0
    keys.withUnsafeMutableBufferPointer { keys in
      starts.withUnsafeMutableBufferPointer { starts in
        starts.update(repeating: 0)
        for row in 0..<keys.count {
          guard world.standsOnGround(row) else {
            keys[row] = -1
            continue
          }
          let hex = Int(world.units.hex[row])
          let line = hex / columns
          let side = world.units.roster.side[row].index
          let key = (side * rows + line) * strips + (hex - line * columns) >> shift
          keys[row] = Int32(key)
          starts[key + 1] += 1
          count += 1
        }
        var sum: Int32 = 0
        for key in 0..<starts.count {
          sum += starts[key]
          starts[key] = sum
        }
      }
    }
    return count
  }

  /// A unit in its place; nil where it does not stand on the ground.
  @inline(__always)
  func entry(of row: Int) -> Entry? { keys[row] < 0 ? nil : entries[Int(slots[row])] }

  /// Calls `body` with the units of a side within some hexes of a place, with their distance, near
  /// rows first, until it returns false; with `watchersOnly` without those who see nothing that
  /// others of them do not see as well. Within a row of hexes units come by strip.
  /// Before each row `isWorth` is asked with the least distance there; false ends the visit too.
  /// It is asked again, with false beside, for each strip where nobody sees farther than ordinary
  /// units; false there skips the strip.
  @inline(__always)
  func visit(
    _ side: Int, around hex: Int, within radius: Int, watchersOnly: Bool = false,
    while isWorth: (Int, Bool) -> Bool = { _, _ in true }, _ body: (borrowing Entry, Int) -> Bool
  ) {
    let line = hex / columns
    let column = hex - line * columns
    let q = column - (line - line & 1) / 2
    entries.withUnsafeBufferPointer { entries in
      starts.withUnsafeBufferPointer { starts in
        for offset in 0...(2 * radius) {
          // 0, 1, -1, 2, -2 …
          let away = (offset + 1) / 2
          let other = offset & 1 == 1 ? line + away : line - away
          guard other >= 0, other < rows else { continue }
          guard isWorth(away, true) else { return }
          let half = radius - away / 2 + 1
          let base = (side * rows + other) * strips
          let first = base + max(0, column - half) >> shift
          let last = base + min(columns - 1, column + half) >> shift
          let dr = other - line
          guard starts[first] < starts[last + 1] else { continue }
          for strip in first...last where starts[strip] < starts[strip + 1] {
            guard isKeen[strip] != 0 || isWorth(away, false) else { continue }
            let end = watchersOnly ? starts[strip] + watchers[strip] : starts[strip + 1]
            for index in Int(starts[strip])..<Int(end) {
              let dq = Int(entries[index].q) - q
              let distance = steps(dq, dr)
              guard distance <= radius else { continue }
              if !body(entries[index], distance) { return }
            }
          }
        }
      }
    }
  }

  /// Steps over so many columns and rows, axial.
  @inline(__always)
  private func steps(_ dq: Int, _ dr: Int) -> Int { (abs(dq) + abs(dr) + abs(dq + dr)) / 2 }

  /// Steps from a hex to a unit in its place.
  @inline(__always)
  func distance(_ hex: Int, _ entry: Entry) -> Int {
    let line = hex / columns
    let q = hex - line * columns - (line - line & 1) / 2
    return steps(Int(entry.q) - q, Int(entry.r) - line)
  }

  /// Whether no unit of a side stands near a place; false may also mean that one stands a little
  /// farther off.
  func isEmpty(_ side: Int, around hex: Int, within radius: Int) -> Bool {
    let line = hex / columns
    let column = hex - line * columns
    let left = max(0, column - radius - 1) >> shift
    let right = min(columns - 1, column + radius + 1) >> shift
    return starts.withUnsafeBufferPointer { starts in
      for other in max(0, line - radius)...min(rows - 1, line + radius) {
        let base = (side * rows + other) * strips
        if starts[base + left] != starts[base + right + 1] { return false }
      }
      return true
    }
  }
}
