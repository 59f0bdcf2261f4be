import Simulation

/// Tells whether a picture is still the one that something was made from, without reading it.
///
/// The key holds on to the picture, so that no other can come to lie in the same storage.
struct PictureKey {
  /// The picture itself.
  let picture: Picture

  /// Whether another picture shares viewpoint, moment and storage with this one.
  func isSame(as other: Picture) -> Bool {
    picture.viewpoint == other.viewpoint && picture.tick == other.tick
      && picture.sky == other.sky
      && Self.share(picture.units, other.units) && Self.share(picture.contacts, other.contacts)
      && Self.share(picture.control, other.control)
      && Self.share(picture.seenHex, other.seenHex)
      && Self.share(picture.events, other.events)
      && Self.share(picture.fireMissions, other.fireMissions)
      && Self.share(picture.civilians.displaced, other.civilians.displaced)
      && Self.share(picture.civilians.sheltered, other.civilians.sheltered)
      && Self.share(picture.setup.units, other.setup.units)
      && Self.share(picture.setup.formations, other.setup.formations)
  }

  /// Whether another picture has the same order of battle.
  func hasOrder(of other: Picture) -> Bool {
    Self.share(picture.setup.units, other.setup.units)
      && Self.share(picture.setup.formations, other.setup.formations)
  }

  private static func share<Element>(_ a: [Element], _ b: [Element]) -> Bool {
    a.count == b.count
      && a.withUnsafeBufferPointer { first in
        b.withUnsafeBufferPointer { first.baseAddress == $0.baseAddress }
      }
  }
}
