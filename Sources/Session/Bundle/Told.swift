import Press
import Simulation

/// Dispatches and events as named columns and back.
enum Told {
  static func table(dispatches: [Dispatch]) -> ColumnTable {
    var table = ColumnTable()
    table.set("tick", dispatches.map(\.tick.rawValue))
    table.set("side", dispatches.map { $0.side.map { Int($0.rawValue) } ?? -1 })
    table.set("hex", dispatches.map(\.hex))
    // Sides that may read it as bits; -1 for everyone.
    table.set(
      "audience",
      dispatches.map { $0.audience.map { $0.reduce(0) { $0 | 1 << Int($1.rawValue) } } ?? -1 })
    table.set("badge", texts: dispatches.map(\.badge.rawValue))
    table.set("source", texts: dispatches.map(\.source))
    table.set("text", texts: dispatches.map(\.text))
    return table
  }

  static func dispatches(_ table: ColumnTable, _ setup: BattleSetup) -> [Dispatch]? {
    let columns = RecordedPicture.Columns(table: table, setup: setup)
    guard let badges = table.texts["badge"], let sources = table.texts["source"],
      let texts = table.texts["text"], sources.count == badges.count,
      texts.count == badges.count,
      let ticks: [Int32] = columns.numbers("tick", 0...2_000_000, count: badges.count),
      let sides: [Int32] = columns.numbers(
        "side", -1...Int32(setup.sides.count - 1), count: badges.count),
      let hexes: [Int32] = columns.numbers(
        "hex", -1...Int32(setup.terrain.grid.count - 1), count: badges.count),
      let audiences: [Int32] = columns.numbers("audience", -1...255, count: badges.count)
    else { return nil }
    return badges.indices.map { index in
      let readers = setup.sides.indices.filter { audiences[index] >> Int32($0) & 1 == 1 }
      return Dispatch(
        tick: Tick(rawValue: ticks[index]), source: sources[index],
        side: sides[index] < 0 ? nil : SideID(Int(sides[index])),
        badge: Dispatch.Badge(rawValue: badges[index]) ?? .claim, text: texts[index],
        hex: hexes[index],
        audience: audiences[index] < 0 ? nil : readers.map { SideID($0) })
    }
  }

  static func table(events: [Event]) -> ColumnTable {
    var table = ColumnTable()
    table.set("kind", texts: events.map(\.kind.key))
    table.set("tick", events.map(\.tick.rawValue))
    table.set("side", events.map { $0.side.map { Int($0.rawValue) } ?? -1 })
    table.set("unit", events.map { $0.unit?.rawValue ?? -1 })
    table.set("other", events.map { $0.other?.rawValue ?? -1 })
    table.set("hex", events.map(\.hex))
    table.set("amount", events.map(\.amount))
    table.set("detail", events.map(\.detail))
    return table
  }

  /// The events; those of kinds that this program does not know are left out.
  static func events(_ table: ColumnTable, _ setup: BattleSetup) -> [Event]? {
    let columns = RecordedPicture.Columns(table: table, setup: setup)
    let units = -1...Int32(setup.units.count - 1)
    guard let kinds = table.texts["kind"],
      let ticks: [Int32] = columns.numbers("tick", 0...2_000_000, count: kinds.count),
      let sides: [Int32] = columns.numbers(
        "side", -1...Int32(setup.sides.count - 1), count: kinds.count),
      let own: [Int32] = columns.numbers("unit", units, count: kinds.count),
      let others: [Int32] = columns.numbers("other", units, count: kinds.count),
      let hexes: [Int32] = columns.numbers(
        "hex", -1...Int32(setup.terrain.grid.count - 1), count: kinds.count),
      let amounts: [Int32] = columns.numbers(
        "amount", Int32.min...Int32.max, count: kinds.count),
      let details: [Int32] = columns.numbers(
        "detail", Int32.min...Int32.max, count: kinds.count)
    else { return nil }
    let known = Dictionary(EventKind.allCases.map { ($0.key, $0) }) { first, _ in first }
    return kinds.indices.compactMap { index in
      known[kinds[index]].map { kind in
        Event(
          tick: Tick(rawValue: ticks[index]), kind: kind,
          side: sides[index] < 0 ? nil : SideID(Int(sides[index])),
          unit: own[index] < 0 ? nil : UnitID(rawValue: own[index]),
          other: others[index] < 0 ? nil : UnitID(rawValue: others[index]), hex: hexes[index],
          amount: amounts[index], detail: details[index])
      }
    }
  }
}
