public import Simulation

/// When the orders that are being made shall begin: the order's clock.
public enum OrderTime: Sendable, Hashable {
  /// As soon as the staffs are through with them.
  case now
  /// Not before a moment.
  case at(Tick)
  /// Not before a named hour and so many minutes.
  case hour(HourTie)
  /// Not before something has happened; with a unit, to that unit.
  case signal(OrderSignal)

  /// The kinds in the order in which the key goes through them.
  private static let signals: [OrderSignal.Kind] = [.arrived, .done, .seen, .dark, .light]
  /// Minutes that one press of `+` or `-` makes.
  public static let step: Int32 = 10

  /// The next kind of clock; times are in the next round half hour that leaves an hour to prepare.
  public func next(after now: Tick) -> OrderTime {
    switch self {
    case .now: .at(Self.roundTime(after: now))
    case .at: .hour(HourTie(.h))
    case .hour: .signal(OrderSignal(Self.signals[0]))
    case .signal(let signal):
      if let index = Self.signals.firstIndex(of: signal.kind), index + 1 < Self.signals.count {
        .signal(OrderSignal(Self.signals[index + 1]))
      } else {
        .now
      }
    }
  }

  /// An hour from now at the next full half hour of the battle.
  public static func roundTime(after now: Tick) -> Tick {
    Tick(rawValue: (min(now.rawValue, 1_000_000) + 60 + 29) / 30 * 30)
  }

  /// Later or earlier by steps; nil where this clock has no minutes.
  public func shifted(by steps: Int32, now: Tick) -> OrderTime? {
    switch self {
    case .at(let tick):
      let wanted = tick.rawValue + steps * Self.step
      return .at(Tick(rawValue: max(now.rawValue, min(10_000_000, wanted))))
    case .hour(let tie):
      let offset = min(HourTie.limit, max(-HourTie.limit, tie.offset + steps * Self.step))
      return .hour(HourTie(tie.hour, offset: offset))
    case .now, .signal: return nil
    }
  }

  /// Ties an order to this clock; orders that take back others always go at once.
  public func tied(_ order: Order) -> Order {
    guard
      order.kind.isTask || order.kind == .conduct || order.kind == .attach
        || order.kind == .detach
    else { return order }
    var order = order
    switch self {
    case .now: break
    case .at(let tick): order.notBefore = tick
    case .hour(let tie): order.hour = tie
    case .signal(let signal): order.signal = signal
    }
    return order
  }

  /// The clock in a few words: `now`, `at 18:30`, `at H+30`, `when it is dark`.
  public func text(in setup: BattleSetup) -> String {
    switch self {
    case .now: "now"
    case .at(let tick): "at \(ClockText(setup.clock).time(tick))"
    case .hour(let tie): "at \(tie.text)"
    case .signal(let signal): signal.text(in: setup)
    }
  }
}

extension Picture {
  /// The moment of a named hour of a side, nil while it is not set.
  public func hour(_ hour: HourName, of side: SideID) -> Tick? {
    let place = side.index * HourName.count + Int(hour.rawValue)
    guard hours.indices.contains(place), hours[place] >= 0 else { return nil }
    return Tick(rawValue: hours[place])
  }

  /// Minutes by which an order given now to a unit would come too late for a clock; 0 in time.
  public func lateness(of unit: UnitReport, for time: OrderTime) -> Int32 {
    let wanted: Tick?
    switch time {
    case .at(let tick): wanted = tick
    case .hour(let tie):
      wanted = hour(tie.hour, of: unit.side).map {
        Tick(rawValue: max(0, $0.rawValue + tie.offset))
      }
    case .now, .signal: wanted = nil
    }
    return wanted.map { max(0, tick.rawValue + unit.orderDelay - $0.rawValue) } ?? 0
  }
}
