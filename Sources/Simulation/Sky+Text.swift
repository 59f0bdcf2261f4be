extension Sky {
  /// The date for people: `Sat 12 Sep 1998`.
  public var dateText: String {
    let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    let months = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
    let weekdayText = days[Int(weekday) % 7]
    return "\(weekdayText) \(day) \(months[Int(month - 1) % 12]) \(year)"
  }
}
