import Simulation
import SourceText

/// Reads who holds which ground at the start.
///
/// Entries are applied in order: an outline `[[lon, lat], …]`, `rest: true` for all that is left,
/// or runs of hexes `[[row, first column, last column], …]` as a saved moment has them. Water and
/// neutral ground belong to nobody.
struct TerritoryReader {
  /// The builder, for places and sides.
  let builder: ScenarioBuilder

  /// Side index by hex, 255 for nobody.
  func control() -> [UInt8] {
    let terrain = builder.ground.terrain
    var control = [UInt8](repeating: 255, count: terrain.grid.count)
    guard let section = builder.source.sections["territory"] else { return control }
    for item in section.items(what: "the territory") {
      let known = ["side", "outline", "runs", "rest"]
      guard item.decoder.mapping(item.node, known: known, required: ["side"], what: "a territory"),
        let side = builder.side(item.child("side"), what: "the side")
      else { continue }
      if item.decoder.bool(item.node["rest"], what: "rest") == true {
        for hex in control.indices where control[hex] == 255 && builder.ground.isOpen(hex) {
          control[hex] = side.rawValue
        }
      }
      if let runs = item.child("runs") { self.runs(runs, side.rawValue, &control) }
      guard let outline = item.child("outline"), let corners = corners(outline) else { continue }
      fill(corners, with: side.rawValue, &control)
    }
    return control
  }

  private func runs(_ list: Located, _ side: UInt8, _ control: inout [UInt8]) {
    let grid = builder.ground.terrain.grid
    for run in list.items(what: "the runs") {
      let bounds = [grid.rows, grid.columns, grid.columns]
      let items = run.decoder.sequence(run.node, what: "a run")
      guard items.count == 3 else {
        if case .sequence = run.node.value {
          run.decoder.error(
            "a run has \(items.count) values", hint: "write [row, first column, last column]",
            at: run.node)
        }
        continue
      }
      let numbers = zip(items, bounds).compactMap { item, bound in
        run.decoder.integer(item, in: 0...Int64(bound - 1), what: "a row or column").map { Int($0) }
      }
      guard numbers.count == 3, numbers[1] <= numbers[2] else { continue }
      for hex in numbers[0] * grid.columns + numbers[1]...numbers[0] * grid.columns + numbers[2]
      where builder.ground.isOpen(hex) { control[hex] = side }
    }
  }

  private func corners(_ outline: Located) -> [MapPoint]? {
    let items = outline.items(what: "the outline")
    guard Limits.corners.contains(items.count) else {
      if case .sequence = outline.node.value {
        outline.decoder.error(
          "the outline has \(items.count) corners", hint: "3 to 5000 are allowed",
          at: outline.node)
      }
      return nil
    }
    let corners = items.compactMap { builder.places.degrees($0, what: "a corner") }
    return corners.count == items.count ? corners.map(builder.ground.plane) : nil
  }

  /// Sets the hexes whose centres lie inside of the outline, row by row (even-odd rule).
  private func fill(_ corners: [MapPoint], with side: UInt8, _ control: inout [UInt8]) {
    let grid = builder.ground.terrain.grid
    for row in 0..<grid.rows {
      let y = Int64(grid.center(of: row * grid.columns).y)
      let crossings = Self.crossings(of: corners, at: y)
      for pair in stride(from: 0, to: crossings.count - 1, by: 2) {
        let shift = Int64((row & 1) * 500)
        let first = (max(crossings[pair] - shift, 0) + 999) / 1000
        for column in first..<max(Int64(grid.columns), first) {
          let hex = row * grid.columns + Int(column)
          if column * 1000 + shift >= crossings[pair + 1] { break }
          if builder.ground.isOpen(hex) { control[hex] = side }
        }
      }
    }
  }

  /// Where the outline crosses a row, from west to east.
  private static func crossings(of corners: [MapPoint], at y: Int64) -> [Int64] {
    var found: [Int64] = []
    for index in corners.indices {
      let a = corners[index]
      let b = corners[(index + 1) % corners.count]
      let (ay, by) = (Int64(a.y), Int64(b.y))
      guard (ay > y) != (by > y) else { continue }
      found.append(Int64(a.x) + (Int64(b.x) - Int64(a.x)) * (y - ay) / (by - ay))
    }
    return found.sorted()
  }
}
