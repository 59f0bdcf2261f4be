import Geography
import MapTable
import Screen
import Simulation

/// What the tool in hand has found out, worked out anew only when the question changes.
struct DeskSheet {
  private struct Question: Equatable {
    var work: DeskWork
    var unit: UnitID?
    var contact: ContactID?
    var start: Int32?
    var aim: Int32?
    /// Minutes; the rings of time need not follow every one.
    var time: Int32
  }

  /// Kilometres that the line of sight is looked at.
  static let sightKilometers = 15
  /// Minutes between two rings of time.
  private static let ringMinutes: [Int32] = [30, 60, 120, 240]

  /// A ring of time: the ground that can be reached.
  struct Ring {
    var area: TileArea
    /// When, as minutes from now; what lies behind is 0.
    var minutes: Int32
  }

  private var question: Question?
  private var finder = RouteFinder()
  /// The ruler's hexes, the first its start.
  private(set) var stops: [Int32] = []
  /// The way on the ground over the stops, as hexes; empty where there is none.
  private(set) var way: [Int32] = []
  /// The minutes that the way takes.
  private(set) var minutes: Int32?
  /// The line of sight to what is aimed at.
  private(set) var line: [BattleSetup.SightSample] = []
  /// The ground in sight.
  private(set) var seen: [TileArea] = []
  /// The rings, the widest first.
  private(set) var rings: [Ring] = []
  /// How what the rings are of is taken to move.
  private(set) var pace: Picture.Pace?

  /// Brings the sheet up to a frame.
  mutating func update(_ frame: MapFrame) {
    let asked = Self.question(frame)
    guard asked != question else { return }
    let isSamePlace = question?.start == asked?.start && question?.work == asked?.work
    question = asked
    stops = []
    way = []
    minutes = nil
    line = []
    rings = []
    pace = nil
    if !isSamePlace || asked?.work.tool != .sight { seen = [] }
    guard let asked else { return }
    switch asked.work.tool {
    case .ruler: measure(asked, frame)
    case .sight: look(asked, frame)
    case .reach: reach(asked, frame)
    case .ranges, nil: break
    }
  }

  private static func question(_ frame: MapFrame) -> Question? {
    guard let tool = frame.view.desk.tool, tool != .ranges else { return nil }
    let unit = frame.view.selection.first.flatMap { frame.picture.report($0) }
    let contact = frame.view.selectedContact.flatMap { frame.picture.contact($0) }
    let start = frame.view.desk.points.first ?? contact?.hex ?? unit?.hex
    return Question(
      work: frame.view.desk, unit: unit?.id, contact: contact?.id, start: start,
      aim: tool == .reach ? nil : aim(frame),
      time: tool == .reach ? frame.picture.tick.rawValue / 5 : 0)
  }

  private static func aim(_ frame: MapFrame) -> Int32? {
    let grid = frame.picture.setup.terrain.grid
    if frame.view.aimsWithCursor { return frame.view.cursorHex }
    guard let pointer = frame.view.pointer,
      !frame.covered.contains(where: { $0.contains(pointer) })
    else { return nil }
    let ground = frame.camera.ground(pointer)
    return grid.index(at: PlanePoint(x: ground.x, y: ground.y).mapPoint).map { Int32($0) }
  }

  private mutating func measure(_ asked: Question, _ frame: MapFrame) {
    stops = asked.work.points
    if stops.isEmpty, let start = asked.start { stops = [start] }
    if let aim = asked.aim, stops.last != aim { stops.append(aim) }
    guard stops.count > 1, let unit = asked.unit, asked.work.points.count < 2,
      let report = frame.picture.report(unit), report.hex == stops[0], let goal = stops.last,
      let route = frame.picture.route(for: unit, to: goal, as: .march, with: &finder)
    else { return }
    way = [report.hex] + route.hexes
    minutes = route.minutes
  }

  private mutating func look(_ asked: Question, _ frame: MapFrame) {
    guard let start = asked.start, start >= 0 else { return }
    let setup = frame.picture.setup
    if let aim = asked.aim, setup.terrain.grid.distance(Int(start), Int(aim)) <= 40 {
      line = setup.sightLine(from: start, to: aim)
    }
    guard seen.isEmpty else { return }
    let hexes = Set(setup.hexesInSight(of: start, within: Self.sightKilometers))
    seen = Self.areas(setup.terrain.grid) { hexes.contains(Int32($0)) }
  }

  private mutating func reach(_ asked: Question, _ frame: MapFrame) {
    let picture = frame.picture
    var start: Int32?
    var behind: Int32 = 0
    if let id = asked.contact, let contact = picture.contact(id) {
      start = contact.hex
      pace = picture.pace(of: contact)
      behind = max(0, picture.tick - contact.lastSeen)
    } else if let unit = asked.unit, let report = picture.report(unit) {
      start = report.hex
      pace = picture.pace(of: unit)
    }
    guard let start, start >= 0, let pace else { return }
    // Of who was seen long ago it is not known where he went since.
    behind = min(behind, 720)
    let times = (behind >= 5 ? [0] : []) + Self.ringMinutes.prefix(behind > 240 ? 2 : 4)
    let far = behind + (times.last ?? 0)
    let travel = picture.travelMinutes(from: start, pace, within: far)
    for time in times.reversed() {
      let limit = behind + time
      let areas = Self.areas(picture.setup.terrain.grid) { travel[$0] >= 0 && travel[$0] <= limit }
      if let area = areas.first { rings.append(Ring(area: area, minutes: time)) }
    }
  }

  private static func areas(_ grid: HexGrid, contains: (Int) -> Bool) -> [TileArea] {
    let rings = HexOutline.loops(grid, contains: contains)
    return rings.isEmpty ? [] : TileArea(wound: rings).map { [$0] } ?? []
  }
}
