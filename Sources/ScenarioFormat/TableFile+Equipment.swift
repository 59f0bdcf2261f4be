import Simulation
import SourceText

extension TableFile {
  /// The numbers of a row with their bounds; each may be left out and is 0 then, but the share that
  /// armour leaves of a shaped charge, which is all.
  private static let numbers: [(key: String, range: ClosedRange<Int64>)] = [
    ("direct_range_meters", Limits.rangeMeters), ("indirect_range_meters", Limits.rangeMeters),
    ("minimum_range_meters", Limits.rangeMeters),
    ("rounds_per_minute_tenths", Limits.rateTenths),
    ("lethal_area_square_meters", Limits.lethalArea), ("kill_permille", Limits.permille),
    ("shaped_charge_permille", Limits.permille),
    ("air_defence_range_meters", Limits.rangeMeters), ("seats", Limits.seats),
    ("speed_kmh", Limits.speedKmh),
  ]

  /// The rows of `equipment.yaml`.
  static func equipment(_ root: SourceNode, _ decoder: SourceDecoder) -> [Equipment] {
    let known = ["format", "equipment"]
    guard decoder.mapping(root, known: known, required: known, what: "the table") else { return [] }
    _ = decoder.integer(root["format"], in: 1...1, what: "the format")
    var rows: [Equipment] = []
    var places: [String: SourcePosition] = [:]
    for item in decoder.sequence(root["equipment"], what: "the equipment") {
      guard let row = equipmentRow(item, decoder) else { continue }
      if let first = places.updateValue(item.position, forKey: row.id) {
        decoder.error(
          "the equipment '\(row.id)' stands twice", hint: "the first is on line \(first.line)",
          at: item["id"] ?? item)
      } else if rows.count < Limits.equipment.upperBound {
        rows.append(row)
      }
    }
    return rows
  }

  private static func equipmentRow(_ item: SourceNode, _ decoder: SourceDecoder) -> Equipment? {
    let required = ["id", "name", "class", "source"]
    let keys = required + numbers.map(\.key)
    guard decoder.mapping(item, known: keys, required: required, what: "the equipment")
    else { return nil }
    let classes = VehicleClass.allCases.map { ($0.key, $0) }
    var values: [String: Int32] = [:]
    for (key, range) in numbers {
      values[key] = decoder.integer(item[key], in: range, what: key).map { Int32($0) }
    }
    _ = decoder.string(item["source"], what: "the source", length: 1...1000)
    guard let id = decoder.identifier(item["id"], what: "the id"),
      let name = decoder.string(item["name"], what: "the name", length: 1...80),
      let vehicleClass = decoder.word(item["class"], of: classes, what: "the class")
    else { return nil }
    return Equipment(
      id: id, name: name, vehicleClass: vehicleClass,
      directRangeMeters: values["direct_range_meters"] ?? 0,
      indirectRangeMeters: values["indirect_range_meters"] ?? 0,
      minimumRangeMeters: values["minimum_range_meters"] ?? 0,
      roundsPerMinuteTenths: values["rounds_per_minute_tenths"] ?? 0,
      lethalAreaSquareMeters: values["lethal_area_square_meters"] ?? 0,
      killPermille: values["kill_permille"] ?? 0,
      shapedChargePermille: values["shaped_charge_permille"] ?? 1000,
      airDefenceRangeMeters: values["air_defence_range_meters"] ?? 0,
      seats: values["seats"] ?? 0, speedKmh: values["speed_kmh"] ?? 0)
  }
}
