/// What each quantity of a scenario or a table may be at most; the simulation's arithmetic is sound
/// within these bounds, and no value outside of them passes the loader.
public enum Limits {
  /// Sides.
  public static let sides = 1...7
  /// Formations in a scenario.
  public static let formations = 4000
  /// Units in a scenario.
  public static let units = 4000
  /// Formations in each other.
  public static let formationDepth = 8
  /// Ways to fight by name.
  public static let conducts = 1...64
  /// Objectives in a scenario.
  public static let objectives = 4000
  /// Scenarios that extend each other.
  public static let extensions = 4
  /// Minutes after the start that a scenario may name: 30 days.
  public static let minutes: ClosedRange<Int64> = 0...43_200
  /// Years of a start.
  public static let years: ClosedRange<Int64> = 1900...2100
  /// Men of a unit.
  public static let personnel: ClosedRange<Int64> = 0...20_000
  /// Vehicles of one class in a unit.
  public static let vehicles: ClosedRange<Int64> = 0...1000
  /// Present strength in percent of paper.
  public static let strengthPercent: ClosedRange<Int64> = 1...100
  /// Quality.
  public static let quality: ClosedRange<Int64> = -3...3
  /// Entrenchment.
  public static let entrenchment: ClosedRange<Int64> = 0...4
  /// Sorties a day.
  public static let sorties: ClosedRange<Int64> = 0...10
  /// Points of an objective or an event.
  public static let points: ClosedRange<Int64> = 0...100_000
  /// Shares of a town's value in percent.
  public static let gradePercent: ClosedRange<Int64> = 0...100
  /// People in a town.
  public static let civilians: ClosedRange<Int64> = 0...10_000_000
  /// Kilometres of an offset from a town.
  public static let offsetKilometers: ClosedRange<Double> = -500...500
  /// Degrees of longitude.
  public static let longitude: ClosedRange<Double> = -180...180
  /// Degrees of latitude that UTM covers.
  public static let latitude: ClosedRange<Double> = -80...84
  /// Lessons of a scenario.
  public static let lessons = 1...60
  /// Letters of a lesson's heading: one line of its card.
  public static let lessonTitle = 1...44
  /// Letters of a lesson's text: what its card holds.
  public static let lessonText = 1...330
  /// The N of a map's scale 1:N.
  public static let scale: ClosedRange<Double> = 1000...50_000_000
  /// Corners of a territory's outline.
  public static let corners = 3...5000
  /// A parameter of a rule.
  public static let parameter: ClosedRange<Int64> = -1_000_000_000...1_000_000_000
  /// Metres of a range.
  public static let rangeMeters: ClosedRange<Int64> = 0...500_000
  /// Metres that one sees in haze or fog.
  public static let visibilityMeters: ClosedRange<Int64> = 300...50_000
  /// Spells of weather in a battle.
  public static let weatherSpells = 100
  /// Tenths of a round a minute.
  public static let rateTenths: ClosedRange<Int64> = 0...100_000
  /// Square metres of lethal area.
  public static let lethalArea: ClosedRange<Int64> = 0...1_000_000
  /// Permille.
  public static let permille: ClosedRange<Int64> = 0...1000
  /// Seats of a vehicle.
  public static let seats: ClosedRange<Int64> = 0...500
  /// Kilometres an hour.
  public static let speedKmh: ClosedRange<Int64> = 0...3000
  /// Rows of equipment.
  public static let equipment = 1...1000
}
