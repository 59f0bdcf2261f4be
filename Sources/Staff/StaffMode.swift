/// Whether a staff plays its courses of action out before it chooses.
public enum StaffMode: String, CaseIterable, Sendable {
  /// By play-outs of the simulation on what the side believes.
  case thinking
  /// By the odds as counted; quick.
  case plain
}
