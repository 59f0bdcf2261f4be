import MapTable
import Screen
import Simulation

extension Response {
  /// While the order's clock has minutes, the keys for nearer and further shift them instead of
  /// the map; false if the command is something else.
  mutating func shiftsTime(_ command: Command) -> Bool {
    if view.delegation != nil, command == .zoomIn || command == .zoomOut {
      view.delegation?.widen(by: command == .zoomIn ? 1 : -1)
      return true
    }
    switch command {
    case .zoomIn where view.orderTime.shifted(by: 1, now: picture.tick) != nil:
      shiftOrderTime(by: 1)
    case .zoomOut where view.orderTime.shifted(by: -1, now: picture.tick) != nil:
      shiftOrderTime(by: -1)
    default: return false
    }
    return true
  }

  /// The clock, what is taken back and what is looked for; false if the command is something else.
  mutating func makeOrders(_ command: Command) -> Bool {
    switch command {
    case .orderTime: nextOrderTime()
    case .orderTimeUnit:
      if let hex = view.cursorHex, let unit = presentUnits.first(where: { $0.hex == hex }) {
        waitFor(unit.id)
      } else {
        say("No unit of yours is at the map cursor.", isRefusal: true)
      }
    case .delegate: delegate()
    case .takeFormationBack: takeBackFormation()
    case .undo: view.wantsUndo = true
    case .redo: view.wantsRedo = true
    case .find: startFinding(typed: true)
    default: return false
    }
    return true
  }

  /// Sets the order's clock to its next kind.
  mutating func nextOrderTime() {
    guard givesOrders else {
      say("You are watching: no orders from here.", isRefusal: true)
      return
    }
    view.orderTime = view.orderTime.next(after: picture.tick)
    tellOrderTime()
  }

  /// Makes the order's clock later or earlier.
  mutating func shiftOrderTime(by steps: Int32) {
    if view.delegation != nil {
      view.delegation?.widen(by: Int(steps))
      return
    }
    guard let shifted = view.orderTime.shifted(by: steps, now: picture.tick) else {
      say("This clock has no minutes: choose a time or H-hour first.", isRefusal: true)
      return
    }
    view.orderTime = shifted
    tellOrderTime()
  }

  /// Lets the order's clock wait for a unit: for its arrival, or what the clock says already.
  mutating func waitFor(_ unit: UnitID) {
    guard givesOrders, let report = report(unit), commands(report.side) else {
      say("Orders wait for units of your own.", isRefusal: true)
      return
    }
    var signal = OrderSignal(.done)
    if case .signal(let chosen) = view.orderTime, chosen.kind.isOfUnit { signal = chosen }
    signal.unit = unit
    view.orderTime = .signal(signal)
    tellOrderTime()
  }

  /// Orders H-hour, or the hour that the clock names, to be when the clock says: the time chosen,
  /// or an hour ahead where it says none.
  mutating func setHour() {
    guard givesOrders, view.shownTick == nil else {
      say("No orders from here.", isRefusal: true)
      return
    }
    var name = HourName.h
    let moment: Tick
    switch view.orderTime {
    case .at(let tick): moment = tick
    case .hour(let tie):
      name = tie.hour
      let old = commandingSide.flatMap { picture.hour(tie.hour, of: $0) }
      let base = old ?? OrderTime.roundTime(after: picture.tick)
      moment = Tick(rawValue: max(picture.tick.rawValue, base.rawValue + tie.offset))
    case .now, .signal: moment = OrderTime.roundTime(after: picture.tick)
    }
    var refused: OrderRejection?
    for unit in presentUnits where commands(unit.side) && unit.side == commandingSide {
      let order = Order(
        side: unit.side, unit: unit.id, kind: .setHour, notBefore: moment, hour: HourTie(name))
      if let rejection = picture.rejection(of: order) {
        if refused == nil || rejection.reason != .cannotDoThat { refused = rejection }
        continue
      }
      orders.append(order)
      view.orderTime = .hour(HourTie(name))
      say(
        "\(name.key)-hour will be \(ClockText(picture.setup.clock).time(moment)); "
          + "orders with the clock at \(name.key) follow it.")
      return
    }
    say(refused.map(Self.sentence) ?? "No headquarters is on the map.", isRefusal: true)
  }

  /// The side that orders are given for: that of the selection, else the person's own.
  private var commandingSide: SideID? {
    if let first = commandedSelection.first { return first.side }
    if case .play(let side) = view.mode { return side }
    return presentUnits.first?.side
  }

  /// Tells what the clock says now and who of the selection will be late.
  private mutating func tellOrderTime() {
    var text = "Orders begin \(view.orderTime.text(in: picture.setup))"
    if case .hour(let tie) = view.orderTime {
      let hour = commandingSide.flatMap { picture.hour(tie.hour, of: $0) }
      let time = hour.map {
        ClockText(picture.setup.clock).time(Tick(rawValue: max(0, $0.rawValue + tie.offset)))
      }
      text += time.map { ", that is \($0)" } ?? ", which is not set yet"
    }
    let late = lateText(commandedSelection)
    say(text + (late.map { ". " + $0 } ?? "."), isRefusal: late != nil)
  }

  /// Who of some units would get an order too late for the clock; nil where nobody.
  func lateText(_ units: [UnitReport]) -> String? {
    let late = units.map { ($0, picture.lateness(of: $0, for: view.orderTime)) }
      .filter { $0.1 > 0 }
    guard let worst = late.max(by: { $0.1 < $1.1 }) else { return nil }
    let who = late.count == 1 ? shortName(worst.0.id) : "\(late.count) units"
    let most = late.count == 1 ? "" : "up to "
    return "\(who) will be \(most)\(ClockText.span(minutes: worst.1)) late"
  }
}
