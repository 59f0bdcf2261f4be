import SourceText

/// A raster of whole numbers over longitudes and latitudes, as `elevation.grid` holds it: a head of
/// keys with values, the line `data`, then a line a row from the north, each with the numbers of
/// its cells from the west; `5*12` stands for twelve times 5.
struct GridFile {
  /// What the numbers are: `meters` or `class`.
  var quantity = ""
  var columns = 0
  var rows = 0
  /// Degrees of the western edge.
  var west = 0.0
  /// Degrees of the northern edge.
  var north = 0.0
  var cellsPerDegree = 0.0
  /// Row by row from the north.
  var values: [Int16] = []

  /// Reads a grid whose numbers lie in `range`.
  init(
    _ bytes: [UInt8], file: String, quantity wanted: String, range: ClosedRange<Int>
  ) throws(SourceFailure) {
    var scanner = GridScanner(bytes, file: file)
    guard scanner.word() == "sitrep-grid", scanner.word() == "1" else {
      throw scanner.failure(
        "this is no grid of a known version", hint: "the first line must be 'sitrep-grid 1'")
    }
    while true {
      scanner.skipLineEnd()
      let key = scanner.word()
      if key == "data" { break }
      try readHead(key, &scanner)
    }
    guard quantity == wanted, columns > 1, rows > 1, cellsPerDegree > 0 else {
      throw scanner.failure(
        "the head lacks something",
        hint: "it needs quantity \(wanted), columns, rows, west, north and cells-per-degree")
    }
    values.reserveCapacity(columns * rows)
    for _ in 0..<rows {
      scanner.skipLineEnd()
      try readRow(&scanner, range)
    }
    scanner.skipLineEnd()
    guard scanner.isAtEnd else { throw scanner.failure("more than \(rows) rows follow the head") }
  }

  /// The number at a place, of the cell that holds it; outside, of the nearest cell.
  func nearest(_ point: GeoPoint) -> Int16 {
    let column = ((point.longitude - west) * cellsPerDegree).rounded(.down)
    let row = ((north - point.latitude) * cellsPerDegree).rounded(.down)
    let c = Int(min(max(column, 0), Double(columns - 1)))
    return values[Int(min(max(row, 0), Double(rows - 1))) * columns + c]
  }

  /// The value at a place, bilinear between the middles of cells; outside, that of the edge.
  func bilinear(_ point: GeoPoint) -> Double {
    let x = min(
      max((point.longitude - west) * cellsPerDegree - 0.5, 0), Double(columns - 1))
    let y = min(max((north - point.latitude) * cellsPerDegree - 0.5, 0), Double(rows - 1))
    let c = min(Int(x), columns - 2)
    let r = min(Int(y), rows - 2)
    let (fx, fy) = (x - Double(c), y - Double(r))
    let index = r * columns + c
    let top = Double(values[index]) * (1 - fx) + Double(values[index + 1]) * fx
    let bottom =
      Double(values[index + columns]) * (1 - fx) + Double(values[index + columns + 1]) * fx
    return top * (1 - fy) + bottom * fy
  }

  private mutating func readHead(
    _ key: String, _ scanner: inout GridScanner
  ) throws(SourceFailure) {
    let text = scanner.word()
    let number = Double(text) ?? .nan
    switch key {
    case "quantity": quantity = text
    case "columns" where (2...8192).contains(number): columns = Int(number)
    case "rows" where (2...8192).contains(number): rows = Int(number)
    case "west" where (-180...180).contains(number): west = number
    case "north" where (-90...90).contains(number): north = number
    case "cells-per-degree" where (1...3600).contains(number): cellsPerDegree = number
    case "columns", "rows", "west", "north", "cells-per-degree":
      throw scanner.failure("'\(text.prefix(40))' is no legal value of \(key)")
    default:
      throw scanner.failure("the head has the unknown key '\(key.prefix(40))'")
    }
  }

  private mutating func readRow(
    _ scanner: inout GridScanner, _ range: ClosedRange<Int>
  ) throws(SourceFailure) {
    let end = values.count + columns
    while values.count < end {
      guard let value = scanner.integer(), range.contains(value) else {
        throw scanner.failure(
          "a number from \(range.lowerBound) to \(range.upperBound) must stand here",
          hint: "the row needs \(columns) numbers")
      }
      var times = 1
      if scanner.takeStar() {
        guard let count = scanner.integer(), (1...(end - values.count)).contains(count) else {
          throw scanner.failure("no more than \(end - values.count) cells are left in the row")
        }
        times = count
      }
      for _ in 0..<times { values.append(Int16(value)) }
    }
    guard scanner.isAtLineEnd else { throw scanner.failure("the row has more cells than columns") }
  }
}
