/// A hexagon of the map by its place in the grid: column from the west, row from the north.
///
/// Pointy-topped hexagons in "odd-r" offset layout: odd rows lie half a hex further east.
public struct Hex: Hashable, Sendable {
  /// 0 at the western edge.
  public var column: Int16
  /// 0 at the northern edge.
  public var row: Int16
  /// The hex at a column and a row.
  @inlinable
  public init(_ column: Int, _ row: Int) {
    self.column = Int16(column)
    self.row = Int16(row)
  }
}

/// One of the six neighbours of a hex, clockwise from the east.
public enum HexSide: UInt8, CaseIterable, Sendable {
  case east, southEast, southWest, west, northWest, northEast

  /// The same edge seen from the other hex.
  @inlinable
  public var opposite: HexSide { HexSide(rawValue: (rawValue + 3) % 6) ?? self }
}

/// A place on the map in metres: `x` to the east and `y` to the north of the grid's origin,
/// which is the centre of hex (0, 0). `y` is 0 or less inside the grid, since row 0 is the
/// northern.
public struct MapPoint: Hashable, Sendable {
  /// Metres east of the origin.
  public var x: Int32
  /// Metres north of the origin.
  public var y: Int32
  /// A place from its metres.
  @inlinable
  public init(_ x: Int32, _ y: Int32) {
    self.x = x
    self.y = y
  }
}

/// The grid of hexagons: 1 km from centre to centre.
public struct HexGrid: Hashable, Sendable {
  /// Metres from one centre to the next.
  public static let spacingMeters: Int32 = 1000
  /// Metres from one row to the next, times 1,000: √3/2 of the spacing.
  public static let rowSpacingMillimeters: Int64 = 866_025

  /// Hexes in a row.
  public let columns: Int
  /// Rows.
  public let rows: Int

  /// A grid of `columns` × `rows` hexes, each 1…4,096.
  public init(columns: Int, rows: Int) {
    precondition(
      (1...4096).contains(columns) && (1...4096).contains(rows), "a grid of \(columns)×\(rows)")
    self.columns = columns
    self.rows = rows
  }

  /// How many hexes there are.
  @inlinable
  public var count: Int { columns * rows }

  /// The hex's index in every column of hex data.
  @inlinable
  public func index(of hex: Hex) -> Int { Int(hex.row) * columns + Int(hex.column) }

  /// The hex of an index.
  @inlinable
  public func hex(at index: Int) -> Hex { Hex(index % columns, index / columns) }

  /// Whether the hex lies in the grid.
  @inlinable
  public func contains(_ hex: Hex) -> Bool {
    hex.column >= 0 && hex.row >= 0 && Int(hex.column) < columns && Int(hex.row) < rows
  }

  /// The index of the neighbour across an edge, -1 outside the grid.
  @inlinable
  public func neighbor(of index: Int, _ side: HexSide) -> Int {
    let row = index / columns
    let column = index - row * columns
    let odd = row & 1
    let target: (column: Int, row: Int) =
      switch side {
      case .east: (column + 1, row)
      case .southEast: (column + odd, row + 1)
      case .southWest: (column + odd - 1, row + 1)
      case .west: (column - 1, row)
      case .northWest: (column + odd - 1, row - 1)
      case .northEast: (column + odd, row - 1)
      }
    guard target.column >= 0, target.column < columns, target.row >= 0, target.row < rows
    else { return -1 }
    return target.row * columns + target.column
  }

  /// Steps from one hex to another over neighbours.
  @inlinable
  public func distance(_ a: Int, _ b: Int) -> Int {
    let rowA = a / columns
    let rowB = b / columns
    let qA = (a - rowA * columns) - (rowA - (rowA & 1)) / 2
    let qB = (b - rowB * columns) - (rowB - (rowB & 1)) / 2
    let dq = qA - qB
    let dr = rowA - rowB
    return (abs(dq) + abs(dr) + abs(dq + dr)) / 2
  }

  /// The centre of a hex.
  @inlinable
  public func center(of index: Int) -> MapPoint {
    let row = index / columns
    let column = index - row * columns
    let y = -((Int64(row) * Self.rowSpacingMillimeters + 500) / 1000)
    return MapPoint(Int32(column * 1000 + (row & 1) * 500), Int32(y))
  }

  /// The index of the hex that holds a place; the nearest by centre. Nil outside the grid.
  public func index(at point: MapPoint) -> Int? {
    let guess = Int((Int64(-point.y) * 1000 + Self.rowSpacingMillimeters / 2))
    let row = guess >= 0 ? guess / Int(Self.rowSpacingMillimeters) : -1
    var best: (index: Int, distance: Int64)?
    for r in (row - 1)...(row + 1) where r >= 0 && r < rows {
      let shifted = Int(point.x) - (r & 1) * 500 + 500
      let column = shifted >= 0 ? shifted / 1000 : -1
      for c in (column - 1)...(column + 1) where c >= 0 && c < columns {
        let candidate = r * columns + c
        let p = center(of: candidate)
        let dx = Int64(p.x) - Int64(point.x)
        let dy = Int64(p.y) - Int64(point.y)
        let d = dx * dx + dy * dy
        if best.map({ d < $0.distance }) ?? true { best = (candidate, d) }
      }
    }
    // A hex reaches 577 m from its centre at its corners.
    guard let best, best.distance <= 578 * 578 else { return nil }
    return best.index
  }
}
