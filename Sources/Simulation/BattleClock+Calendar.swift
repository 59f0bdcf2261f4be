extension BattleClock {
  /// Local date and time at a moment.
  func date(at tick: Tick) -> (year: Int32, month: Int32, day: Int32, minute: Int32, weekday: Int32)
  {
    let minutes = Int64(minuteOfDay) + Int64(tick.rawValue)
    let days = Self.days(year, month, day) + Fixed.floorDiv(minutes, 1440)
    let (y, m, d) = Self.civil(days)
    // 1 January 1970 was a Thursday.
    return (y, m, d, Int32(Fixed.floorMod(minutes, 1440)), Int32(Fixed.floorMod(days + 4, 7)))
  }

  /// Minutes from 2000-01-01 12:00 UTC (the epoch J2000.0, near enough) to a moment.
  func minutesSinceJ2000(at tick: Tick) -> Int64 {
    let days = Self.days(year, month, day) - 10_957
    return days * 1440 + Int64(minuteOfDay) + Int64(tick.rawValue) - Int64(utcOffsetMinutes) - 720
  }

  /// Days from 1970-01-01 to a date of the Gregorian calendar, reckoned in years that start in
  /// March (Fliegel and Van Flandern, CACM 11, 1968, p. 657, in another form).
  static func days(_ year: Int32, _ month: Int32, _ day: Int32) -> Int64 {
    let y = Int64(year) - (month <= 2 ? 1 : 0)
    let monthFromMarch = (Int64(month) + 9) % 12
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + Int64(day) - 1
    return 365 * y + Fixed.floorDiv(y, 4) - Fixed.floorDiv(y, 100) + Fixed.floorDiv(y, 400)
      + dayOfYear - 719_468
  }

  /// The date so many days after 1970-01-01.
  static func civil(_ days: Int64) -> (year: Int32, month: Int32, day: Int32) {
    let shifted = days + 719_468
    let era = Fixed.floorDiv(shifted, 146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (Int32(yearOfEra + era * 400 + (month <= 2 ? 1 : 0)), Int32(month), Int32(day))
  }
}
