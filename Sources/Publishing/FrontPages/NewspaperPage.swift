import Press
import Screen

/// One newspaper's front page: masthead, headline, map, lead and columns.
struct NewspaperPage {
  let words: FrontPage
  let date: String
  let time: String
  let notice: String
  let number: Int
  let fonts: FontBook
  /// Where it lies on the picture.
  let rect: Rect

  static let ink = Color(34, 31, 28)
  static let paper = Color(244, 238, 222)
  private static let dim = Color(98, 90, 80)

  private static let mastheads = [92, 84, 76, 68, 60, 52].map { Font(.semibold, $0) }
  private static let headlines = [76, 68, 60, 54, 48, 42].map { Font(.semibold, $0) }
  private static let line = Font(.medium, 17)
  private static let lead = Font(.regular, 21)
  private static let body = Font(.regular, 18)
  private static let dateline = Font(.semibold, 18)
  private static let small = Font(.regular, 15)

  /// All the fonts of a page.
  static var fonts: [Font] {
    mastheads + headlines + [line, lead, body, dateline, small]
  }

  private var inner: Rect { rect.inset(by: 46) }
  private let gutter = 30.0
  private var column: Double { (inner.width - 2 * gutter) / 3 }

  /// Pixels of the map on it: two columns wide.
  var mapSize: Size { Size((2 * column + gutter).rounded(.down), 430) }

  /// Draws the page.
  func draw(map: ImageID, into list: inout DrawList) {
    list.fill(rect.offset(by: Point(8, 10)), Color(0, 0, 0, 90))
    list.fill(rect, Self.paper)
    var y = drawHead(into: &list)
    y = drawHeadline(from: y, into: &list)
    let foot = drawNotice(into: &list)
    let size = mapSize
    let place = Rect(inner.x, y, size.width, size.height)
    list.image(map, to: place)
    list.line(Path(place), LineStyle(width: 1, join: .miter), Self.ink)
    var third = TextColumn(
      left: inner.x + 2 * (column + gutter), width: column, bottom: foot, y: y - 5)
    for text in words.lead {
      let metrics = fonts.metrics(of: Self.lead)
      guard third.y + third.height(of: text, metrics, leading: 29) <= third.bottom else { break }
      third.set(text, Self.lead, Self.ink, leading: 29, fonts: fonts, into: &list)
      third.y += 12
    }
    let top = drawColumnHead(from: place.maxY + 8, into: &list)
    var columns = [0, 1].map {
      TextColumn(
        left: inner.x + Double($0) * (column + gutter), width: column, bottom: foot, y: top)
    }
    if third.y < foot - 60 {
      drawRule(third.y + 4, from: third.left, width: column, into: &list)
      third.y += 16
    }
    columns.append(third)
    level(&columns, to: foot)
    fill(columns, into: &list)
    for index in 1...2 {
      let x = inner.x + Double(index) * (column + gutter) - gutter / 2
      let start = index == 1 ? top : y
      list.fill(Rect(x.rounded(), start, 1, foot - start - 6), Self.dim.withAlpha(120))
    }
  }

  /// Masthead and date line; gives where they end.
  private func drawHead(into list: inout DrawList) -> Double {
    let font =
      Self.mastheads.first { fonts.metrics(of: $0).width(of: words.masthead) <= inner.width }
      ?? Self.mastheads[Self.mastheads.count - 1]
    var y = inner.y + fonts.metrics(of: font).ascent
    center(words.masthead, font, Self.ink, at: y, into: &list)
    y += 30
    list.fill(Rect(inner.x, y, inner.width, 3), Self.ink)
    let base = y + 25
    center(words.motto, Self.line, Self.ink, at: base, into: &list)
    list.text(date, at: Point(inner.x, base), Self.line, Self.ink, fonts: fonts)
    let edition = "\(time) edition"
    let width = fonts.metrics(of: Self.line).width(of: edition)
    list.text(
      edition, at: Point((inner.maxX - width).rounded(), base), Self.line, Self.ink, fonts: fonts)
    list.fill(Rect(inner.x, y + 37, inner.width, 1), Self.ink)
    return y + 38
  }

  /// The headline in one line or two, as large as it fits; gives where it ends.
  private func drawHeadline(from top: Double, into list: inout DrawList) -> Double {
    let field = TextColumn(left: inner.x, width: inner.width, bottom: .infinity, y: top)
    let font =
      Self.headlines.first {
        let lines = field.lines(of: words.headline, fonts.metrics(of: $0))
        return lines.count <= ($0.pixelSize >= 60 ? 1 : 2)
      } ?? Self.headlines[Self.headlines.count - 1]
    let metrics = fonts.metrics(of: font)
    var y = top + 12
    for line in field.lines(of: words.headline, metrics) {
      center(line.joined(separator: " "), font, Self.ink, at: y + metrics.ascent, into: &list)
      y += metrics.lineHeight
    }
    return (y + 16).rounded()
  }

  private func drawColumnHead(from top: Double, into list: inout DrawList) -> Double {
    let metrics = fonts.metrics(of: Self.dateline)
    drawRule(top + 4, from: inner.x, width: mapSize.width, into: &list)
    list.text(
      words.columnHead, at: Point(inner.x, (top + 12 + metrics.ascent).rounded()), Self.dateline,
      Self.ink, fonts: fonts)
    return top + 12 + metrics.lineHeight + 8
  }

  /// Ends the columns as high as all stories allow, so that few of them leave no column empty.
  func level(_ columns: inout [TextColumn], to foot: Double) {
    for bottom in stride(from: (columns.map(\.y).min() ?? foot) + 40, to: foot, by: 20) {
      var trial = columns
      for index in trial.indices { trial[index].bottom = bottom }
      let placed = fill(trial) { _, _, _, _ in }
      guard placed == words.stories.count else { continue }
      columns = trial
      return
    }
  }

  private static let leading = 25.0

  /// Shares the stories out over columns; each takes what fits it whole. Gives how many had room.
  private func fill(
    _ columns: [TextColumn],
    set: (FrontPage.Story, _ column: TextColumn, _ head: String, _ indent: Double) -> Void
  ) -> Int {
    let (bold, plain) = (fonts.metrics(of: Self.dateline), fonts.metrics(of: Self.body))
    var columns = columns
    var index = 0
    for (count, story) in words.stories.enumerated() {
      let head = story.dateline + ":"
      let indent = bold.width(of: head + " ")
      func height(_ column: TextColumn) -> Double {
        column.height(of: story.text, plain, leading: Self.leading, indent: indent)
      }
      while index < columns.count,
        columns[index].y + height(columns[index]) > columns[index].bottom - 8
      { index += 1 }
      guard index < columns.count else { return count }
      set(story, columns[index], head, indent)
      columns[index].y += height(columns[index]) + 10
    }
    return words.stories.count
  }

  /// Sets the stories.
  private func fill(_ columns: [TextColumn], into list: inout DrawList) {
    let bold = fonts.metrics(of: Self.dateline)
    _ = fill(columns) { story, column, head, indent in
      var column = column
      let base = column.y + bold.ascent + (Self.leading - bold.lineHeight) / 2
      list.text(
        head, at: Point(column.left, base.rounded()), Self.dateline, Self.ink, fonts: fonts)
      column.set(
        story.text, Self.body, Self.ink, leading: Self.leading, indent: indent, fonts: fonts,
        into: &list)
    }
  }

  /// The notice at the foot; gives where the columns end.
  private func drawNotice(into list: inout DrawList) -> Double {
    let metrics = fonts.metrics(of: Self.small)
    var field = TextColumn(left: inner.x, width: inner.width, bottom: inner.maxY, y: 0)
    field.y = inner.maxY - field.height(of: notice, metrics, leading: 20)
    let top = field.y - 10
    drawRule(top, from: inner.x, width: inner.width, into: &list)
    field.set(notice, Self.small, Self.dim, leading: 20, fonts: fonts, into: &list)
    return top - 6
  }

  private func drawRule(
    _ y: Double, from x: Double, width: Double, into list: inout DrawList
  ) {
    list.fill(Rect(x, y.rounded(), width, 1), Self.ink)
  }

  private func center(
    _ text: String, _ font: Font, _ color: Color, at y: Double, into list: inout DrawList
  ) {
    let width = fonts.metrics(of: font).width(of: text)
    list.text(
      text, at: Point((inner.x + (inner.width - width) / 2).rounded(), y.rounded()), font, color,
      fonts: fonts)
  }
}
