/// An order that has been accepted.
public struct PendingOrder: Sendable, Hashable {
  /// The order; of an order to a formation its part for one unit.
  public var order: Order
  /// Its number among all orders of the battle, from 1.
  public var serial: Int32
  /// The tick at which it was given.
  public var given: Tick
  /// The tick at which it has come through the staffs (command delay).
  public var arrives: Tick
  /// The earliest tick at which it comes into force, by delay, time and hour; nil while its hour is
  /// not set. A signal or what it is queued behind may make it later.
  public var due: Tick?
  /// For `recall` the serial number of the order that it takes back; else 0.
  public var recalls: Int32

  /// A record of an order.
  public init(
    order: Order, serial: Int32 = 1, given: Tick, arrives: Tick? = nil, due: Tick?,
    recalls: Int32 = 0
  ) {
    self.order = order
    self.serial = serial
    self.given = given
    self.arrives = arrives ?? due ?? given
    self.due = due
    self.recalls = recalls
  }
}
