/// A tool of the desk: something to measure the map with.
public enum DeskTool: String, Sendable, CaseIterable {
  /// How far it is, straight and on the ground, and how long the march takes.
  case ruler
  /// What can be seen from a place.
  case sight
  /// Where the chosen unit or contact can be by when.
  case reach
  /// How far guns and air defence reach.
  case ranges

  /// The tool as people read it.
  public var title: String {
    switch self {
    case .ruler: "Ruler"
    case .sight: "Line of sight"
    case .reach: "Where it can be by…"
    case .ranges: "Ranges"
    }
  }

  /// How it is used, in a line.
  public var usage: String {
    switch self {
    case .ruler: "Ruler: click points on the way; from the selected unit where there is none."
    case .sight: "Line of sight: from the selected unit, or click where the observer stands."
    case .reach: "Where it can be by…: rings of time about the selected unit or contact."
    case .ranges: "Ranges of guns and air defence of every unit."
    }
  }

  /// Whether clicks put points down for it.
  public var takesPoints: Bool { self == .ruler || self == .sight }
}

/// What lies on the desk: the tool in hand and the points put down with it.
public struct DeskWork: Sendable, Equatable {
  /// The most points that a ruler takes.
  public static let pointCapacity = 16

  /// The tool in hand; nil for none.
  public var tool: DeskTool?
  /// The points put down, as hex indices.
  public var points: [Int32] = []

  /// An empty desk.
  public init() {}

  /// Takes the tool after this one, none after the last.
  public mutating func takeNext() {
    let all = DeskTool.allCases
    let index = tool.flatMap { all.firstIndex(of: $0) }.map { $0 + 1 } ?? 0
    tool = all.indices.contains(index) ? all[index] : nil
    points = []
  }

  /// Takes a tool, or puts it away where it is in hand.
  public mutating func toggle(_ wanted: DeskTool) {
    tool = tool == wanted ? nil : wanted
    points = []
  }

  /// Puts a point down: the ruler's next, or the place of the observer.
  public mutating func put(_ hex: Int32) {
    switch tool {
    case .sight: points = [hex]
    case .ruler: if points.last != hex, points.count < Self.pointCapacity { points.append(hex) }
    case .reach, .ranges, nil: break
    }
  }
}
