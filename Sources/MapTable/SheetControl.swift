/// What can be clicked on the sheet for a new battle and on its briefing.
public enum SheetControl: Hashable, Sendable {
  /// A scenario, by its place in the list.
  case scenario(Int)
  /// A side by its place, or both: the number of sides.
  case side(Int)
  /// The opponent's temperament: 0 cautious, 1 balanced, 2 bold.
  case opponent(Int)
  /// The handicap, 0…9.
  case handicap(Int)
  /// Whether only what the side knows is seen.
  case fog(Bool)
  /// The seed, by so much more or less.
  case seed(Int)
  /// A saved battle, by its place in the list.
  case saved(Int)
  /// Looks at a saved battle, by its place in the list.
  case watch(Int)
  /// On to the briefing, or from there into the battle.
  case go
  /// Back to the sheet, or out of the program.
  case back
}
