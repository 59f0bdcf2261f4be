/// The outlines that frames have: they tell the identity by shape, apart from colour.
enum FrameShape: Int, CaseIterable, Sendable {
  /// The rectangle of a friendly unit.
  case friend
  /// The square of a neutral.
  case neutral
  /// The diamond of a hostile or suspect.
  case hostile
  /// The four lobes of an unknown or pending.
  case unknown
  /// The circle of friendly equipment.
  case disc

  /// The word for it in symbol files.
  var word: String {
    switch self {
    case .friend: "friend"
    case .neutral: "neutral"
    case .hostile: "hostile"
    case .unknown: "unknown"
    case .disc: "disc"
    }
  }

  /// The shape of an identity in a symbol set.
  init(_ identity: SIDC.Identity, symbolSet: Int) {
    switch identity {
    case .pending, .unknown: self = .unknown
    case .assumedFriend, .friend: self = symbolSet == SIDC.landEquipment ? .disc : .friend
    case .neutral: self = .neutral
    case .suspect, .hostile: self = .hostile
    }
  }
}
