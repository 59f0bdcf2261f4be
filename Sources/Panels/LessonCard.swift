/// A lesson as its card shows it.
public struct LessonCard: Sendable, Hashable {
  /// Which step it is, from 1.
  public var number: Int
  /// How many there are.
  public var count: Int
  /// The heading.
  public var title: String
  /// What to do.
  public var text: String
  /// Whether it has been done.
  public var isDone: Bool
  /// Whether it is only to be read.
  public var isRead: Bool
  /// The place that the map marks, as a hex index; nil for none.
  public var place: Int32?

  /// A card.
  public init(
    number: Int, count: Int, title: String, text: String, isDone: Bool = false,
    isRead: Bool = false, place: Int32? = nil
  ) {
    self.number = number
    self.count = count
    self.title = title
    self.text = text
    self.isDone = isDone
    self.isRead = isRead
    self.place = place
  }
}
