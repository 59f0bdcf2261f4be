/// What a person does with the card of the lessons.
public enum LessonMove: Sendable, Hashable, CaseIterable {
  /// On to the next step, done or not.
  case next
  /// Back to the step before.
  case back
  /// No more lessons.
  case leave
}
