import Simulation

/// A picture as named columns and back.
///
/// Only what the simulation works out is recorded; sky and setup come from the scenario. What a
/// later program's pictures have beside it keeps the value that it had at the battle's start.
enum RecordedPicture {
  static func table(_ picture: Picture, hash: UInt64) -> ColumnTable {
    var table = ColumnTable()
    table.set("tick", [picture.tick.rawValue])
    table.set("hash", [Int64(bitPattern: hash)])
    addUnits(picture.units, to: &table)
    addContacts(picture.contacts, to: &table)
    table.set("control", picture.control)
    table.set("seen_hex", picture.seenHex)
    table.set("quarter_control", picture.quarterControl)
    table.set("civilians.present", picture.civilians.present)
    table.set("civilians.displaced", picture.civilians.displaced)
    table.set("civilians.sheltered", picture.civilians.sheltered)
    table.set("civilians.killed", picture.civilians.killed)
    table.set("civilians.injured", picture.civilians.injured)
    table.set("civilians.cordon", picture.civilians.cordon)
    table.set("rules_of_engagement", picture.rulesOfEngagement.map(\.rawValue))
    table.set("truce_holds", [picture.truceHolds ? 1 : 0])
    table.set("score", picture.score)
    if let outcome = picture.outcome {
      table.set(
        "outcome",
        [Int64(outcome.grade.rawValue), outcome.winner.map { Int64($0.rawValue) } ?? -1]
          + outcome.score)
    }
    return table
  }

  /// Numbers of units: how each is read from a report and put into one.
  private static let unitColumns:
    [(
      name: String, range: ClosedRange<Int64>, get: @Sendable (UnitReport) -> Int32,
      set: @Sendable (inout UnitReport, Int32) -> Void
    )] = [
      ("units.x", wide, { $0.position.x }, { $0.position.x = $1 }),
      ("units.y", wide, { $0.position.y }, { $0.position.y = $1 }),
      ("units.personnel", count, { $0.personnel }, { $0.personnel = $1 }),
      ("units.personnel_at_start", count, { $0.personnelAtStart }, { $0.personnelAtStart = $1 }),
      ("units.strength", share, { $0.strengthPermille }, { $0.strengthPermille = $1 }),
      ("units.cohesion", share, { $0.cohesion }, { $0.cohesion = $1 }),
      ("units.suppression", share, { $0.suppression }, { $0.suppression = $1 }),
      ("units.fatigue", share, { $0.fatigue }, { $0.fatigue = $1 }),
      ("units.ammunition", share, { $0.ammunition }, { $0.ammunition = $1 }),
      ("units.fuel", share, { $0.fuel }, { $0.fuel = $1 }),
      ("units.entrenchment", 0...4, { $0.entrenchment }, { $0.entrenchment = $1 }),
      ("units.supplied", 0...1, { $0.isSupplied ? 1 : 0 }, { $0.isSupplied = $1 == 1 }),
      ("units.in_command", 0...1, { $0.isInCommand ? 1 : 0 }, { $0.isInCommand = $1 == 1 }),
      ("units.hidden", 0...1, { $0.isHidden ? 1 : 0 }, { $0.isHidden = $1 == 1 }),
      ("units.since_fired", share, { $0.sinceFired }, { $0.sinceFired = $1 }),
      ("units.since_hit", share, { $0.sinceHit }, { $0.sinceHit = $1 }),
      ("units.sorties", count, { $0.sortiesLeft }, { $0.sortiesLeft = $1 }),
      (
        "units.arrival", -1...2_000_000, { $0.arrival?.rawValue ?? -1 },
        { $0.arrival = $1 < 0 ? nil : Tick(rawValue: $1) }
      ),
    ]
  private static let wide: ClosedRange<Int64> = -10_000_000...10_000_000
  private static let count: ClosedRange<Int64> = 0...1_000_000_000
  private static let share: ClosedRange<Int64> = 0...1_000_000

  private static func addUnits(_ units: [UnitReport], to table: inout ColumnTable) {
    table.set("units.id", units.map(\.id.rawValue))
    table.set("units.status", units.map(\.status.rawValue))
    table.set("units.posture", units.map(\.posture.rawValue))
    table.set("units.task", units.map(\.task.rawValue))
    table.set("units.hex", units.map(\.hex))
    table.set("units.task_target", units.map { $0.taskTarget ?? -1 })
    for column in unitColumns { table.set(column.name, units.map(column.get)) }
    table.set("units.vehicles", units.flatMap(\.vehicles))
    table.set("units.path_length", units.map(\.path.count))
    table.set("units.path", units.flatMap(\.path))
  }

  private static func addContacts(_ contacts: [Contact], to table: inout ColumnTable) {
    table.set("contacts.id", contacts.map(\.id.rawValue))
    table.set("contacts.side", contacts.map(\.side.rawValue))
    table.set("contacts.hex", contacts.map(\.hex))
    table.set("contacts.x", contacts.map(\.position.x))
    table.set("contacts.y", contacts.map(\.position.y))
    table.set("contacts.last_seen", contacts.map(\.lastSeen.rawValue))
    table.set("contacts.in_sight", contacts.map { $0.isInSight ? 1 : 0 })
    table.set("contacts.arm", contacts.map { $0.arm.map { Int($0.rawValue) } ?? -1 })
    table.set("contacts.sidc", texts: contacts.map(\.sidc))
    table.set("contacts.name", texts: contacts.map(\.name))
    for (name, band) in [
      ("contacts.personnel", \Contact.personnelBand), ("contacts.vehicles", \.vehicleBand),
    ] {
      table.set(name + "_from", contacts.map { $0[keyPath: band]?.lowerBound ?? -1 })
      table.set(name + "_to", contacts.map { $0[keyPath: band]?.upperBound ?? -1 })
    }
  }
}

extension RecordedPicture {
  /// The picture of a table; nil where its numbers make none in this setup. `start` is the viewer's
  /// picture at the battle's start, `all` the umpire's, with a report on every unit.
  static func picture(_ table: ColumnTable, start: Picture, all: Picture) -> Picture? {
    var picture = start
    let columns = Columns(table: table, setup: start.setup)
    guard let tick = columns.one("tick", 0...2_000_000),
      let units = units(columns, all), let contacts = contacts(columns),
      let control: [UInt8] = columns.numbers("control", 0...255, count: start.control.count),
      let seen: [Int32] = columns.numbers(
        "seen_hex", -1...2_000_000, count: start.seenHex.count),
      let quarters: [UInt8] = columns.numbers(
        "quarter_control", 0...255, count: start.quarterControl.count),
      let truce = columns.one("truce_holds", 0...1),
      let score: [Int64] = columns.numbers(
        "score", Int64.min...Int64.max, count: start.score.count),
      let rules: [UInt8] = columns.numbers(
        "rules_of_engagement", 0...UInt8.max, count: start.rulesOfEngagement.count),
      let civilians = civilians(columns, start.civilians)
    else { return nil }
    picture.tick = Tick(rawValue: Int32(tick))
    picture.sky = start.setup.clock.sky(at: picture.tick)
    picture.units = units
    picture.contacts = contacts
    picture.control = control
    picture.seenHex = seen
    picture.quarterControl = quarters
    picture.truceHolds = truce == 1
    picture.score = score
    picture.rulesOfEngagement = rules.compactMap(RulesOfEngagement.init(rawValue:))
    guard picture.rulesOfEngagement.count == rules.count else { return nil }
    picture.civilians = civilians
    picture.events = []
    picture.fireMissions = []
    if let end = table.numbers["outcome"] {
      guard end.count == start.setup.sides.count + 2, let number = UInt8(exactly: end[0]),
        let grade = Outcome.Grade(rawValue: number),
        (-1..<Int64(start.setup.sides.count)).contains(end[1])
      else { return nil }
      picture.outcome = Outcome(
        grade: grade, winner: end[1] < 0 ? nil : SideID(Int(end[1])), score: Array(end[2...]))
    }
    return picture
  }

  private static func civilians(
    _ columns: Columns, _ start: CivilianColumns
  ) -> CivilianColumns? {
    var civilians = start
    let people: ClosedRange<Int32> = 0...Int32.max
    let count = start.present.count
    guard let present = columns.numbers("civilians.present", people, count: count),
      let displaced = columns.numbers("civilians.displaced", people, count: count),
      let sheltered = columns.numbers("civilians.sheltered", people, count: count),
      let killed = columns.numbers("civilians.killed", people, count: count),
      let injured = columns.numbers("civilians.injured", people, count: count),
      let cordon: [UInt8] = columns.numbers("civilians.cordon", 0...255, count: count)
    else { return nil }
    civilians.present = present
    civilians.displaced = displaced
    civilians.sheltered = sheltered
    civilians.killed = killed
    civilians.injured = injured
    civilians.cordon = cordon
    return civilians
  }

  private static func units(_ columns: Columns, _ all: Picture) -> [UnitReport]? {
    let hexes = Int32(all.setup.terrain.grid.count)
    guard let ids = columns.table.numbers["units.id"], ids.count <= all.units.count,
      let hex: [Int32] = columns.numbers("units.hex", 0...(hexes - 1), count: ids.count),
      let status: [UInt8] = columns.numbers("units.status", 0...255, count: ids.count),
      let posture: [UInt8] = columns.numbers("units.posture", 0...255, count: ids.count),
      let task: [UInt8] = columns.numbers("units.task", 0...255, count: ids.count),
      let target: [Int32] = columns.numbers(
        "units.task_target", -1...(hexes - 1), count: ids.count),
      let lengths: [Int32] = columns.numbers("units.path_length", 0...100_000, count: ids.count),
      let path: [Int32] = columns.numbers(
        "units.path", 0...(hexes - 1), count: lengths.reduce(0) { $0 + Int($1) }),
      let vehicles: [Int32] = columns.numbers("units.vehicles", 0...1_000_000, count: nil),
      ids.isEmpty || vehicles.count % ids.count == 0
    else { return nil }
    var units: [UnitReport] = []
    var step = 0
    // Classes of vehicles that a later program has beside the recorded ones are not there.
    let classes = ids.isEmpty ? 0 : vehicles.count / ids.count
    for (index, id) in ids.enumerated() {
      guard let row = Int(exactly: id), all.units.indices.contains(row),
        let state = Status(rawValue: status[index]), let body = Posture(rawValue: posture[index]),
        let kind = OrderKind(rawValue: task[index])
      else { return nil }
      var unit = all.units[row]
      (unit.hex, unit.status, unit.posture, unit.task) = (hex[index], state, body, kind)
      unit.taskTarget = target[index] < 0 ? nil : target[index]
      for known in 0..<min(classes, unit.vehicles.count) {
        unit.vehicles[known] = vehicles[index * classes + known]
      }
      unit.path = Array(path[step..<(step + Int(lengths[index]))])
      unit.orders = []
      step += Int(lengths[index])
      units.append(unit)
    }
    for column in unitColumns {
      guard let numbers = columns.table.numbers[column.name] else { continue }
      guard numbers.count == units.count, numbers.allSatisfy(column.range.contains) else {
        return nil
      }
      for index in units.indices { column.set(&units[index], Int32(numbers[index])) }
    }
    return units
  }

  private static func contacts(_ columns: Columns) -> [Contact]? {
    let setup = columns.setup
    guard let ids = columns.table.numbers["contacts.id"], ids.count <= 100_000,
      let ids: [Int32] = columns.numbers("contacts.id", 0...Int32.max, count: ids.count),
      let sides: [UInt8] = columns.numbers(
        "contacts.side", 0...UInt8(setup.sides.count - 1), count: ids.count),
      let hexes: [Int32] = columns.numbers(
        "contacts.hex", 0...Int32(setup.terrain.grid.count - 1), count: ids.count),
      let x: [Int32] = columns.numbers("contacts.x", -10_000_000...10_000_000, count: ids.count),
      let y: [Int32] = columns.numbers("contacts.y", -10_000_000...10_000_000, count: ids.count),
      let seen: [Int32] = columns.numbers("contacts.last_seen", 0...2_000_000, count: ids.count),
      let sight: [UInt8] = columns.numbers("contacts.in_sight", 0...1, count: ids.count),
      let arms: [Int32] = columns.numbers("contacts.arm", -1...255, count: ids.count),
      let sidc = columns.table.texts["contacts.sidc"], sidc.count == ids.count,
      let names = columns.table.texts["contacts.name"], names.count == ids.count,
      let men = columns.bands("contacts.personnel", count: ids.count),
      let vehicles = columns.bands("contacts.vehicles", count: ids.count)
    else { return nil }
    return ids.indices.map { index in
      Contact(
        recorded: ContactID(rawValue: ids[index]), side: SideID(rawValue: sides[index]),
        hex: hexes[index], position: MapPoint(x[index], y[index]),
        lastSeen: Tick(rawValue: seen[index]), isInSight: sight[index] == 1,
        arm: arms[index] < 0 ? nil : Arm(rawValue: UInt8(arms[index])), sidc: sidc[index],
        name: names[index], personnelBand: men[index], vehicleBand: vehicles[index])
    }
  }

  /// A table's columns, checked as they are taken.
  struct Columns {
    var table: ColumnTable
    var setup: BattleSetup

    func numbers<Number: FixedWidthInteger>(
      _ name: String, _ range: ClosedRange<Number>, count: Int?
    ) -> [Number]? {
      guard let column = table.numbers[name], count.map({ $0 == column.count }) ?? true else {
        return nil
      }
      var numbers: [Number] = []
      numbers.reserveCapacity(column.count)
      for value in column {
        guard let number = Number(exactly: value), range.contains(number) else { return nil }
        numbers.append(number)
      }
      return numbers
    }

    func one(_ name: String, _ range: ClosedRange<Int64>) -> Int64? {
      numbers(name, range, count: 1)?.first
    }

    /// Bands of which -1 means that nothing is known.
    func bands(_ name: String, count: Int) -> [ClosedRange<Int32>?]? {
      guard let from = numbers(name + "_from", -1...Int32.max, count: count),
        let to = numbers(name + "_to", -1...Int32.max, count: count),
        zip(from, to).allSatisfy({ $0 <= $1 })
      else { return nil }
      return zip(from, to).map { $0 < 0 ? nil : $0...$1 }
    }
  }
}
