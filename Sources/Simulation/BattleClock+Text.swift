extension BattleClock {
  /// Local date and time of a moment: `1998-09-12T06:00`.
  public func localText(at tick: Tick) -> String {
    let (year, month, day, minute, _) = date(at: tick)
    return "\(Self.digits(year, 4))-\(Self.digits(month, 2))-\(Self.digits(day, 2))"
      + "T\(Self.digits(minute / 60, 2)):\(Self.digits(minute % 60, 2))"
  }

  /// Local time of day of a moment: `06:00`.
  public func timeOfDayText(at tick: Tick) -> String { String(localText(at: tick).suffix(5)) }

  /// Time since the start: `+06:00`.
  public static func elapsedText(_ tick: Tick) -> String {
    "+\(digits(tick.rawValue / 60, 2)):\(digits(tick.rawValue % 60, 2))"
  }

  /// The moment of `YYYY-MM-DDTHH:MM` (local) or `+HH:MM` (after the start); nil for anything else
  /// and for moments before the start.
  public func tick(ofText text: String) -> Tick? {
    if text.hasPrefix("+") {
      let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
      guard parts.count == 2, (1...4).contains(parts[0].count), parts[1].count == 2,
        let hours = Self.number(parts[0]), let minutes = Self.number(parts[1]), minutes < 60
      else { return nil }
      return Tick(rawValue: hours * 60 + minutes)
    }
    let parts = text.split(omittingEmptySubsequences: false) { "-T:".contains($0) }
    let punctuation = text.filter { "-T:".contains($0) }
    guard parts.count == 5, punctuation == "--T:", parts.map(\.count) == [4, 2, 2, 2, 2],
      let year = Self.number(parts[0]), let month = Self.number(parts[1]),
      let day = Self.number(parts[2]), let hour = Self.number(parts[3]),
      let minute = Self.number(parts[4]),
      (1...12).contains(month), (1...31).contains(day), hour < 24, minute < 60
    else { return nil }
    let days = Self.days(year, month, day) - Self.days(self.year, self.month, self.day)
    guard (0...1_000_000).contains(days) else { return nil }
    let tick = Int32(days) * 1440 + hour * 60 + minute - minuteOfDay
    return tick >= 0 ? Tick(rawValue: tick) : nil
  }

  private static func number(_ text: Substring) -> Int32? {
    text.utf8.allSatisfy { (48...57).contains($0) } ? Int32(text) : nil
  }

  private static func digits(_ value: Int32, _ count: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, count - text.count)) + text
  }
}
