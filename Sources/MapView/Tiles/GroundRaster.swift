import Geography
import Screen
import Simulation

/// The ground on a regular grid of nodes in the plane, ready for fast shading: the tint of the land
/// cover with the height in one vector, and how far out at sea a node lies.
struct GroundRaster: Sendable {
  /// Metres from node to node: a little finer than the 30″ elevation cells (0.72 × 0.93 km).
  static let spacing = 600.0

  /// East of the first column.
  let west: Double
  /// North of the first row; rows run southwards.
  let north: Double
  let columns: Int
  let rows: Int
  /// Red, green, blue (0…255) and metres of height by node, row by row.
  let nodes: [SIMD4<Float>]
  /// Metres to the shore for nodes at sea, 0 on land, by node.
  let seaDistance: [Float]

  /// The ground of a theatre with the tints of a style.
  init(
    theatre: Theatre, style: MapStyle, box: PlaneBox, frame: [PlanePoint], sea: [TileArea]
  ) {
    let margin = Self.spacing * 6
    let columns = Int((box.width + 2 * margin) / Self.spacing) + 1
    let rows = Int((box.height + 2 * margin) / Self.spacing) + 1
    west = box.west - margin
    north = box.north + margin
    self.columns = columns
    self.rows = rows
    let tints = Tints(style)
    var nodes: [SIMD4<Float>] = []
    nodes.reserveCapacity(columns * rows)
    for row in 0..<rows {
      for column in 0..<columns {
        // Nodes beyond the box repeat its edge.
        let x = min(box.east, max(box.west, west + Double(column) * Self.spacing))
        let y = min(box.north, max(box.south, north - Double(row) * Self.spacing))
        nodes.append(tints.node(theatre, x, y))
      }
    }
    self.nodes = Self.softened(nodes, columns: columns, rows: rows)
    // Beyond the theatre's edge there is no shore: only land within it counts.
    func mask(_ areas: [TileArea], _ west: Double, _ north: Double) -> [Bool] {
      Self.mask(areas, west: west, north: north, columns: columns, rows: rows)
    }
    let water = mask(sea, west, north)
    let middle = PlanePoint(x: (box.west + box.east) / 2, y: (box.south + box.north) / 2)
    let inner = frame.map {
      PlanePoint(
        x: middle.x + ($0.x - middle.x) * (1 - 2500 / box.width),
        y: middle.y + ($0.y - middle.y) * (1 - 2500 / box.height))
    }
    let within = mask([TileArea(wound: [inner])].compactMap { $0 }, west, north)
    seaDistance = Self.distances(
      inside: zip(water, within).map { $0 || !$1 }, columns: columns, rows: rows)
  }

  /// The height of the ground at a place in metres, as smooth as the relief is shaded: uniform
  /// cubic B-spline weights of the nodes around it.
  func height(x: Double, y: Double) -> Double {
    let column = min(Double(columns - 3) - 0.001, max(1, (x - west) / Self.spacing))
    let row = min(Double(rows - 3) - 0.001, max(1, (north - y) / Self.spacing))
    let (i, j) = (Int(column), Int(row))
    let across = GroundShader.weights(Float(column - Double(i))).value
    let down = GroundShader.weights(Float(row - Double(j))).value
    var sum: Float = 0
    for k in 0..<4 {
      let at = (j - 1 + k) * columns + i - 1
      let line =
        nodes[at].w * across.x + nodes[at + 1].w * across.y + nodes[at + 2].w * across.z
        + nodes[at + 3].w * across.w
      sum += line * down[k]
    }
    return Double(sum)
  }

  /// Tints blurred over a few nodes, since the cover's own cells are 5 km wide; heights stay.
  private static func softened(
    _ nodes: [SIMD4<Float>], columns: Int, rows: Int
  ) -> [SIMD4<Float>] {
    var current = nodes
    var next = nodes
    for _ in 0..<2 {
      for step in [1, columns] {
        for row in 1..<(rows - 1) {
          for column in 1..<(columns - 1) {
            let at = row * columns + column
            var mixed = current[at] * 0.5 + (current[at - step] + current[at + step]) * 0.25
            mixed.w = current[at].w
            next[at] = mixed
          }
        }
        swap(&current, &next)
      }
    }
    return current
  }

  /// Which nodes lie in the areas: crossings of each row with the rings, by nonzero winding.
  private static func mask(
    _ areas: [TileArea], west: Double, north: Double, columns: Int, rows: Int
  ) -> [Bool] {
    var inside = [Bool](repeating: false, count: columns * rows)
    for area in areas {
      var crossings = [[(x: Double, turn: Int)]](repeating: [], count: rows)
      for ring in area.rings {
        guard var last = ring.last else { continue }
        for point in ring {
          let (low, high) = (min(last.y, point.y), max(last.y, point.y))
          let first = max(0, Int(((north - high) / spacing).rounded(.up)))
          let end = min(rows - 1, Int(((north - low) / spacing).rounded(.down)))
          if first <= end {
            for row in first...end {
              let y = north - Double(row) * spacing
              guard (last.y <= y) != (point.y <= y) else { continue }
              let x = last.x + (point.x - last.x) * (y - last.y) / (point.y - last.y)
              crossings[row].append((x, point.y > last.y ? 1 : -1))
            }
          }
          last = point
        }
      }
      for row in 0..<rows {
        let sorted = crossings[row].sorted { $0.x < $1.x }
        var winding = 0
        for (a, b) in zip(sorted, sorted.dropFirst()) {
          winding += a.turn
          guard winding != 0 else { continue }
          let first = max(0, Int(((a.x - west) / spacing).rounded(.up)))
          let end = min(columns - 1, Int(((b.x - west) / spacing).rounded(.down)))
          if first <= end { for column in first...end { inside[row * columns + column] = true } }
        }
      }
    }
    return inside
  }

  /// Chamfer distances (Borgefors 1986) to the nearest node outside, in metres.
  private static func distances(inside: [Bool], columns: Int, rows: Int) -> [Float] {
    let far = Float(spacing) * 1000
    let (straight, diagonal) = (Float(spacing), Float(spacing) * 1.35)
    var d = inside.map { $0 ? far : 0 }
    func relax(_ index: Int, _ row: Int, _ column: Int, _ dr: Int, _ dc: Int) {
      let (r, c) = (row + dr, column + dc)
      guard r >= 0, c >= 0, r < rows, c < columns else { return }
      d[index] = min(d[index], d[r * columns + c] + (dr != 0 && dc != 0 ? diagonal : straight))
    }
    for row in 0..<rows {
      for column in 0..<columns where inside[row * columns + column] {
        for (dr, dc) in [(0, -1), (-1, -1), (-1, 0), (-1, 1)] {
          relax(row * columns + column, row, column, dr, dc)
        }
      }
    }
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() where inside[row * columns + column] {
        for (dr, dc) in [(0, 1), (1, 1), (1, 0), (1, -1)] {
          relax(row * columns + column, row, column, dr, dc)
        }
      }
    }
    return d
  }
}

/// The land-cover tints of a style as vectors.
private struct Tints {
  let byCover: [SIMD4<Float>]
  let paper: SIMD4<Float>
  let highland: SIMD4<Float>

  init(_ style: MapStyle) {
    byCover = Cover.allCases.map { Self.vector(style[Self.ink($0)]) }
    paper = Self.vector(style[.paper])
    highland = Self.vector(style[.highland])
  }

  /// The mean tint of four places around a node, with the height there; higher ground turns
  /// browner.
  func node(_ theatre: Theatre, _ x: Double, _ y: Double) -> SIMD4<Float> {
    var sum = SIMD4<Float>.zero
    var count: Float = 0
    let reach = GroundRaster.spacing / 4
    // The source's cells are 5 km wide: their straight edges become natural ones within a third
    // of a cell.
    let near = SmoothNoise.moved(PlanePoint(x: x, y: y), reach: 1500, wavelength: 3400)
    let moved = SmoothNoise.moved(near, reach: 500, wavelength: 1300)
    for (dx, dy) in [(-reach, -reach), (reach, -reach), (-reach, reach), (reach, reach)] {
      let cover = theatre.landCover.cover(at: PlanePoint(x: moved.x + dx, y: moved.y + dy))
      guard cover != .sea && cover != .lake else { continue }
      sum += byCover[Int(cover.rawValue)]
      count += 1
    }
    let height = Float(theatre.elevation.meters(at: PlanePoint(x: x, y: y)))
    var tint = count > 0 ? sum / count : paper
    let high = min(1, max(0, (height - 250) / 1600)) * 0.75
    tint += (highland - tint) * high
    tint.w = height
    return tint
  }

  static func vector(_ c: Color) -> SIMD4<Float> {
    SIMD4(Float(c.red), Float(c.green), Float(c.blue), 0)
  }

  private static func ink(_ cover: Cover) -> MapStyle.Ink {
    switch cover {
    case .sea: .seaDeep
    case .forest: .forest
    case .woodland: .woodland
    case .cropland: .cropland
    case .grassland: .grassland
    case .semiDesert: .semiDesert
    case .barren: .barren
    case .urban: .urban
    case .wetland: .wetland
    case .lake: .lake
    }
  }
}
