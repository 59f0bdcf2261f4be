public import MapTable
public import Screen

/// Where and how large the sheet is drawn.
public struct SheetFrame: Sendable, Equatable {
  /// The window in pixels.
  public var size: Size
  /// Pixels a point.
  public var scale: Double
  /// Where the pointer is.
  public var pointer: Point?
  /// A frame.
  public init(size: Size, scale: Double, pointer: Point? = nil) {
    self.size = size
    self.scale = scale
    self.pointer = pointer
  }
}

extension Panels {
  /// Draws the sheet for a new battle, or its briefing, over the whole window.
  public func draw(
    _ sheet: BattleSheet, _ frame: SheetFrame, fonts: FontBook, into list: inout DrawList,
    hits: inout HitMap
  ) {
    let scale = frame.scale > 0 ? frame.scale : 1
    let isCompact = frame.size.width / scale < 1400 || frame.size.height / scale < 820
    var canvas = Canvas(
      list: DrawList(), hits: HitMap(), fonts: fonts, scale: scale, isCompact: isCompact,
      pointer: frame.pointer)
    swap(&canvas.list, &list)
    swap(&canvas.hits, &hits)
    let window = Rect(0, 0, frame.size.width, frame.size.height)
    canvas.list.fill(window, Color(14, 17, 25))
    canvas.hits.add(.panel, window)
    let margin = canvas.px(12, 32)
    let width = min(window.width - 2 * margin, canvas.px(1160))
    let height = min(window.height - 2 * margin, canvas.px(860))
    let page = Rect(
      (window.center.x - width / 2).rounded(), (window.center.y - height / 2).rounded(),
      width.rounded(), height.rounded())
    canvas.panel(page, radius: 8)
    let inner = page.inset(by: canvas.px(16, 28))
    switch sheet.page {
    case .setup: drawSetup(sheet, inner, &canvas)
    case .briefing: drawBriefing(sheet, inner, &canvas)
    }
    swap(&canvas.list, &list)
    swap(&canvas.hits, &hits)
  }

  private func drawSetup(_ sheet: BattleSheet, _ page: Rect, _ canvas: inout Canvas) {
    let (row, gap, count) = rows(of: sheet, page, canvas)
    var y = page.y
    canvas.text("New battle", in: Rect(page.x, y, page.width, canvas.px(30, 40)), .big)
    y += canvas.px(34, 52)
    func rect(_ lines: Int = 1) -> Rect { Rect(page.x, y, page.width, Double(lines) * row) }
    // Of more scenarios than there is room for those show that lie about the chosen one.
    let first = max(0, min(sheet.scenario - count / 2, sheet.scenarios.count - count))
    if count < sheet.scenarios.count {
      var list = rect(count)
      list.width += canvas.px(8)
      canvas.scrollBar(list, first, count, sheet.scenarios.count)
    }
    for (index, scenario) in sheet.scenarios.enumerated().dropFirst(first).prefix(count) {
      let line = field(index == first ? "Scenario" : "", rect(), sheet.row == .scenario, &canvas)
      let guided = "  ·  guided: learn the controls in ten minutes"
      canvas.button(
        scenario.title + (scenario.isGuided ? guided : ""), line.inset(by: 1),
        .sheet(.scenario(index)), isOn: index == sheet.scenario,
        .body)
      y += row
    }
    y += gap
    let sides = sheet.sides + ["Both sides"]
    choice("You command", sides, sheet.side, sheet.row == .side, rect(), &canvas) { .side($0) }
    y += row + gap
    if sheet.hasOpponent {
      choice(
        "Opponent", BattleSheet.temperaments, sheet.opponent, sheet.row == .opponent, rect(),
        &canvas
      ) { .opponent($0) }
      y += row + gap
      choice(
        "Handicap", (0...9).map(String.init), sheet.handicap, sheet.row == .handicap, rect(),
        &canvas
      ) { .handicap($0) }
      y += row + gap
      choice(
        "Fog of war", ["what your side knows", "everything"], sheet.hasFog ? 0 : 1,
        sheet.row == .fog, rect(), &canvas
      ) { .fog($0 == 0) }
      y += row + gap
    }
    drawSeed(sheet, rect(), &canvas)
    y += row + gap
    let foot = Rect(page.x, page.maxY - row, page.width, row)
    drawSaved(sheet, Rect(page.x, y, page.width, foot.y - gap - y), row, &canvas)
    drawFoot(sheet, foot, go: "Briefing", back: "Leave", &canvas)
  }

  /// How high the rows of the sheet are, what is between them, and how many scenarios show: in a
  /// low window the rows move together, and the scenarios leave room to a saved battle.
  private func rows(
    of sheet: BattleSheet, _ page: Rect, _ canvas: Canvas
  ) -> (row: Double, gap: Double, scenarios: Int) {
    let options = sheet.hasOpponent ? 5.0 : 2
    let least = sheet.saved.isEmpty ? 0.0 : 1
    let all = min(8, sheet.scenarios.count)
    let (row, gap) = (canvas.px(25, 34), canvas.px(6, 10))
    let room = page.height - canvas.px(34, 52) - row
    let needed = (Double(all) + options + least) * row + (options + 2) * gap
    if needed <= room { return (row, gap, all) }
    let (low, close) = (canvas.lineHeight(.body) + canvas.px(4), canvas.px(3))
    let rest = page.height - canvas.px(34, 52) - low - (options + 2) * close - options * low
    let fitting = Int(rest / low) - Int(least)
    return (low, close, max(1, sheet.row == .saved ? 1 : min(all, fitting)))
  }

  /// A row's heading; gives the room right of it.
  private func field(
    _ name: String, _ rect: Rect, _ isAt: Bool, _ canvas: inout Canvas
  ) -> Rect {
    let head = canvas.px(120, 170)
    if isAt, !name.isEmpty {
      canvas.list.fill(
        Rect(rect.x, rect.y + canvas.px(3), canvas.px(3), rect.height - canvas.px(6)), Ink.amber)
    }
    canvas.text(
      name, in: Rect(rect.x + canvas.px(10), rect.y, head - canvas.px(10), rect.height), .strong,
      isAt ? Ink.amber : Ink.dim)
    return Rect(rect.x + head, rect.y, rect.width - head, rect.height)
  }

  private func choice(
    _ name: String, _ words: [String], _ chosen: Int, _ isAt: Bool, _ rect: Rect,
    _ canvas: inout Canvas, control: (Int) -> SheetControl
  ) {
    let line = field(name, rect, isAt, &canvas)
    let gap = canvas.px(4)
    let rooms = canvas.shares(words, .body, line.width, gap)
    var x = line.x
    for (index, word) in words.enumerated() {
      canvas.button(
        word, Rect(x.rounded(), line.y + 1, rooms[index].rounded(.down), line.height - 2),
        .sheet(control(index)), isOn: index == chosen, .body)
      x += rooms[index] + gap
    }
  }

  private func drawSeed(_ sheet: BattleSheet, _ rect: Rect, _ canvas: inout Canvas) {
    let line = field("Seed", rect, sheet.row == .seed, &canvas)
    let side = line.height - 2
    canvas.button("−", Rect(line.x, line.y + 1, side, side), .sheet(.seed(-1)), .body)
    let text = "\(sheet.seed)"
    let width = max(canvas.px(80), canvas.width(text, .strong) + canvas.px(12))
    canvas.text(
      text, in: Rect(line.x + side, line.y, width, line.height), .strong, Ink.text, .center)
    canvas.button("+", Rect(line.x + side + width, line.y + 1, side, side), .sheet(.seed(1)), .body)
    let left = line.x + 2 * side + width + canvas.px(12)
    let words = [
      "all chance comes from it: the same seed and orders, the same battle",
      "all chance comes from it", "",
    ]
    canvas.text(
      canvas.fitting(words, .small, in: line.maxX - left),
      in: Rect(left, line.y, line.maxX - left, line.height), .small, Ink.dim)
  }

  private func drawSaved(
    _ sheet: BattleSheet, _ room: Rect, _ row: Double, _ canvas: inout Canvas
  ) {
    let count = Int(room.height / row)
    guard !sheet.saved.isEmpty, count > 0 else { return }
    let room = drawPreview(sheet, room, row, &canvas)
    // The one that the keyboard is at is always among those that show.
    let first = max(0, min(sheet.savedAt - count + 1, sheet.saved.count - count))
    for (index, saved) in sheet.saved.enumerated().dropFirst(first).prefix(count) {
      let rect = Rect(room.x, room.y + Double(index - first) * row, room.width, row)
      let line = field(index == first ? "Go on with" : "", rect, sheet.row == .saved, &canvas)
      let look = canvas.px(56, 72)
      var place = line.inset(by: 1)
      place.width -= look + canvas.px(4)
      let isOn = sheet.row == .saved && index == sheet.savedAt
      let color = isOn ? Ink.blue : canvas.isHovered(place) ? Ink.buttonHover : Ink.button
      canvas.list.fill(Path(place, radius: 3 * canvas.scale), color)
      canvas.text(
        saved.text, in: place.inset(by: canvas.px(4)), .small,
        saved.refusal == nil || isOn ? Ink.text : Ink.dim)
      canvas.hits.add(.control(.sheet(.saved(index))), place)
      guard saved.isSound else { continue }
      canvas.button(
        "Look", Rect(line.maxX - 1 - look, place.y, look, place.height), .sheet(.watch(index)),
        .small)
    }
  }

  /// The picture of the saved battle that is pointed at, at the right; gives the room left of it.
  private func drawPreview(
    _ sheet: BattleSheet, _ room: Rect, _ row: Double, _ canvas: inout Canvas
  ) -> Rect {
    let most = min(room.height, row * 7)
    guard let preview = sheet.preview, most >= 2.5 * row, preview.size.height > 0,
      room.width > canvas.px(700)
    else { return room }
    let width = min(
      room.width * 0.3, (most * preview.size.width / preview.size.height).rounded(.down))
    let height = (width * preview.size.height / preview.size.width).rounded(.down)
    let box = Rect((room.maxX - width).rounded(), room.y + 1, width.rounded(.down), height)
    canvas.list.image(preview.image, to: box)
    var rest = room
    rest.width -= box.width + canvas.px(10)
    return rest
  }

  private func drawFoot(
    _ sheet: BattleSheet, _ rect: Rect, go: String, back: String, _ canvas: inout Canvas
  ) {
    let width = canvas.px(130, 170)
    canvas.button(back, Rect(rect.x, rect.y, width, rect.height), .sheet(.back), .strong)
    canvas.button(
      go, Rect(rect.maxX - width, rect.y, width, rect.height), .sheet(.go), isOn: true, .strong)
    let middle = Rect(
      rect.x + width + canvas.px(12), rect.y, rect.width - 2 * width - canvas.px(24), rect.height)
    let keys =
      sheet.page == .setup
      ? [
        "↑ ↓ row  ·  ← → change  ·  Enter on  ·  W look at a saved one  ·  Esc leave",
        "↑ ↓ row  ·  ← → change  ·  Enter on", "↑ ↓ row  ·  ← → change", "",
      ] : ["Enter starts  ·  Esc goes back", ""]
    let isTold = !sheet.message.isEmpty
    let words = isTold ? sheet.message : canvas.fitting(keys, .small, in: middle.width)
    canvas.text(words, in: middle, .small, isTold ? Ink.amber : Ink.dim, .center)
  }
}

extension Panels {
  /// A line of the briefing.
  private struct BriefingLine {
    var text: String
    var isHeading: Bool
  }

  private func drawBriefing(_ sheet: BattleSheet, _ page: Rect, _ canvas: inout Canvas) {
    let head = canvas.px(34, 52)
    let foot = canvas.px(25, 34)
    canvas.text(sheet.title, in: Rect(page.x, page.y, page.width, canvas.px(30, 40)), .big)
    let gap = canvas.px(24, 40)
    let body = Rect(
      page.x, page.y + head, page.width, page.height - head - foot - canvas.px(12))
    let column = ((body.width - gap) / 2).rounded(.down)
    let height = canvas.lineHeight(.body)
    let lines = sheet.briefing.flatMap { broken($0, column, canvas) }
    // Both columns are of a length where the text is shorter than they.
    let rows = max(1, min(Int(body.height / height), lines.count / 2 + 1))
    // Two columns as in a newspaper; what is longer still is scrolled.
    let first = max(0, min(sheet.scroll, lines.count - 2 * rows))
    var place = 0
    for line in lines.dropFirst(first) {
      // No column begins with an empty line.
      if line.text.isEmpty, place % rows == 0 { continue }
      guard place < 2 * rows else { break }
      let x = page.x + (place < rows ? 0 : column + gap)
      let y = body.y + Double(place % rows) * height
      canvas.text(
        line.text, in: Rect(x, y, column + 1, height), line.isHeading ? .strong : .body,
        line.isHeading ? Ink.amber : Ink.text)
      place += 1
    }
    if lines.count > 2 * rows {
      canvas.text(
        "↑ ↓ or the wheel: more", in: Rect(page.x, page.y, page.width, canvas.px(30, 40)), .small,
        Ink.dim, .right)
    }
    let rect = Rect(page.x, page.maxY - foot, page.width, foot)
    drawFoot(sheet, rect, go: "Start", back: "Back", &canvas)
  }

  private func broken(
    _ section: BattleSheet.Section, _ width: Double, _ canvas: Canvas
  ) -> [BriefingLine] {
    var lines = [BriefingLine(text: section.heading, isHeading: true)]
    for paragraph in section.paragraphs {
      for line in canvas.wrapped(paragraph, .body, width: width, lines: .max) {
        lines.append(BriefingLine(text: line, isHeading: false))
      }
    }
    lines.append(BriefingLine(text: "", isHeading: false))
    return lines
  }
}
