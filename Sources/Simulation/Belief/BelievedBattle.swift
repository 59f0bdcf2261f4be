/// A battle around a place as one side believes it: its own units exactly, the enemy drawn from
/// what is known of him.
///
/// Forks of it are what an estimate and a staff's play-out are made of. Nothing but the side's
/// `Picture` goes in, so nothing can be learned from it that the side could not know; what is not
/// known (types, strengths, places, who has not been seen) is drawn anew from each `sample`.
public struct BelievedBattle: Sendable {
  /// Whose belief it is.
  public let side: SideID
  /// The world; its units are the own ones first, then those drawn for contacts, then unseen ones.
  public private(set) var world: World
  /// The own units by the world's row: `own[row]` is the id in the real battle.
  public let own: [UnitID]
  /// What was drawn, for telling which unknown weighs most.
  public let draws: [Draw]

  /// One thing that was not known and how it was drawn.
  public struct Draw: Sendable, Hashable {
    /// What was not known.
    public enum Subject: Hashable, Sendable {
      /// What a contact is.
      case type(ContactID)
      /// How strong a contact is.
      case strength(ContactID)
      /// Where a contact is by now.
      case place(ContactID)
      /// Whether somebody unseen stands in a quarter.
      case unseen(QuarterID)
    }
    /// What was not known.
    public var subject: Subject
    /// How bad the draw is for the side: its men-equivalents, or steps off the believed place.
    public var weight: Int32

    /// A draw from its parts.
    public init(subject: Subject, weight: Int32) {
      self.subject = subject
      self.weight = weight
    }
  }

  /// The battle that a side believes in, within `radius` hexes of a place.
  ///
  /// - Parameters:
  ///   - picture: what the side knows; a side's picture, not the umpire's.
  ///   - center: a hex index.
  ///   - radius: 1…60 hexes; units and contacts further off are left out.
  ///   - sample: which of the possible battles; one number gives one battle, always the same.
  public init(_ picture: Picture, around center: Int32, radius: Int, sample: UInt64) {
    guard case .side(let side) = picture.viewpoint else {
      preconditionFailure("a belief is a side's, not the umpire's")
    }
    self.side = side
    var draft = BeliefDraft(picture, side: side, sample: sample)
    draft.addOwn(around: center, radius: radius)
    draft.addContacts(around: center, radius: radius)
    draft.addUnseen(around: center, radius: radius)
    own = draft.own
    draws = draft.draws
    world = draft.world(seed: draft.seed)
  }

  /// The world's id of an own unit; nil where it is not near enough to take part.
  public func unit(_ id: UnitID) -> UnitID? {
    own.firstIndex(of: id).map { UnitID($0) }
  }

  /// An order of the real battle as one of this; nil where its unit takes no part.
  public func translated(_ order: Order) -> Order? {
    guard let unit = unit(order.unit) else { return nil }
    var order = order
    order.unit = unit
    return order
  }

  /// Plays one minute.
  public mutating func step(
    _ orders: [Order], scratch: inout World.Scratch, events: inout [Event]
  ) {
    world.step(orders, scratch: &scratch, events: &events)
  }
}
