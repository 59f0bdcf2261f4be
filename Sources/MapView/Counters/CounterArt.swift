import Raster
import Screen
import Symbology

/// Counters' symbols, bars and marks as pictures at the exact size, kept by content.
struct CounterArt {
  /// A symbol's picture.
  struct Picture {
    var image: ImageID
    /// From the symbol's middle to the picture's top left corner.
    var offset: Point
    var size: Size
    /// The frame around the symbol's middle.
    var frame: Rect
    /// The frame with the echelon over it, around the symbol's middle.
    var bounds: Rect
  }

  private struct Key: Hashable {
    var sidc: String
    var color: Color
    var ink: Color
    var halo: Color
    var outside: Color
    var height: Int
  }

  private var symbols: [Key: Picture] = [:]
  private var bars: [Int: ImageID] = [:]
  /// Marks, numbers of stacks and circles of towns.
  var smalls: [SmallKey: MapBoard.Sprite] = [:]

  /// The picture of a symbol with its frame `height` pixels high. An unreadable code gives the
  /// symbol of an unknown land unit. What stands outside the frame, as the echelon does, has the
  /// ink `outside`, since there it lies on the map.
  mutating func symbol(
    _ sidc: String, color: Color, ink: Color, halo: Color, outside: Color, height: Int,
    library: SymbolLibrary, images: inout ImageTable
  ) -> Picture {
    let key = Key(
      sidc: sidc, color: color, ink: ink, halo: halo, outside: outside, height: height)
    if let known = symbols[key] { return known }
    let code = (try? SIDC(sidc)) ?? SIDC(landUnit: 0, identity: .unknown)
    var style = SymbolStyle(frameFill: color, ink: ink, strokeWidth: height < 32 ? 5 : 4)
    if halo.alpha > 0 { style.halo = halo }
    let symbol = library.symbol(code, style: style).inked(ink, outside: outside)
    var hash = ImageHash("counter")
    hash.add(sidc)
    hash.add(color)
    hash.add(ink)
    hash.add(halo)
    hash.add(outside)
    hash.add(height)
    let (bitmap, picture) = Self.rasterized(symbol, id: hash.id, height: height)
    images[hash.id] = bitmap
    images.keepShapes(of: hash.id) { list in
      list.add(symbol, scale: Double(height) / 100, middle: Point(0, 0) - picture.offset)
    }
    symbols[key] = picture
    return picture
  }

  private static func rasterized(
    _ symbol: Symbol, id: ImageID, height: Int
  ) -> (Bitmap, Picture) {
    let scale = Double(height) / 100
    let bounds = symbol.bounds.union(symbol.frameBounds)
    let left = (bounds.x * scale).rounded(.down) - 2
    let top = (bounds.y * scale).rounded(.down) - 2
    let width = Int((bounds.maxX * scale).rounded(.up) + 2 - left)
    let tall = Int((bounds.maxY * scale).rounded(.up) + 2 - top)
    var bitmap = Bitmap(width: min(2048, max(1, width)), height: min(2048, max(1, tall)))
    for shape in symbol.shapes {
      let path = shape.path.mapped { Point($0.x * scale - left, $0.y * scale - top) }
      if let fill = shape.fill { bitmap.fill(path, fill) }
      if let stroke = shape.stroke { bitmap.stroke(path, shape.lineStyle(scale: scale), stroke) }
    }
    func scaled(_ r: Rect) -> Rect {
      Rect(r.x * scale, r.y * scale, r.width * scale, r.height * scale)
    }
    return (
      bitmap,
      Picture(
        image: id, offset: Point(left, top),
        size: Size(Double(bitmap.width), Double(bitmap.height)),
        frame: scaled(symbol.frameBounds), bounds: scaled(bounds))
    )
  }

  /// A bar of a share, 0…1,000: `width` × `height` pixels, coloured by how good the share is.
  mutating func bar(
    share: Int32, width: Int, height: Int, style: MapStyle, images: inout ImageTable
  ) -> ImageID {
    let inner = max(1, width - 2)
    let filled = min(inner, max(share > 0 ? 1 : 0, (Int(share) * inner + 500) / 1000))
    let grade = share >= 700 ? 0 : share >= 400 ? 1 : 2
    let look = style.name == "night" ? 1 : 0
    let key = (((look * 3 + grade) * 512 + filled) * 512 + width) * 64 + height
    if let known = bars[key] { return known }
    let id = ImageHash.id("bar", [look, grade, filled, width, height])
    let ground = style[.counterInk].premultiplied
    var bitmap = Bitmap(width: max(3, width), height: max(3, height), filledWith: ground)
    let color = style[[MapStyle.Ink.good, .fair, .poor][grade]].premultiplied
    let empty = style[.barGround].premultiplied
    for y in 1..<(bitmap.height - 1) {
      for x in 1..<(bitmap.width - 1) { bitmap[x, y] = x <= filled ? color : empty }
    }
    images[id] = bitmap
    images.keepShapes(of: id) { list in
      let inside = Rect(1, 1, Double(bitmap.width - 2), Double(bitmap.height - 2))
      list.fill(bitmap.bounds, style[.counterInk])
      list.fill(inside, style[.barGround])
      list.fill(
        Rect(1, 1, Double(filled), inside.height), style[[MapStyle.Ink.good, .fair, .poor][grade]])
    }
    bars[key] = id
    return id
  }
}

extension DrawList {
  /// Draws a symbol with its octagon's middle at a place.
  fileprivate mutating func add(_ symbol: Symbol, scale: Double, middle: Point) {
    for shape in symbol.shapes {
      let path = shape.path.mapped { $0 * scale + middle }
      if let color = shape.fill { fill(path, color) }
      if let stroke = shape.stroke { line(path, shape.lineStyle(scale: scale), stroke) }
    }
  }
}

extension Symbol {
  /// The symbol with another ink for what lies outside its frame.
  fileprivate func inked(_ ink: Color, outside: Color) -> Symbol {
    guard ink != outside else { return self }
    var result = self
    for index in shapes.indices {
      let middle = shapes[index].path.bounds.center
      guard !frameBounds.inset(by: 1).contains(middle) else { continue }
      if shapes[index].fill == ink { result.shapes[index].fill = outside }
      if shapes[index].stroke == ink { result.shapes[index].stroke = outside }
    }
    return result
  }
}
