extension World {
  mutating func acceptOrders(_ orders: [Order], scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepArrivals(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepCommand(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepMovement(scratch: inout Scratch, events: inout [Event]) {}
  /// The hex towards which a beaten unit falls back, -1 for nowhere.
  func retreatTarget(of unit: Int) -> Int32 { -1 }
  /// Plans a path for a unit and sets its task columns, as an order in force does.
  mutating func startMove(
    _ row: Int, to hex: Int32, task: OrderKind, posture: Posture, scratch: inout Scratch
  ) {}
}
