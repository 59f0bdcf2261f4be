import MapTable
import Screen
import Simulation

extension Response {
  /// Whether this person gives orders at all.
  var givesOrders: Bool {
    switch view.mode {
    case .play, .playBoth: true
    case .spectate, .picture: false
    }
  }

  /// Whether a unit takes this person's orders.
  func isCommandable(_ unit: UnitReport) -> Bool { commands(unit.side) }

  /// The selected units that take this person's orders.
  var commandedSelection: [UnitReport] {
    view.selection.compactMap(report).filter { commands($0.side) }
  }

  /// Arms an order that needs a place; gives any other at once.
  mutating func order(_ kind: OrderKind, isQueued: Bool) {
    if kind == .setHour {
      setHour()
      return
    }
    guard mayOrder() else { return }
    switch kind {
    case .engage: changeRules()
    case .conduct: offerConduct()
    default:
      let isArmedAgain = view.armed == kind && view.queuesArmed == isQueued
      let needsClick = kind.needsTarget || kind == .attach
      if needsClick {
        let ways = view.ways
        disarm()
        guard !isArmedAgain else { return }
        view.armed = kind
        view.queuesArmed = isQueued && kind.isTask
        if kind.isTravel { view.ways = ways }
      } else {
        disarm()
        give(kind, at: nil, isQueued: isQueued)
      }
    }
  }

  /// Gives one kind of order to everything selected; whether any of it was taken.
  @discardableResult
  mutating func give(_ kind: OrderKind, at hex: Int32?, isQueued: Bool) -> Bool {
    guard mayOrder() else { return false }
    let units = commandedSelection
    return give(units.map { ($0, groupIntent(kind, hex, $0, among: units)) }, isQueued: isQueued)
  }

  /// Gives each selected unit what is sensible for it at a place on the glass.
  mutating func giveSensible(at target: Target?, _ point: Point, isQueued: Bool) {
    guard !view.selection.isEmpty || givesOrders else { return }
    guard mayOrder() else { return }
    guard let hex = place(of: target, point) else {
      say("That lies outside the theatre.", isRefusal: true)
      return
    }
    let lead = commandedSelection.first.map { intent(for: $0, at: target, hex: hex).kind }
    if isQueued, lead == .move || lead == .march {
      addWay(hex)
      return
    }
    giveSensible(at: target, hex: hex, isQueued && view.ways.isEmpty)
  }

  /// Gives each selected unit what is sensible for it at a hex.
  mutating func giveSensible(at target: Target?, hex: Int32, _ isQueued: Bool) {
    guard mayOrder() else { return }
    let isGiven = give(
      commandedSelection.map { ($0, intent(for: $0, at: target, hex: hex)) }, isQueued: isQueued)
    if isGiven { view.ways = [] }
  }

  /// The orders that a click where the pointer is would give and that would be taken, all for at
  /// once.
  func proposal() -> [Order] {
    guard givesOrders, view.shownTick == nil, view.delegation == nil,
      let (target, hex) = aimed()
    else { return [] }
    let units = commandedSelection
    return units.compactMap { unit in
      let chosen =
        view.armed.map { groupIntent($0, hex, unit, among: units) }
        ?? intent(for: unit, at: target, hex: hex)
      guard let chosen else { return nil }
      let order = Order(
        side: unit.side, unit: unit.id, kind: chosen.kind, target: chosen.target)
      return picture.rejection(of: order) == nil ? order : nil
    }
  }

  /// What the pointer would do: see `InputController.hint`.
  func hint() -> String? {
    guard givesOrders, view.shownTick == nil, let lead = commandedSelection.first,
      view.armed.map({ $0.needsTarget || $0 == .attach }) ?? true, view.delegation == nil,
      let (target, hex) = aimed(),
      view.armed != nil || view.desk.tool?.takesPoints != true
    else { return nil }
    if view.armed == .attach {
      return "Attach: to the formation of the unit clicked"
    }
    let intent =
      view.armed.map { Intent(kind: $0, target: hex) } ?? intent(for: lead, at: target, hex: hex)
    if view.armed == nil, intent.kind == .hold { return nil }
    let title = (view.queuesArmed ? "Then " : "") + intent.kind.title
    let place = PlaceNames(terrain).text(hex)
    if let refused = picture.rejection(of: order(intent, for: lead, isQueued: false)) {
      return "\(title): \(refused.message)"
    }
    var text = "\(title): \(place)"
    if !view.ways.isEmpty { text += " by \(view.ways.count) waypoints" }
    if let target = intent.target, view.ways.isEmpty,
      let minutes = minutes(of: lead, to: target, intent.kind)
    {
      text += " · \(ClockText.span(minutes: minutes))"
      if view.orderTime == .now, !view.queuesArmed {
        text += ", there \(arrival(after: minutes))"
      }
    }
    if view.orderTime != .now { text += " · \(view.orderTime.text(in: picture.setup))" }
    return text + (lateText(commandedSelection).map { " · \($0)" } ?? "")
  }

  /// What the person aims at with the pointer or the map cursor; nil over panels and in a drag.
  private func aimed() -> (target: Target?, hex: Int32)? {
    guard view.drag == nil else { return nil }
    if view.aimsWithCursor, let hex = view.cursorHex, isOnMap(hex) {
      return (contactTarget(at: hex) ?? townTarget(at: hex) ?? .hex(hex), hex)
    }
    guard let point = view.pointer else { return nil }
    let target = hits.target(at: point)
    guard !isPanel(target), let hex = place(of: target, point) else { return nil }
    return (target, hex)
  }

  // MARK: - Steps of giving

  /// Whether orders can be given now; says why not.
  mutating func mayOrder() -> Bool {
    if !givesOrders {
      say("You are watching: no orders from here.", isRefusal: true)
    } else if view.shownTick != nil {
      say("This is the past, to look at only: End brings you back to now.", isRefusal: true)
    } else if commandedSelection.isEmpty {
      say("Select a unit first: click one, or press Tab.", isRefusal: true)
    } else {
      return true
    }
    return false
  }

  /// What one unit does of an order to several: guns fire or stay where the others attack, and
  /// those that do not fight stay behind. Nil: nothing.
  func groupIntent(
    _ kind: OrderKind, _ hex: Int32?, _ unit: UnitReport, among units: [UnitReport]
  ) -> Intent? {
    let plain = Intent(kind: kind, target: hex)
    let setup = picture.setup
    guard units.count > 1, setup.units.indices.contains(unit.id.row) else { return plain }
    let arm = setup.units[unit.id.row].arm
    switch kind {
    case .attack:
      guard staysBehind(arm) else { return plain }
      guard arm.isIndirect, let hex, isOnMap(hex), isOnMap(unit.hex),
        Int32(grid.distance(Int(unit.hex), Int(hex))) * 1000 <= range(of: unit.id)
      else { return nil }
      return Intent(kind: .bombard, target: hex)
    case .bombard: return arm.isIndirect ? plain : nil
    case .airStrike: return arm == .attackAircraft || arm == .attackHelicopter ? plain : nil
    case .move, .march, .withdraw, .camp, .digIn: return arm.isAircraft ? nil : plain
    default: return plain
    }
  }

  @discardableResult
  private mutating func give(
    _ intents: [(unit: UnitReport, intent: Intent?)], isQueued: Bool
  ) -> Bool {
    var given: [(unit: UnitReport, intent: Intent)] = []
    var refused: (unit: UnitReport, rejection: OrderRejection)?
    var refusals = 0
    var skipped = 0
    for (unit, intent) in intents {
      guard let intent else {
        skipped += 1
        continue
      }
      let order = order(intent, for: unit, isQueued: isQueued)
      if let rejection = picture.rejection(of: order) {
        refusals += 1
        if refused == nil { refused = (unit, rejection) }
      } else {
        orders.append(order)
        given.append((unit, intent))
      }
    }
    report(given, refused, refusals, skipped, isQueued)
    return !given.isEmpty
  }

  private func order(_ intent: Intent, for unit: UnitReport, isQueued: Bool) -> Order {
    let order = Order(
      side: unit.side, unit: unit.id, kind: intent.kind, target: intent.target,
      isQueued: isQueued && intent.kind.isTask,
      ways: intent.kind.isTravel && intent.target != nil && !isAircraft(unit) ? view.ways : [])
    return view.orderTime.tied(order)
  }

  private func isAircraft(_ unit: UnitReport) -> Bool {
    let units = picture.setup.units
    return units.indices.contains(unit.id.row) && units[unit.id.row].arm.isAircraft
  }

  /// Asks once before rules of engagement change, since that can cost politically.
  private mutating func changeRules() {
    guard let unit = commandedSelection.first else { return }
    let sides = picture.rulesOfEngagement
    let now = sides.indices.contains(unit.side.index) ? sides[unit.side.index] : .free
    let next: RulesOfEngagement = now == .free ? .returnFire : .free
    guard view.armed == .engage else {
      disarm()
      view.armed = .engage
      say(
        "Set “\(next.title)” for \(sideName(unit.side))? The same key again does it, Esc leaves it."
      )
      return
    }
    disarm()
    let order = Order(side: unit.side, unit: unit.id, kind: .engage, rules: next)
    if let rejection = picture.rejection(of: order) {
      say(Self.sentence(rejection), isRefusal: true)
    } else {
      orders.append(order)
      say("\(sideName(unit.side)): \(next.title).")
    }
  }

  // MARK: - Words

  private mutating func report(
    _ given: [(unit: UnitReport, intent: Intent)],
    _ refused: (unit: UnitReport, rejection: OrderRejection)?, _ refusals: Int, _ skipped: Int,
    _ isQueued: Bool
  ) {
    if let refused, given.isEmpty {
      let name = refusals > 1 ? "" : "\(shortName(refused.unit.id)): "
      say(name + Self.sentence(refused.rejection), isRefusal: true)
      return
    }
    guard let lead = given.first else {
      if skipped > 0 { say("None of these units can do that.", isRefusal: true) }
      return
    }
    var text = given.count == 1 ? shortName(lead.unit.id) : "\(given.count) units"
    text += ": " + (isQueued ? "then " : "") + lead.intent.kind.title.lowercased()
    if let target = lead.intent.target {
      text += ", \(PlaceNames(terrain).text(target))"
      if !lead.intent.kind.isTravel || view.ways.isEmpty, given.count == 1,
        let minutes = minutes(of: lead.unit, to: target, lead.intent.kind)
      {
        text += ", about \(ClockText.span(minutes: minutes)) on the way"
      }
    }
    if view.orderTime != .now, lead.intent.kind.isTask {
      text += ", \(view.orderTime.text(in: picture.setup))"
      text += lateText(given.map(\.unit)).map { "; \($0)" } ?? ""
    }
    if skipped > 0 {
      text +=
        "; \(skipped) stay\(skipped == 1 ? "s" : "") where \(skipped == 1 ? "it is" : "they are")"
    }
    if let refused {
      text += "; \(shortName(refused.unit.id)): \(Self.sentence(refused.rejection))"
    }
    say(text, isRefusal: refused != nil)
  }

  func shortName(_ unit: UnitID) -> String {
    let units = picture.setup.units
    return units.indices.contains(unit.row) ? units[unit.row].shortName : "The unit"
  }

  /// A rejection and what would work instead.
  static func sentence(_ rejection: OrderRejection) -> String {
    rejection.remedy.isEmpty ? rejection.message : "\(rejection.message) \(rejection.remedy)"
  }

  private func minutes(of unit: UnitReport, to hex: Int32, _ kind: OrderKind) -> Int32? {
    switch kind {
    case .move, .march, .attack, .withdraw:
      picture.route(for: unit.id, to: hex, as: kind)?.minutes
    default: nil
    }
  }

  private func arrival(after minutes: Int32) -> String {
    let capped = min(1_000_000, max(0, minutes))
    return ClockText(picture.setup.clock).time(Tick(rawValue: picture.tick.rawValue + capped))
  }
}
