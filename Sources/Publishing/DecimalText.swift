/// Numbers as decimal text, the same on every machine.
enum DecimalText {
  /// A number rounded to at most `places` decimals (0…6), without trailing zeros or an exponent.
  static func text(_ value: Double, places: Int) -> String {
    guard value.isFinite, abs(value) < 1e12 else { return "0" }
    var unit: Int64 = 1
    for _ in 0..<places { unit *= 10 }
    let scaled = Int64((abs(value) * Double(unit)).rounded())
    guard scaled > 0 else { return "0" }
    var text = (value < 0 ? "-" : "") + String(scaled / unit)
    guard scaled % unit > 0 else { return text }
    let digits = String(scaled % unit)
    var fraction = String(repeating: "0", count: places - digits.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    text += "." + fraction
    return text
  }
}
