import Raster
public import Screen
public import Symbology

/// One symbol on a square canvas: the octagon is a third of it high, centred.
public enum SymbolPicture {
  /// The symbol drawn on a canvas of `size` × `size` pixels.
  public static func bitmap(_ symbol: Symbol, size: Int, background: Color) -> Bitmap {
    var bitmap = Bitmap(width: size, height: size, filledWith: background.premultiplied)
    let scale = Double(size) / 300
    let middle = Double(size) / 2
    for shape in symbol.shapes {
      let path = shape.path.mapped { Point(middle + $0.x * scale, middle + $0.y * scale) }
      if let fill = shape.fill { bitmap.fill(path, fill) }
      if let stroke = shape.stroke {
        let style = LineStyle(
          width: shape.strokeWidth * scale, dashes: shape.dashes.map { $0 * scale })
        bitmap.stroke(path, style, stroke)
      }
    }
    return bitmap
  }
}
