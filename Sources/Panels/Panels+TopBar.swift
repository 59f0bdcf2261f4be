import MapTable
import Screen
import Simulation

extension Panels {
  /// A text of the bar; what is less important goes first where space is short.
  private struct BarItem {
    var text: String
    var style: TextStyle
    var color: Color
    /// 0 stays longest.
    var rank: Int
  }

  func drawTopBar(
    _ slot: Rect, _ picture: Picture, _ view: ViewState, _ canvas: inout Canvas
  ) {
    canvas.panel(slot, radius: 0, color: Ink.bar)
    let gap = canvas.px(14, 22)
    let controls = drawTimeControls(slot, view, &canvas)
    let clock = ClockText(picture.setup.clock)
    let date = clock.date(picture.tick)
    let time = clock.time(picture.tick)
    let dateWidth = canvas.width(date, .title)
    let timeWidth = canvas.width(time, .title)
    let clockWidth = dateWidth + canvas.px(9) + timeWidth
    let centered = slot.center.x - clockWidth / 2
    let isCentered = slot.width >= 1400 * canvas.scale && centered + clockWidth + gap < controls
    let left = isCentered ? centered : controls - gap - clockWidth
    let isPast = view.shownTick != nil
    let color = isPast ? Ink.amber : Ink.text
    canvas.text(date, in: Rect(left, slot.y, dateWidth + 2, slot.height), .title, color)
    let timeLeft = left + clockWidth - timeWidth
    canvas.text(time, in: Rect(timeLeft, slot.y, timeWidth + 2, slot.height), .title, color)
    if isCentered {
      let start = left + clockWidth + gap
      canvas.text(
        isPast ? "the past: End returns to now" : Self.sky(picture.sky),
        in: Rect(start, slot.y, controls - gap - start, slot.height), .body, Ink.dim)
    }
    let start = canvas.px(12, 18)
    drawItems(
      items(picture, view), in: Rect(start, slot.y, left - gap - start, slot.height), gap, &canvas)
  }

  /// Draws what fits, least important last, in the order given.
  private func drawItems(
    _ items: [BarItem], in rect: Rect, _ gap: Double, _ canvas: inout Canvas
  ) {
    var room = rect.width
    var kept = Set<Int>()
    for rank in items.indices.sorted(by: { items[$0].rank < items[$1].rank }) {
      let width = canvas.width(items[rank].text, items[rank].style) + gap
      // A name of which little would be left says nothing.
      guard width <= room || kept.isEmpty && room > 0.7 * width else { break }
      room -= width
      kept.insert(rank)
    }
    var x = rect.x
    for index in items.indices where kept.contains(index) {
      let space = Rect(x, rect.y, rect.maxX - x, rect.height)
      x += canvas.text(items[index].text, in: space, items[index].style, items[index].color) + gap
    }
  }

  private func items(_ picture: Picture, _ view: ViewState) -> [BarItem] {
    let setup = picture.setup
    let strip = ObjectiveStrip(picture: picture)
    var items = [BarItem(text: setup.title, style: .title, color: Ink.text, rank: 0)]
    items.append(BarItem(text: role(picture, view), style: .body, color: Ink.dim, rank: 8))
    for (index, text) in strip.texts.enumerated() {
      items.append(BarItem(text: text, style: .body, color: Ink.text, rank: 1 + index * 2))
    }
    if picture.truceHolds {
      items.append(BarItem(text: "truce", style: .body, color: Ink.green, rank: 4))
    }
    items.append(BarItem(text: strip.ceaseFire, style: .body, color: Ink.amber, rank: 2))
    if case .side(let side) = picture.viewpoint,
      picture.rulesOfEngagement.indices.contains(side.index)
    {
      let rules = picture.rulesOfEngagement[side.index]
      items.append(BarItem(text: rules.title, style: .body, color: Ink.dim, rank: 9))
    }
    return items
  }

  private func role(_ picture: Picture, _ view: ViewState) -> String {
    func name(_ side: SideID) -> String {
      picture.setup.sides.indices.contains(side.index) ? picture.setup.sides[side.index].name : ""
    }
    if case .play(let side) = view.mode { return "commanding \(name(side))" }
    let verb = view.mode == .playBoth ? "commanding" : "watching"
    if view.isSplit { return "known beside true" }
    switch picture.viewpoint {
    case .side(let side): return "\(verb) \(name(side))"
    case .umpire: return verb == "watching" ? "umpire’s picture" : "commanding both sides"
    }
  }

  /// Pause, speeds and help at the right; gives their left edge.
  private func drawTimeControls(
    _ slot: Rect, _ view: ViewState, _ canvas: inout Canvas
  ) -> Double {
    let labels = ["×60", "×300", "×900", "×1800", "max"]
    let height = canvas.px(24, 27)
    let width = min(canvas.px(46, 56), (slot.width * 0.055).rounded())
    let gap = canvas.px(3, 6)
    let top = (slot.center.y - height / 2).rounded()
    let isTight = width < canvas.width(labels[3], .body) + 4 * canvas.scale
    let style: TextStyle = isTight ? .small : .body
    let helpWidth = canvas.px(24, 28)
    var x = slot.maxX - canvas.px(8, 12) - helpWidth
    canvas.button("?", Rect(x, top, helpWidth, height), .help, isOn: view.showsHelp, style)
    for index in labels.indices.reversed() {
      let wanted = canvas.width(labels[index], style) + canvas.px(8)
      x -= gap + max(width, wanted)
      canvas.button(
        labels[index], Rect(x, top, max(width, wanted), height), .speed(index),
        isOn: view.speed == index && !view.isPaused, style)
    }
    x -= gap + width
    let pause = Rect(x, top, width, height)
    canvas.button("", pause, .pause, isOn: view.isPaused, style)
    drawPauseSign(pause, view.isPaused, &canvas)
    return x
  }

  /// Two bars where the clock can be stopped, a triangle where it can be started.
  private func drawPauseSign(_ rect: Rect, _ isPaused: Bool, _ canvas: inout Canvas) {
    let middle = rect.center
    let half = (5 * canvas.scale).rounded()
    if isPaused {
      let play = Path(
        [
          Point(middle.x - half * 0.7, middle.y - half), Point(middle.x + half, middle.y),
          Point(middle.x - half * 0.7, middle.y + half),
        ], closed: true)
      canvas.list.fill(play, Ink.text)
      return
    }
    let bar = max(2, (2.5 * canvas.scale).rounded())
    for x in [middle.x.rounded() - bar * 1.5, middle.x.rounded() + bar * 0.5] {
      canvas.list.fill(Rect(x, (middle.y - half).rounded(), bar, half * 2), Ink.text)
    }
  }

  /// `sunset 20:00 · half moon · daylight`
  static func sky(_ sky: Sky) -> String {
    var parts: [String] = []
    if sky.minuteOfDay < sky.sunriseMinute {
      parts.append("sunrise \(ClockText.time(minuteOfDay: sky.sunriseMinute))")
    } else if sky.sunsetMinute >= 0, sky.minuteOfDay < sky.sunsetMinute {
      parts.append("sunset \(ClockText.time(minuteOfDay: sky.sunsetMinute))")
    } else if sky.sunriseMinute >= 0 {
      parts.append("sunrise about \(ClockText.time(minuteOfDay: sky.sunriseMinute))")
    }
    let isUp = sky.moonAltitudeCentidegrees > 0
    parts.append(Figures.moon(sky.moonIlluminationPermille) + (isUp ? "" : " not up"))
    parts.append(Figures.light(sky.light))
    return parts.joined(separator: " · ")
  }
}
