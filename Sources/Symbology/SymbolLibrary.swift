import Screen

/// All that is needed to draw symbols: frames, icons, modifiers, marks and letters.
public struct SymbolLibrary: Sendable {
  /// A frame: its outline and the area that this spans.
  struct Frame: Sendable {
    /// The closed outline.
    var outline = Path()
    /// The area of the outline's middle line.
    var box = Rect(0, 0, 0, 0)
    /// Which of the frames it is: `FrameShape.rawValue`.
    var index = 0
    /// Where a headquarters staff starts at the box's left edge: the lowest corner there or, where
    /// the outline has none (diamond, lobes, circle), the middle.
    var staffTop: Double {
      let isSquare = outline.points.contains(Point(box.x, box.maxY))
      return isSquare ? box.maxY : box.center.y
    }
  }

  /// A drawing for each frame shape, with the words for it.
  struct Entry: Sendable {
    /// What it is called.
    var name: String
    /// The drawings by `FrameShape.rawValue`.
    var icons: [Icon]
  }

  /// Frames by `FrameShape.rawValue`.
  var frames: [Frame] = []
  /// Entities by symbol set × 1 000 000 + entity.
  var entities: [Int: Entry] = [:]
  /// Upper modifiers by symbol set × 100 + code.
  var modifiers1: [Int: Entry] = [:]
  /// Lower modifiers by symbol set × 100 + code.
  var modifiers2: [Int: Entry] = [:]
  /// Echelon marks by digits 9–10, placed above each frame.
  var echelons: [Int: Entry] = [:]
  /// Mobility marks by digits 9–10, placed below each frame.
  var mobility: [Int: Entry] = [:]
  /// The letters.
  var letters = Letterforms()

  init() {}

  /// The entity that is drawn for a code: itself, or its parent where the data lacks it; nil where
  /// only the frame is drawn.
  public func drawnEntity(for sidc: SIDC) -> Int? {
    let base = Self.iconSet(of: sidc) * 1_000_000
    for unit in [1, 100, 10_000] {
      let code = sidc.entity / unit * unit
      if entities[base + code] != nil { return code }
    }
    return nil
  }

  /// What the entity of a code is called in the standard, or its parent's name; empty for none.
  public func name(of sidc: SIDC) -> String {
    guard let code = drawnEntity(for: sidc) else { return "" }
    return entities[Self.iconSet(of: sidc) * 1_000_000 + code]?.name ?? ""
  }

  /// The entities that the data draws in a symbol set, ascending.
  public func entityCodes(in symbolSet: Int) -> [Int] {
    entities.keys.filter { $0 / 1_000_000 == symbolSet }.map { $0 % 1_000_000 }.sorted()
  }

  /// The modifiers that the data draws in sector 1 or 2 of a symbol set, ascending.
  public func modifierCodes(sector: Int, in symbolSet: Int) -> [Int] {
    (sector == 1 ? modifiers1 : modifiers2).keys
      .filter { $0 / 100 == symbolSet }.map { $0 % 100 }.sorted()
  }

  /// What a modifier is called; empty where the data lacks it.
  public func modifierName(_ code: Int, sector: Int, in symbolSet: Int) -> String {
    (sector == 1 ? modifiers1 : modifiers2)[symbolSet * 100 + code]?.name ?? ""
  }

  /// The set whose icons a code is drawn with.
  static func iconSet(of sidc: SIDC) -> Int { sidc.symbolSet }
}
