import Geography
import Simulation

/// Which formations are drawn as one counter at which scale: worked out once a picture.
///
/// A formation parts when the middle distance from each of its parts to the nearest other spans a
/// counter, and never before its own parts' parts do not; so parting goes one way as the view
/// closes in.
struct CounterPlan {
  /// The picture that this was made for.
  private var key: PictureKey?
  /// By row in `picture.units`: where it is.
  private(set) var places: [PlanePoint] = []
  /// By unit: its row in `picture.units`, -1 for none.
  private var rows: [Int32] = []
  /// By formation: the box around all that lies below it.
  private(set) var boxes: [PlaneBox] = []
  /// By formation: whether it is a corps, an army or more (echelon 22 on).
  private(set) var isArmy: [Bool] = []
  /// By unit: what its symbol code says.
  private(set) var symbols: [CounterSymbol] = []
  /// By formation: metres that a counter's width must span for the formation to part.
  private(set) var spread: [Double] = []
  /// By formation: where most of it stands.
  private(set) var centers: [PlanePoint] = []
  /// By formation: its parts, ascending.
  private(set) var children: [[FormationID]] = []
  /// By formation: rows in `picture.units` of the units directly in it that are on the map.
  private(set) var members: [[Int]] = []
  /// By formation: how many units on the map lie below it.
  private(set) var counts: [Int] = []

  /// Makes the plan of a picture unless it is there.
  mutating func update(_ picture: Picture) {
    if key?.isSame(as: picture) == true { return }
    let formations = picture.setup.formations
    if key?.hasOrder(of: picture) != true {
      isArmy = formations.map { CounterSymbol($0.sidc).echelon >= 22 }
      symbols = picture.setup.units.map { CounterSymbol($0.sidc) }
    }
    key = PictureKey(picture: picture)
    children = Array(repeating: [], count: formations.count)
    members = Array(repeating: [], count: formations.count)
    counts = Array(repeating: 0, count: formations.count)
    spread = Array(repeating: 0, count: formations.count)
    boxes = Array(repeating: PlaneBox.nowhere, count: formations.count)
    rows = Array(repeating: -1, count: picture.setup.units.count)
    for row in picture.units.indices { rows[picture.units[row].id.row] = Int32(row) }
    places = picture.units.map { PlanePoint($0.position) }
    for (row, unit) in picture.units.enumerated() where Self.isOnMap(unit) {
      members[picture.setup.units[unit.id.row].formation.index].append(row)
    }
    for (index, formation) in formations.enumerated() {
      if let parent = formation.parent { children[parent.index].append(FormationID(index)) }
    }
    centers = Array(repeating: PlanePoint(x: 0, y: 0), count: formations.count)
    // Parents stand before their parts, so the way back meets parts first.
    for index in formations.indices.reversed() {
      var parts = members[index].map { places[$0] }
      counts[index] += parts.count
      for part in parts { boxes[index].extend(to: part) }
      for child in children[index] where counts[child.index] > 0 {
        parts.append(centers[child.index])
        counts[index] += counts[child.index]
        spread[index] = max(spread[index], spread[child.index])
        boxes[index].extend(to: boxes[child.index])
      }
      guard !parts.isEmpty else { continue }
      centers[index] = Self.densest(parts.map { ($0, 1) })
      spread[index] = max(spread[index], Self.middleGap(parts))
    }
  }

  /// A unit's row in `picture.units`, -1 where it is not there.
  func row(of unit: UnitID) -> Int { unit.row < rows.count ? Int(rows[unit.row]) : -1 }

  /// The parts of a formation that stand no further than `reach` metres from where most of it does:
  /// rows of units, and formations. As `reach` shrinks, parts only ever leave.
  func core(of id: FormationID, reach: Double) -> Core {
    let middle = centers[id.index]
    func isNear(_ p: PlanePoint) -> Bool {
      let (dx, dy) = (p.x - middle.x, p.y - middle.y)
      return dx * dx + dy * dy <= reach * reach
    }
    var core = Core()
    for row in members[id.index] {
      if isNear(places[row]) { core.rows.append(row) } else { core.farRows.append(row) }
    }
    for child in children[id.index] where counts[child.index] > 0 {
      if isNear(centers[child.index]) { core.parts.append(child) } else { core.far.append(child) }
    }
    return core
  }

  /// The near and the far parts of a formation.
  struct Core {
    var rows: [Int] = []
    var parts: [FormationID] = []
    var farRows: [Int] = []
    var far: [FormationID] = []
  }

  /// Whether a unit has a place on the map.
  static func isOnMap(_ unit: UnitReport) -> Bool {
    guard unit.hex >= 0 else { return false }
    switch unit.status {
    case .active, .broken, .routed: return true
    case .expected, .embarked, .gone, .departed: return false
    }
  }

  /// The median over the parts of the distance to the nearest other.
  private static func middleGap(_ parts: [PlanePoint]) -> Double {
    guard parts.count > 1 else { return 0 }
    var gaps: [Double] = []
    for (index, a) in parts.enumerated() {
      var nearest = Double.infinity
      for (other, b) in parts.enumerated() where other != index {
        let (dx, dy) = (a.x - b.x, a.y - b.y)
        nearest = min(nearest, dx * dx + dy * dy)
      }
      gaps.append(nearest.squareRoot())
    }
    gaps.sort()
    return gaps[gaps.count / 2]
  }

  /// The weighted middle drawn towards where most of it stands: places far off count less, by the
  /// weights of Geman and McClure (1987), three rounds.
  static func densest(_ parts: [(place: PlanePoint, weight: Double)]) -> PlanePoint {
    var middle = PlanePoint(x: 0, y: 0)
    var total = 0.0
    for part in parts {
      middle.x += part.place.x * part.weight
      middle.y += part.place.y * part.weight
      total += part.weight
    }
    guard total > 0 else { return parts.first?.place ?? middle }
    middle = PlanePoint(x: middle.x / total, y: middle.y / total)
    for _ in 0..<3 {
      var sum = PlanePoint(x: 0, y: 0)
      var weights = 0.0
      for part in parts {
        let (dx, dy) = (part.place.x - middle.x, part.place.y - middle.y)
        let near = 1 / (1 + (dx * dx + dy * dy) / (6000 * 6000))
        let weight = part.weight * near * near
        sum.x += part.place.x * weight
        sum.y += part.place.y * weight
        weights += weight
      }
      guard weights > 0 else { return middle }
      middle = PlanePoint(x: sum.x / weights, y: sum.y / weights)
    }
    return middle
  }
}
