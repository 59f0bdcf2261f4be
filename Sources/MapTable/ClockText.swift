public import Simulation

/// Moments of the battle as people read them.
public struct ClockText: Hashable, Sendable {
  /// The battle's start.
  public let clock: BattleClock

  /// Texts for a battle that starts at `clock`.
  public init(_ clock: BattleClock) { self.clock = clock }

  /// `18:40`
  public func time(_ tick: Tick) -> String {
    let minute = minuteOfDay(tick)
    return Self.twoDigits(minute / 60) + ":" + Self.twoDigits(minute % 60)
  }

  /// `Sun 13 Sep 1998`
  public func date(_ tick: Tick) -> String {
    let day = date(ofDay: dayNumber(tick))
    let weekday = Self.weekdays[Int((dayNumber(tick) % 7 + 11) % 7)]
    return "\(weekday) \(day.day) \(Self.months[Int(day.month) - 1]) \(day.year)"
  }

  /// `13 Sep`
  public func shortDate(_ tick: Tick) -> String {
    let day = date(ofDay: dayNumber(tick))
    return "\(day.day) \(Self.months[Int(day.month) - 1])"
  }

  /// Minutes after midnight, 0…1,439.
  public func minuteOfDay(_ tick: Tick) -> Int {
    let minutes = (Int64(clock.minuteOfDay) + Int64(tick.rawValue)) % 1440
    return Int((minutes + 1440) % 1440)
  }

  /// `20 min`, `3 h`, `2 d`: how long something took or is ago.
  public static func span(minutes: Int32) -> String {
    switch minutes {
    case ..<90: "\(max(0, minutes)) min"
    case ..<(48 * 60): "\((minutes + 30) / 60) h"
    default: "\((minutes + 720) / 1440) d"
    }
  }

  /// `07:23` from minutes after midnight.
  public static func time(minuteOfDay: Int32) -> String {
    twoDigits(Int(minuteOfDay) / 60) + ":" + twoDigits(Int(minuteOfDay) % 60)
  }

  static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// Days from 1 January 1970 to the local date at a moment.
  ///
  /// The count runs over years that start in March, so that the leap day comes last
  /// (E. G. Richards, Calendars, in the Explanatory Supplement, 3rd ed., 2013, § 15.11).
  private func dayNumber(_ tick: Tick) -> Int64 {
    let month = Int64(clock.month)
    let year = Int64(clock.year) - (month <= 2 ? 1 : 0)
    let era = (year >= 0 ? year : year - 399) / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + Int64(clock.day) - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    let minutes = Int64(clock.minuteOfDay) + Int64(tick.rawValue)
    let days = minutes >= 0 ? minutes / 1440 : (minutes - 1439) / 1440
    return era * 146_097 + dayOfEra - 719_468 + days
  }

  /// The date of a day counted from 1 January 1970; the inverse of the count above.
  private func date(ofDay number: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * march + 2) / 5 + 1)
  }
}
