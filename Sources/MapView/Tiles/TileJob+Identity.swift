extension TileJob: Identifiable {
  /// Which tile it draws: two jobs with one id give the same pixels.
  public struct ID: Hashable, Sendable {
    let key: TileKey
  }

  /// Which tile it draws.
  public var id: ID { ID(key: key) }
}
