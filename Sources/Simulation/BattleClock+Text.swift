extension BattleClock {
  /// Days from 1 March of year 0 to a date of the Gregorian calendar.
  ///
  /// Years are counted from March, so that the leap day is a year's last (H. Hinnant,
  /// "chrono-compatible low-level date algorithms", 2013).
  static func dayNumber(year: Int32, month: Int32, day: Int32) -> Int32 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let monthFromMarch = (month + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra
  }

  /// The date of a day number.
  static func date(dayNumber: Int32) -> (year: Int32, month: Int32, day: Int32) {
    let era = (dayNumber >= 0 ? dayNumber : dayNumber - 146_096) / 146_097
    let dayOfEra = dayNumber - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// Local date and time of a moment: `1998-09-12T06:00`.
  public func localText(at tick: Tick) -> String {
    let minutes = minuteOfDay + tick.rawValue
    let days = Int32(Fixed.floorDiv(Int64(minutes), 1440))
    let date = Self.date(
      dayNumber: Self.dayNumber(year: year, month: month, day: day) + days)
    let rest = minutes - days * 1440
    return "\(Self.digits(date.year, 4))-\(Self.digits(date.month, 2))-\(Self.digits(date.day, 2))"
      + "T\(Self.digits(rest / 60, 2)):\(Self.digits(rest % 60, 2))"
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
    let days =
      Self.dayNumber(year: year, month: month, day: day)
      - Self.dayNumber(year: self.year, month: self.month, day: self.day)
    guard (0...1_000_000).contains(days) else { return nil }
    let tick = days * 1440 + hour * 60 + minute - minuteOfDay
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
