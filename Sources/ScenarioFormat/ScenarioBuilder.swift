import Simulation
import SourceText

/// Builds a battle's setup from a scenario's text, the ground and the rules, noting every mistake.
struct ScenarioBuilder {
  /// The text.
  var source: ScenarioSource
  /// The ground.
  let ground: Ground
  /// The tables.
  let rules: Rules
  /// Reads places.
  let places: PlaceReader
  /// The sides, once they are read.
  var sides: [SideSetup] = []

  /// A builder.
  init(source: ScenarioSource, ground: Ground, rules: Rules) {
    self.source = source
    self.ground = ground
    self.rules = rules
    places = PlaceReader(ground: ground)
  }

  /// The setup; nil where something that it cannot do without is wrong. `name` is the scenario's
  /// folder name.
  mutating func setup(name: String) -> BattleSetup? {
    let title = text("title", length: 1...120) ?? name
    let clock = clock()
    sides = readSides()
    if sides.isEmpty { return nil }
    var forces = ForceReader(builder: self)
    forces.read()
    source = forces.builder.source
    let control = TerritoryReader(builder: self).control()
    let objectives = objectives()
    let ceaseFire = ceaseFire()
    let civilians = civilians()
    guard let clock, let ceaseFire else { return nil }
    var setup = BattleSetup(
      scenarioID: name, title: title, terrain: ground.terrain, clock: clock, rules: rules,
      sides: sides, formations: forces.formations, units: forces.units, objectives: objectives,
      initialControl: control, ceaseFire: ceaseFire, civilians: civilians)
    setup.weather = weather()
    return setup
  }

  /// A text of a top-level key.
  func text(_ key: String, length: ClosedRange<Int>) -> String? {
    source.sections[key].flatMap { section in
      section.decoder.string(section.node, what: "the \(key)", length: length)
    }
  }

  /// The side of an id; nil, and noted, where there is none.
  func side(_ id: Located?, what: String) -> SideID? {
    guard let id else { return nil }
    let words = sides.enumerated().map { ($0.element.id, SideID($0.offset)) }
    return id.decoder.word(id.node, of: words, what: what)
  }

  /// Numbers by side, `{az: 4, tal: 2}` or one number for all; 0 where a side has none.
  func bySide(_ node: Located?, in range: ClosedRange<Int64>, what: String) -> [Int32] {
    guard let node else { return sides.map { _ in 0 } }
    if case .mapping = node.node.value {
      _ = node.decoder.mapping(node.node, known: sides.map(\.id), what: what)
      return sides.map { side in
        node.decoder.integer(node.node[side.id], in: range, what: what).map { Int32($0) } ?? 0
      }
    }
    let value = node.decoder.integer(node.node, in: range, what: what).map { Int32($0) } ?? 0
    return sides.map { _ in value }
  }

  private func clock() -> BattleClock? {
    guard let section = source.sections["clock"] else { return nil }
    let decoder = section.decoder
    let known = ["start", "utc_offset", "sun_at"]
    guard
      decoder.mapping(section.node, known: known, required: ["start", "utc_offset"], what: "clock")
    else { return nil }
    guard let start = moment(section.child("start")),
      let offset = offset(section.child("utc_offset"))
    else { return nil }
    let middle = MapPoint(
      Int32(ground.terrain.grid.columns * 500), Int32(-ground.terrain.grid.rows * 433))
    let place = section.child("sun_at").flatMap { places.degrees($0, what: "sun_at") }
    let sun = place ?? ground.degrees(middle)
    return BattleClock(
      year: start.year, month: start.month, day: start.day, minuteOfDay: start.minuteOfDay,
      utcOffsetMinutes: offset, latitudeMillidegrees: Int32((sun.latitude * 1000).rounded()),
      longitudeMillidegrees: Int32((sun.longitude * 1000).rounded()))
  }

  private func moment(
    _ node: Located?
  ) -> (year: Int32, month: Int32, day: Int32, minuteOfDay: Int32)? {
    guard let node else { return nil }
    if case .string(let text) = node.node.value, let moment = ClockText.moment(text) {
      return moment
    }
    node.decoder.error(
      "the start is \(node.node.kindForPeople)", hint: "write local time as 1998-09-12T06:00",
      at: node.node)
    return nil
  }

  private func offset(_ node: Located?) -> Int32? {
    guard let node else { return nil }
    if case .string(let text) = node.node.value, let minutes = ClockText.minutes(text),
      abs(minutes) <= 14 * 60
    {
      return minutes
    }
    node.decoder.error(
      "the offset from UTC is \(node.node.kindForPeople)", hint: "write it as +05:00",
      at: node.node)
    return nil
  }
}
