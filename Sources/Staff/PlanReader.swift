import Simulation
import SourceText

/// Turns a plan's file into tasks, noting every mistake.
struct PlanReader {
  let decoder: SourceDecoder
  let side: SideID
  let setup: BattleSetup

  func plan(_ node: SourceNode) -> StaffPlan {
    var plan = StaffPlan(intent: "", tasks: [])
    guard
      decoder.mapping(
        node, known: ["format", "side", "intent", "h_hour", "tasks"],
        required: ["format", "side", "tasks"],
        what: "a plan")
    else { return plan }
    _ = decoder.integer(node["format"], in: 1...1, what: "format")
    if let word = decoder.string(node["side"], what: "side"), word != setup.sides[side.index].id,
      let place = node["side"]
    {
      decoder.error(
        "this plan is for “\(word)”", hint: "expected \(setup.sides[side.index].id)", at: place)
    }
    plan.intent = decoder.string(node["intent"], what: "intent") ?? ""
    plan.hHour = node["h_hour"].flatMap { moment($0, what: "h_hour") }
    for item in decoder.sequence(node["tasks"], what: "tasks") {
      if let task = task(item) { plan.tasks.append(task) }
    }
    checkNames(plan, node)
    return plan
  }

  private func task(_ node: SourceNode) -> StaffTask? {
    let known = [
      "id", "task", "force", "place", "fallback", "when", "until", "barrage", "under_fire",
      "radius_km", "note",
    ]
    guard
      decoder.mapping(node, known: known, required: ["id", "task", "force"], what: "a task"),
      let id = decoder.string(node["id"], what: "id"),
      let kind = decoder.word(
        node["task"], of: StaffTask.Kind.allCases.map { ($0.rawValue, $0) }, what: "task")
    else { return nil }
    let units = force(node["force"])
    let place = node["place"].map { places($0) } ?? []
    if node["place"] == nil, kind != .release {
      decoder.error("the task “\(id)” has no place", hint: "add place: {town: …}", at: node)
    }
    return StaffTask(
      id: id, kind: kind, units: units, place: place,
      fallback: node["fallback"].flatMap { hexes($0).first },
      conditions: conditions(node["when"]), endings: conditions(node["until"]),
      barrage: decoder.bool(node["barrage"], what: "barrage") ?? false,
      standsUntilHit: decoder.bool(node["under_fire"], what: "under_fire") ?? false,
      radius: Int(decoder.integer(node["radius_km"], in: 1...60, what: "radius_km") ?? 8))
  }

  /// A formation, a unit, or a list of them.
  private func force(_ node: SourceNode?) -> [UnitID] {
    guard let node else { return [] }
    var nodes = [node]
    if case .sequence(let items) = node.value { nodes = items }
    var units: Set<UnitID> = []
    for item in nodes {
      guard let word = decoder.string(item, what: "a force") else { continue }
      let found = members(of: word)
      if found.isEmpty {
        decoder.error(
          "there is no formation or unit “\(word)” of this side",
          hint: NearestWord.hint(for: word, among: ownWords(like: word)), at: item)
      }
      units.formUnion(found)
    }
    return units.sorted()
  }

  /// The words of this side's forces, with or without the side's own word as in `word`.
  private func ownWords(like word: String) -> [String] {
    let prefix = setup.sides[side.index].id + "."
    let own =
      setup.formations.filter { $0.side == side }.map(\.id)
      + setup.units.filter { $0.side == side }.map(\.id)
    if word.hasPrefix(prefix) { return own }
    return own.map { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : $0 }
  }

  /// The units of a word, which may leave the side's own word away: `1ad.1tk` for `az.1ad.1tk`.
  private func members(of short: String) -> [UnitID] {
    let prefix = setup.sides[side.index].id + "."
    let word = short.hasPrefix(prefix) ? short : prefix + short
    if let row = setup.units.firstIndex(where: { $0.id == word && $0.side == side }) {
      return [UnitID(row)]
    }
    guard let top = setup.formations.firstIndex(where: { $0.id == word && $0.side == side })
    else { return [] }
    var inside: Set<Int> = [top]
    // Parents stand before their parts, so one pass finds the whole tree.
    for (index, formation) in setup.formations.enumerated() {
      if let parent = formation.parent, inside.contains(parent.index) { inside.insert(index) }
    }
    return setup.units.indices.filter { inside.contains(setup.units[$0].formation.index) }
      .map { UnitID($0) }
  }

  /// One place or a list of places, all hexes of them.
  private func places(_ node: SourceNode) -> [Int32] {
    guard case .sequence(let items) = node.value else { return hexes(node) }
    return items.flatMap { hexes($0) }
  }

  /// `{town: calilabad}`, `{town: calilabad, quarter: north}`, with `offset_km: [east, north]`.
  private func hexes(_ node: SourceNode) -> [Int32] {
    guard
      decoder.mapping(
        node, known: ["town", "quarter", "offset_km"], required: ["town"], what: "a place"),
      let town = town(node["town"])
    else { return [] }
    let facts = setup.terrain.towns[town.index]
    var hexes = [facts.center]
    if let quarterNode = node["quarter"], let word = decoder.string(quarterNode, what: "quarter") {
      guard
        let quarter = facts.quarters.first(where: { setup.terrain.quarters[$0].id == word })
      else {
        decoder.error(
          "\(facts.name) has no quarter “\(word)”",
          hint: NearestWord.hint(
            for: word, among: facts.quarters.map { setup.terrain.quarters[$0].id }),
          at: quarterNode)
        return []
      }
      hexes = setup.terrain.quarters[quarter].hexes
    } else {
      hexes += facts.quarters.flatMap { setup.terrain.quarters[$0].hexes }
        .filter { $0 != facts.center }
    }
    guard let offset = node["offset_km"] else { return hexes }
    return [moved(hexes[0], by: offset)].compactMap(\.self)
  }

  private func moved(_ hex: Int32, by node: SourceNode) -> Int32? {
    let parts = decoder.sequence(node, what: "offset_km")
      .compactMap { decoder.number($0, in: -200...200, what: "a distance") }
    guard parts.count == 2 else {
      decoder.error("an offset is [east, north] in km", at: node)
      return nil
    }
    let middle = setup.terrain.grid.center(of: Int(hex))
    let point = MapPoint(
      middle.x + Int32(parts[0] * 1000), middle.y + Int32(parts[1] * 1000))
    guard let index = setup.terrain.grid.index(at: point) else {
      decoder.error("this place lies off the map", at: node)
      return nil
    }
    return Int32(index)
  }

  private func town(_ node: SourceNode?) -> TownID? {
    guard let node, let word = decoder.string(node, what: "town") else { return nil }
    guard let index = setup.terrain.towns.firstIndex(where: { $0.id == word }) else {
      decoder.error(
        "there is no town “\(word)”",
        hint: NearestWord.hint(for: word, among: setup.terrain.towns.map(\.id)), at: node)
      return nil
    }
    return TownID(index)
  }

  private func conditions(_ node: SourceNode?) -> [StaffCondition] {
    guard let node else { return [] }
    let known = [
      "time", "h", "sunset_within", "dark", "free_fire", "truce_broken", "begun", "arrived",
      "holds",
      "enemy_within",
    ]
    guard decoder.mapping(node, known: known, what: "conditions") else { return [] }
    var found: [StaffCondition] = []
    if let time = node["time"], let tick = moment(time, what: "time") { found.append(.time(tick)) }
    let far = Int64(HourTie.limit)
    if let minutes = decoder.integer(node["h"], in: -far...far, what: "h") {
      found.append(.hour(Int32(minutes)))
    }
    if let minutes = decoder.integer(node["sunset_within"], in: 0...720, what: "sunset_within") {
      found.append(.sunsetWithin(Int32(minutes)))
    }
    if let dark = decoder.bool(node["dark"], what: "dark") { found.append(.dark(dark)) }
    if decoder.bool(node["free_fire"], what: "free_fire") == true { found.append(.freeFire) }
    if decoder.bool(node["truce_broken"], what: "truce_broken") == true {
      found.append(.truceBroken)
    }
    if let id = decoder.string(node["begun"], what: "begun") { found.append(.begun(id)) }
    return found + placedConditions(node)
  }

  private func moment(_ node: SourceNode, what: String) -> Tick? {
    guard let text = decoder.string(node, what: what) else { return nil }
    if let tick = setup.clock.tick(ofText: text) { return tick }
    decoder.error("“\(text)” is no time", hint: "expected +HH:MM after the start", at: node)
    return nil
  }

  private func placedConditions(_ node: SourceNode) -> [StaffCondition] {
    var found: [StaffCondition] = []
    if let arrived = node["arrived"],
      decoder.mapping(
        arrived, known: ["task", "permille"], required: ["task", "permille"], what: "arrived"),
      let id = decoder.string(arrived["task"], what: "task"),
      let permille = decoder.integer(arrived["permille"], in: 1...1000, what: "permille")
    {
      found.append(.arrived(id, permille: permille))
    }
    if let holds = node["holds"],
      decoder.mapping(
        holds, known: ["town", "quarters"], required: ["town", "quarters"], what: "holds"),
      let town = town(holds["town"]),
      let quarters = decoder.integer(holds["quarters"], in: 1...20, what: "quarters")
    {
      found.append(.holds(town, quarters: Int(quarters)))
    }
    if let near = node["enemy_within"],
      decoder.mapping(
        near, known: ["town", "km"], required: ["town", "km"], what: "enemy_within"),
      let town = town(near["town"]),
      let kilometers = decoder.integer(near["km"], in: 1...100, what: "km")
    {
      found.append(
        .enemyWithin(
          place: setup.terrain.towns[town.index].center, hexes: Int(kilometers)))
    }
    return found
  }

  /// Tasks are named once, and conditions name tasks that are there.
  private func checkNames(_ plan: StaffPlan, _ node: SourceNode) {
    let names = plan.tasks.map(\.id)
    for (index, task) in plan.tasks.enumerated() {
      if names[..<index].contains(task.id) {
        decoder.error("two tasks are called “\(task.id)”", at: node)
      }
      for condition in task.conditions + task.endings {
        switch condition {
        case .begun(let id), .arrived(let id, _):
          if !names.contains(id) {
            decoder.error(
              "“\(task.id)” waits for a task “\(id)” that is not there",
              hint: NearestWord.hint(for: id, among: names), at: node)
          }
        default: break
        }
      }
    }
  }
}
