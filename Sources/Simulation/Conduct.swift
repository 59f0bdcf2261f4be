/// Whether a unit may call for guns, and whether guns answer.
public enum FireSupport: UInt8, CaseIterable, Sendable, Comparable {
  /// No guns fire for it; guns fire by order alone.
  case save
  /// Guns fire for it while it fights.
  case onCall
  /// Guns fire at whatever enemy is seen near it, down to their last reserve.
  case free
  /// More sparing before freer.
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
  /// The name in files: snake_case.
  public var key: String {
    switch self {
    case .save: "save"
    case .onCall: "on_call"
    case .free: "free"
    }
  }
}

/// When a unit gives up the ground that it holds.
public enum GiveGround: UInt8, CaseIterable, Sendable {
  /// Never of its own will: it holds past the point where others yield.
  case never
  /// When its cohesion is gone.
  case pressed
  /// Before that: it falls back in hand and stands again.
  case delay
  /// The name in files: snake_case.
  public var key: String { "\(self)" }
}

/// How a unit fights unless an order says otherwise.
public struct Conduct: Sendable, Hashable {
  /// Whom it may fire on, where the side's rules allow as much.
  public var rules: RulesOfEngagement
  /// Guns.
  public var fireSupport: FireSupport
  /// Ground.
  public var giveGround: GiveGround

  /// A conduct; the default is that of every unit at the start.
  public init(
    rules: RulesOfEngagement = .free, fireSupport: FireSupport = .onCall,
    giveGround: GiveGround = .pressed
  ) {
    self.rules = rules
    self.fireSupport = fireSupport
    self.giveGround = giveGround
  }
}

/// A conduct with a name; one row of `Assets/Tables/conduct.yaml`.
public struct ConductPreset: Sendable, Hashable {
  /// Unique, the word in order lines: `hold_fast`.
  public var id: String
  /// The name for people: `Hold fast`.
  public var name: String
  /// What it brings about, for people: one sentence.
  public var consequence: String
  /// What it sets.
  public var conduct: Conduct

  /// A preset.
  public init(id: String, name: String, consequence: String, conduct: Conduct) {
    self.id = id
    self.name = name
    self.consequence = consequence
    self.conduct = conduct
  }
}

extension Rules {
  /// The preset that a conduct is, nil where it is none.
  public func preset(of conduct: Conduct) -> ConductPreset? {
    conducts.first { $0.conduct == conduct }
  }
}
