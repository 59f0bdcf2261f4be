/// The named hours that a side may set; orders tied to one follow it.
public enum HourName: UInt8, CaseIterable, Sendable {
  case h, j, k, l

  /// The letter in order lines and on the screen: `H`.
  public var key: String {
    switch self {
    case .h: "H"
    case .j: "J"
    case .k: "K"
    case .l: "L"
    }
  }

  /// How many there are.
  public static let count = 4
}

/// A moment by a named hour: `H+30`.
public struct HourTie: Sendable, Hashable {
  /// The farthest from the hour, in minutes: a week.
  public static let limit: Int32 = 10_080

  /// The hour.
  public var hour: HourName
  /// Minutes after it, negative before; -`limit`…`limit`.
  public var offset: Int32

  /// A moment by an hour.
  public init(_ hour: HourName, offset: Int32 = 0) {
    self.hour = hour
    self.offset = offset
  }

  /// The words for it: `H`, `H+30`, `H-15`.
  public var text: String {
    offset == 0 ? hour.key : offset > 0 ? "\(hour.key)+\(offset)" : "\(hour.key)\(offset)"
  }
}

/// Something that an order waits for.
public struct OrderSignal: Sendable, Hashable {
  /// The farthest for `seen`, in kilometres.
  public static let farthest: Int32 = 50

  /// What happens.
  public enum Kind: UInt8, CaseIterable, Sendable {
    /// A unit has come to where it was sent.
    case arrived
    /// A unit has done what it was told.
    case done
    /// The side has an enemy in sight near a unit.
    case seen
    /// It is darker than civil twilight.
    case dark
    /// It is not.
    case light

    /// The word in order lines.
    public var key: String { "\(self)" }

    /// Whether it is about a unit.
    public var isOfUnit: Bool { self == .arrived || self == .done || self == .seen }
  }

  /// What happens.
  public var kind: Kind
  /// Of which unit; nil: of the one that has the order.
  public var unit: UnitID?
  /// How near for `seen`, in kilometres, 1…`farthest`; 0 for the rules' own.
  public var within: Int32

  /// A signal.
  public init(_ kind: Kind, of unit: UnitID? = nil, within: Int32 = 0) {
    self.kind = kind
    self.unit = unit
    self.within = within
  }
}

/// How far an order has got with the unit that carries it out.
public enum OrderStage: UInt8, CaseIterable, Sendable {
  /// No order yet.
  case none
  /// It is being carried out.
  case underWay
  /// It has been carried out.
  case done
  /// It was given up on the way.
  case givenUp
}

/// Why an order that was given is not in force yet.
public enum OrderWait: Sendable, Hashable {
  /// It is on its way through the staffs, until then.
  case onItsWay(until: Tick)
  /// It waits for its time.
  case time(Tick)
  /// It waits for its hour; nil where that is not set.
  case hour(HourTie, at: Tick?)
  /// It waits for its signal.
  case signal(OrderSignal)
  /// It waits for the unit to be done with what it does.
  case queue
}
