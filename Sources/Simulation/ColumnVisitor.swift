/// Something that is shown every number of a world's state in one fixed order: for hashing, for
/// writing, for reading back and for checking ranges. One walk for all four, so that no column can
/// be forgotten by one of them.
protocol ColumnVisitor {
  /// A new group of columns starts; `index` tells groups of one name apart, -1 for a lone group.
  mutating func begin(_ group: StaticString, _ index: Int)
  /// A column of `count` numbers, or of any length up to 2^20 where `count` is nil.
  mutating func visit(
    _ name: StaticString, _ column: inout [Int32], _ range: ClosedRange<Int32>, count: Int?)
  /// A column of `count` small numbers.
  mutating func visit(
    _ name: StaticString, _ column: inout [UInt8], _ range: ClosedRange<UInt8>, count: Int)
  /// A column of wide numbers, any length up to 2^20 where `count` is nil.
  mutating func visit(_ name: StaticString, _ column: inout [Int64], count: Int?)
}

extension ColumnVisitor {
  /// A column of an enumeration's cases.
  mutating func visit<Case: RawRepresentable & CaseIterable>(
    cases name: StaticString, _ column: inout [Case], count: Int
  ) where Case.RawValue == UInt8 {
    var raw = column.map(\.rawValue)
    visit(name, &raw, 0...UInt8(Case.allCases.count - 1), count: count)
    column = raw.compactMap(Case.init(rawValue:))
  }

  /// One number.
  mutating func visit(scalar name: StaticString, _ value: inout Int32, _ range: ClosedRange<Int32>)
  {
    var column = [value]
    visit(name, &column, range, count: 1)
    value = column.first ?? value
  }

  /// One wide number.
  mutating func visit(scalar name: StaticString, _ value: inout Int64) {
    var column = [value]
    visit(name, &column, count: 1)
    value = column.first ?? value
  }
}
