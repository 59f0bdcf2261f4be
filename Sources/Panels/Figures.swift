import Simulation

/// Numbers and grades as panels write them.
enum Figures {
  /// A thin space parts thousands: `1 034`.
  static func grouped(_ value: Int64) -> String {
    let digits = String(value.magnitude)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { text += "\u{2009}" }
      text.append(digit)
    }
    return value < 0 ? "−" + text : text
  }

  /// `1 034`
  static func grouped(_ value: Int32) -> String { grouped(Int64(value)) }

  /// `1 034 points`
  static func points(_ value: Int64) -> String {
    "\(grouped(value)) \(value == 1 ? "point" : "points")"
  }

  /// `1 034 of 1 120`
  static func share(_ present: Int32, of all: Int32) -> String {
    "\(grouped(present)) of \(grouped(all))"
  }

  /// `88 %` from 0…1,000.
  static func percent(_ permille: Int32) -> String { "\((permille + 5) / 10)\u{2009}%" }

  /// `400–700`, `~10` or `10+` of a band as believed.
  static func band(_ band: ClosedRange<Int32>) -> String {
    if band.lowerBound == band.upperBound { return "~\(grouped(band.lowerBound))" }
    return "\(grouped(band.lowerBound))–\(grouped(band.upperBound))"
  }

  /// How tired men are, in a word, from 0…1,000.
  static func fatigue(_ permille: Int32) -> String {
    switch permille {
    case ..<150: "fresh"
    case ..<350: "light"
    case ..<600: "moderate"
    case ..<800: "heavy"
    default: "exhausted"
    }
  }

  /// How well dug in, in a word, from 0…4.
  static func entrenchment(_ level: Int32) -> String {
    switch level {
    case ..<1: "none"
    case 1: "scrapes"
    case 2: "foxholes"
    case 3: "trenches"
    default: "fortified"
    }
  }

  /// The moon's phase in words from its lit share, 0…1,000.
  static func moon(_ permille: Int32) -> String {
    switch permille {
    case ..<40: "new moon"
    case ..<350: "crescent moon"
    case ..<650: "half moon"
    case ..<960: "gibbous moon"
    default: "full moon"
    }
  }

  /// How light it is, in words.
  static func light(_ light: Sky.Light) -> String {
    switch light {
    case .day: "daylight"
    case .civilTwilight: "dusk light"
    case .nauticalTwilight: "twilight"
    case .moonlitNight: "moonlight"
    case .darkNight: "dark"
    }
  }
}
