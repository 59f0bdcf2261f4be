/// Times and dates as scenarios write them.
enum ClockText {
  /// The minutes of `+HH:MM` or `-HH:MM`; nil where it is neither. Hours have 2 or 3 digits.
  static func minutes(_ text: String) -> Int32? {
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let parts = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, (2...3).contains(parts[0].count), parts[1].count == 2,
      let hours = digits(parts[0]), let minutes = digits(parts[1]), minutes < 60
    else { return nil }
    return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
  }

  /// Year, month, day and minute of the day of `YYYY-MM-DDTHH:MM`; nil where there is no such
  /// moment.
  static func moment(
    _ text: String
  ) -> (year: Int32, month: Int32, day: Int32, minuteOfDay: Int32)? {
    let bytes = Array(text.utf8)
    guard bytes.count == 16, bytes[4] == 0x2D, bytes[7] == 0x2D, bytes[10] == 0x54,
      bytes[13] == 0x3A
    else { return nil }
    let characters = Array(text)
    guard characters.count == 16, let year = digits(characters[0..<4]),
      let month = digits(characters[5..<7]), let day = digits(characters[8..<10]),
      let hour = digits(characters[11..<13]), let minute = digits(characters[14..<16])
    else { return nil }
    guard Limits.years.contains(Int64(year)), (1...12).contains(month), day >= 1,
      day <= days(in: month, of: year), hour < 24, minute < 60
    else { return nil }
    return (year, month, day, hour * 60 + minute)
  }

  private static func days(in month: Int32, of year: Int32) -> Int32 {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private static func digits(_ text: some Collection<Character>) -> Int32? {
    guard !text.isEmpty, text.count <= 6 else { return nil }
    var value: Int32 = 0
    for character in text {
      guard character.isASCII, let digit = character.wholeNumberValue else { return nil }
      value = value * 10 + Int32(digit)
    }
    return value
  }
}
