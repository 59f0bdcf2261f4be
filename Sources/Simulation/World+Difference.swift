/// The first number in which two states of one battle differ.
public struct StateDifference: Sendable, Hashable {
  /// The column's name, as `columnHashes()` has it.
  public var column: String
  /// The place in the column.
  public var index: Int
  /// The unit that the number is about; nil where the column is not by units.
  public var unit: UnitID?
  /// The number in the one state; nil where its column is shorter.
  public var expected: Int64?
  /// The number in the other state; nil where its column is shorter.
  public var actual: Int64?
}

extension World {
  /// How `other` first differs from this state; nil where all numbers agree.
  ///
  /// What names a unit says most: the column of that name where it does, else the first column by
  /// units that differs, else the first of all.
  public func difference(to other: World, preferring column: String? = nil) -> StateDifference? {
    let found = zip(columns(), other.columns()).compactMap { difference($0, $1.values) }
    let preferred = found.first { $0.column == column && column != Self.orderDigest }
    if let preferred, preferred.unit != nil { return preferred }
    return found.first { $0.unit != nil } ?? preferred
      // The mix of all orders differs wherever any order does; what it brought about says more.
      ?? found.first { $0.column != Self.orderDigest } ?? found.first
  }

  /// The column that holds the mix of all orders.
  public static let orderDigest = "world.order_digest"

  /// The bytes that the columns of this state take in memory, near enough for a budget.
  public var approximateBytes: Int { columns().reduce(0) { $0 + $1.values.count * $1.width } }

  private func difference(_ expected: Column, _ actual: [Int64]) -> StateDifference? {
    guard expected.values != actual else { return nil }
    let shared = zip(expected.values, actual).enumerated().first { $0.element.0 != $0.element.1 }
    let index = shared?.offset ?? min(expected.values.count, actual.count)
    return StateDifference(
      column: expected.name, index: index, unit: unit(at: index, in: expected),
      expected: index < expected.values.count ? expected.values[index] : nil,
      actual: index < actual.count ? actual[index] : nil)
  }

  /// Columns of units hold one number a unit, or the same count for each.
  private func unit(at index: Int, in column: Column) -> UnitID? {
    guard column.isByUnit, units.count > 0, column.values.count % units.count == 0,
      column.values.count >= units.count
    else { return nil }
    return UnitID(index / (column.values.count / units.count))
  }

  private func columns() -> [Column] {
    var visitor = CopyingVisitor(units: units.count)
    var copy = self
    copy.walk(&visitor)
    return visitor.columns
  }
}

/// A column as wide numbers.
private struct Column {
  var name: String
  var values: [Int64]
  var width: Int
  var isByUnit: Bool
}

/// Notes every column's numbers.
private struct CopyingVisitor: ColumnVisitor {
  let units: Int
  var columns: [Column] = []
  private var group = ""
  private var isKnowledge = false
  private var isUnits = false

  init(units: Int) { self.units = units }

  mutating func begin(_ group: StaticString, _ index: Int) {
    self.group = index < 0 ? "\(group)" : "\(group).\(index)"
    isUnits = self.group == "units"
    isKnowledge = index >= 0 && self.group.hasPrefix("knowledge.")
  }

  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?
  ) { add(name, column) }

  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int
  ) { add(name, column) }

  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?) {
    add(name, column)
  }

  private mutating func add<Number: FixedWidthInteger>(_ name: StaticString, _ column: [Number]) {
    columns.append(
      Column(
        name: "\(group).\(name)", values: column.map { Int64($0) },
        width: Number.bitWidth / 8,
        isByUnit: isUnits || (isKnowledge && column.count == units)))
  }
}
