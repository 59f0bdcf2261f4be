/// The weather from a moment on.
public struct WeatherSpell: Sendable, Hashable {
  /// Since when.
  public var from: Tick
  /// Whether rain or snow lies over the battle.
  public var isWet: Bool
  /// Nothing farther off is seen, metres; `clear` where haze bounds nothing.
  public var visibilityMeters: Int32

  /// The visibility of clear air: it bounds nothing.
  public static let clear = Int32.max

  /// A spell from its parts.
  public init(from: Tick, isWet: Bool = false, visibilityMeters: Int32 = clear) {
    self.from = from
    self.isWet = isWet
    self.visibilityMeters = visibilityMeters
  }
}

extension BattleSetup {
  /// The weather at a moment: the last spell that has begun, else that of the whole battle.
  public func weather(at tick: Tick) -> WeatherSpell {
    weather.last { $0.from <= tick } ?? WeatherSpell(from: Tick(rawValue: 0), isWet: isWet)
  }
}

extension World {
  /// Whether rain or snow lies over the battle now.
  var isWet: Bool { setup.weather.isEmpty ? setup.isWet : setup.weather(at: tick).isWet }
}
