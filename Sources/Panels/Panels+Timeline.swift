import MapTable
import Screen
import Simulation

extension Panels {
  func drawTimeline(
    _ slot: Rect, _ picture: Picture, _ view: ViewState, _ info: PanelInfo,
    _ canvas: inout Canvas
  ) {
    canvas.panel(slot, radius: 0, color: Ink.bar)
    let latest = max(view.latestTick, max(info.latestTick, picture.tick))
    let end = max(60, max(info.battleLength.rawValue, latest.rawValue))
    let side = canvas.px(12, 18)
    let jumps = drawJumps(slot, view, &canvas)
    let track = Rect(
      slot.x + side, (slot.y + slot.height * 0.4).rounded(), jumps - slot.x - 2 * side,
      canvas.px(5, 7))
    func x(_ tick: Int32) -> Double {
      track.x + (track.width * Double(max(0, min(end, tick))) / Double(end)).rounded()
    }
    drawNights(picture, end, track, x, &canvas)
    canvas.list.fill(Path(track, radius: track.height / 2), Ink.track)
    var past = track
    past.width = max(track.height, x(latest.rawValue) - track.x)
    canvas.list.fill(Path(past, radius: track.height / 2), Ink.blue)
    drawMarks(info.timeline, slot, track, x, picture.tick, latest, &canvas)
    drawHours(picture, end, slot, track, x, &canvas)
    let handle = Point(x((view.shownTick ?? picture.tick).rawValue), track.center.y)
    let isPast = view.shownTick != nil
    canvas.list.fill(
      Path(circle: handle, radius: canvas.px(6, 8)), isPast ? Ink.amber : Color.white)
    let grab = Rect(track.x, slot.y, track.width, slot.height)
    canvas.hits.add(.control(.time(Tick(rawValue: end))), grab)
    let mark = canvas.px(18)
    canvas.foldMark(
      Rect(slot.maxX - mark - canvas.px(8), slot.y + canvas.px(3), mark, mark), .timeline)
  }

  /// Strips above the track from sunset to sunrise, by the sun of the day shown.
  private func drawNights(
    _ picture: Picture, _ end: Int32, _ track: Rect, _ x: (Int32) -> Double,
    _ canvas: inout Canvas
  ) {
    let sky = picture.sky
    guard sky.sunriseMinute >= 0, sky.sunsetMinute > sky.sunriseMinute else { return }
    let start = picture.setup.clock.minuteOfDay
    let height = canvas.px(3, 4)
    // Day by day from the midnight before the start; a battle of 40 days has 41 nights.
    var midnight: Int32 = -start - 1440
    while midnight < end {
      let dusk = midnight + sky.sunsetMinute
      let dawn = midnight + 1440 + sky.sunriseMinute
      if dawn > 0, dusk < end {
        let left = x(dusk)
        canvas.list.fill(
          Rect(left, track.y - height - canvas.px(2), x(dawn) - left, height), Ink.night)
      }
      midnight += 1440
    }
  }

  private func drawMarks(
    _ marks: [TimelineMark], _ slot: Rect, _ track: Rect, _ x: (Int32) -> Double, _ shown: Tick,
    _ latest: Tick, _ canvas: inout Canvas
  ) {
    var lastMark = -Double.infinity
    var labelEnd = -Double.infinity
    for mark in marks {
      let place = x(mark.tick.rawValue)
      let isAhead = mark.tick > latest
      if !mark.label.isEmpty {
        let width = canvas.width(mark.label, .small)
        let left = min(place + canvas.px(4), track.maxX - width)
        if left > labelEnd {
          canvas.text(
            mark.label, in: Rect(left, slot.y, width + 1, track.y - slot.y), .small, Ink.amber)
          labelEnd = left + width + canvas.px(6)
        }
      }
      // Marks on one pixel would only cost time.
      guard place - lastMark >= canvas.px(2) else { continue }
      lastMark = place
      // They keep off the hours beneath.
      let tall = canvas.px(4)
      canvas.list.fill(
        Rect(
          place - canvas.px(1), track.y - tall, max(1, canvas.px(2)),
          track.height + tall + canvas.px(2)),
        isAhead ? Ink.amber : mark.tick > shown ? Ink.faint : Ink.mark)
    }
  }

  /// Labels beneath the track: every 1, 3, 6, 12 or 24 hours, as room allows, dates at midnight.
  private func drawHours(
    _ picture: Picture, _ end: Int32, _ slot: Rect, _ track: Rect, _ x: (Int32) -> Double,
    _ canvas: inout Canvas
  ) {
    let clock = ClockText(picture.setup.clock)
    let top = track.maxY + canvas.px(1)
    let height = slot.maxY - canvas.px(2) - top
    let widest = canvas.width("00 Sep 00", .small) + canvas.px(14)
    let step =
      [60, 180, 360, 720, 1440].first { Double($0) / Double(end) * track.width >= widest } ?? 2880
    var tick = Int32(step) - Int32(clock.minuteOfDay(Tick(0))) % Int32(step)
    var free = track.x
    let first = "\(clock.shortDate(Tick(0))) \(clock.time(Tick(0)).prefix(2))"
    if tick != Int32(step) || tick > 0 {
      free +=
        canvas.text(
          first, in: Rect(track.x, top, widest, height), .small, Ink.dim) + canvas.px(8)
    }
    while tick <= end {
      let moment = Tick(rawValue: tick)
      let isMidnight = clock.minuteOfDay(moment) == 0
      let hour = clock.time(moment).prefix(2)
      let label = isMidnight ? "\(clock.shortDate(moment)) \(hour)" : String(hour)
      let width = canvas.width(label, .small)
      let left = min(track.maxX - width, x(tick) - width / 2)
      if left >= free {
        canvas.text(label, in: Rect(left, top, width + 1, height), .small, Ink.dim)
        free = left + width + canvas.px(8)
      }
      tick += Int32(step)
    }
  }
}
