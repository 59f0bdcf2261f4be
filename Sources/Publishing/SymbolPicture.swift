public import Raster
public import Screen
public import Symbology

/// One symbol on a square canvas: the octagon is a third of it high, centred.
public enum SymbolPicture {
  /// The symbol drawn on a canvas of `size` × `size` pixels. For many in a row keep a `Painter`.
  public static func bitmap(_ symbol: Symbol, size: Int, background: Color) -> Bitmap {
    var painter = Painter()
    return bitmap(symbol, size: size, background: background, painter: &painter)
  }

  /// The same with a painter's buffers used again.
  public static func bitmap(
    _ symbol: Symbol, size: Int, background: Color, painter: inout Painter
  ) -> Bitmap {
    var bitmap = Bitmap(width: size, height: size, filledWith: background.premultiplied)
    let scale = Double(size) / 300
    for shape in symbol.shapes {
      let path = placed(shape.path, size)
      if let fill = shape.fill { painter.fill(path, fill, on: &bitmap) }
      if let stroke = shape.stroke {
        painter.stroke(path, shape.lineStyle(scale: scale), stroke, on: &bitmap)
      }
    }
    return bitmap
  }

  /// The same picture as SVG.
  public static func svg(
    _ symbol: Symbol, size: Int, background: Color, title: String
  ) -> String {
    var list = DrawList()
    if background.alpha > 0 {
      list.fill(Rect(0, 0, Double(size), Double(size)), background)
    }
    for shape in symbol.shapes {
      let path = placed(shape.path, size)
      if let fill = shape.fill { list.fill(path, fill) }
      if let stroke = shape.stroke {
        list.line(path, shape.lineStyle(scale: Double(size) / 300), stroke)
      }
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="\(size)" height="\(size)" \
      viewBox="0 0 \(size) \(size)">
      <title>\(SVGText.escaped(title))</title>
      \(list.commands.map { SVGBody.element($0, list) }.joined())</svg>

      """
  }

  private static func placed(_ path: Path, _ size: Int) -> Path {
    let (scale, middle) = (Double(size) / 300, Double(size) / 2)
    return path.mapped { Point(middle + $0.x * scale, middle + $0.y * scale) }
  }
}
