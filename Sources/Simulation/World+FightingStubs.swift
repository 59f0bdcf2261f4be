extension World {
  mutating func stepSpotting(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepFire(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepEffects(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepRecovery(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepCivilians(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepControl(scratch: inout Scratch, events: inout [Event]) {}
  mutating func stepPolitics(scratch: inout Scratch, events: inout [Event]) {}
  /// The enemy as a side knows it, ordered by contact id.
  func contacts(of side: SideID) -> [Contact] { [] }
}
