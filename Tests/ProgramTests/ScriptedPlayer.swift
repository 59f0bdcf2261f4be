import Foundation
import Geography
import InputController
import MapTable
import Publishing
import Screen
import Session
import Simulation
import TestKit
import Testing

@testable import sitrep

/// A player with a mouse alone or a keyboard alone at the program's window.
///
/// A twin of the desk in this process takes the same events, so that the player knows where things
/// are on the glass; what counts is what the program's own journal says.
@MainActor
struct ScriptedPlayer: ~Copyable {
  enum Hand { case mouse, keyboard }

  /// The place looked at: the brigade in front of Calilabad.
  private static let middle = GeoPoint(longitude: 48.49, latitude: 39.27)
  private static let scale = 100_000.0
  private static let size = Size(1280, 720)

  let hand: Hand
  let play: Process
  private let display: Display
  private let window: Display.Window
  private let journal: String
  private var scene: DeskScene
  private var ordered: Set<UnitID> = []
  /// Where the window was clicked for the order that is being given.
  private var clicks: [Point] = []

  /// Starts the program on a display, its clock standing.
  init(_ hand: Hand, _ display: Display, folder: String) throws {
    let play = try Program.start(
      [
        "play", "Calilabad", "--side", "az", "--paused", "--journal", "game.sitlog", "--size",
        "1280x720", "--center", "\(Self.middle.longitude),\(Self.middle.latitude)", "--scale",
        "1:100000",
      ], in: folder, environment: ["DISPLAY": display.name, "SDL_VIDEODRIVER": "x11"])
    let window = try display.window(titled: "^Sitrep", of: play)
    let scene = try DeskScene(
      mode: .play(SideID(0)), folder: folder, size: Self.size,
      extent: .center(Self.middle, scale: Self.scale))
    scene.desk.layOut()
    // Whoever made the player ends the program.
    self.hand = hand
    self.display = display
    self.play = play
    self.window = window
    self.scene = scene
    journal = "\(folder)/game.sitlog"
  }

  /// What the journal says now.
  var text: String { (try? String(contentsOfFile: journal, encoding: .utf8)) ?? "" }

  /// The kinds of orders that the person's side has in the journal.
  var kinds: Set<String> {
    Set(
      text.split(separator: "\n").compactMap { line in
        let words = line.split(separator: " ")
        return line.hasPrefix("@") && words.count > 3 && words[1] == "az" ? String(words[3]) : nil
      })
  }

  /// Gives an order of this kind to some unit that can take it; whether there is one.
  mutating func give(_ kind: OrderKind) throws -> Bool {
    for candidate in candidates(kind) where !ordered.contains(candidate.unit) {
      clicks.removeAll()
      guard try select(candidate.unit) else { continue }
      let before = scene.battle.log.count
      try carryOut(kind, candidate)
      guard scene.battle.log.count > before else { continue }
      ordered.insert(candidate.unit)
      for entry in scene.battle.log[before...] {
        let line = "@\(entry.tick.rawValue) \(entry.order.line(in: scene.battle.source.setup))\n"
        let isThere = try awaitLine(line)
        let end = text.suffix(300)
        #expect(isThere, "\(line) is not in the journal: \(end)")
        if !isThere { return false }
      }
      return true
    }
    return false
  }

  /// Waits until the journal holds a line. Where the machine is so busy that the window had not yet
  /// drawn what was clicked, a person clicks again.
  private func awaitLine(_ line: String) throws -> Bool {
    let journal = journal
    for attempt in 0..<3 {
      if attempt > 0 {
        for place in clicks {
          try display.click(1, window.place + place)
          usleep(1_500_000)
        }
      }
      let isThere = Program.wait(seconds: 15) {
        (try? String(contentsOfFile: journal, encoding: .utf8))?.contains(line) ?? false
      }
      if isThere { return true }
    }
    return false
  }

  /// Lets the clock run until the journal holds the hashes of a tick, stops it, and comes up with
  /// it: the hour set then tells the moment.
  mutating func run(to tick: Int) throws {
    let journal = journal
    // What happens may stop the clock; it is started again then.
    let isThere = try Program.wait(seconds: 80) {
      switch hand {
      case .mouse: try click(.speed(4))
      case .keyboard: try press("5")
      }
      return Program.wait(seconds: 4) {
        (try? String(contentsOfFile: journal, encoding: .utf8))?.contains("\n#\(tick) ") ?? false
      }
    }
    let end = text.suffix(300)
    #expect(isThere, "tick \(tick) was not reached: \(end)")
    // The clock stands where two orders in a row are of the same moment; else the pause has started
    // one that stood.
    var moments: [Int32] = []
    var heard = hoursSet.count
    for _ in 0..<4
    where moments.count < 2 || moments[moments.count - 1] != moments[moments.count - 2] {
      if hand == .mouse { try click(.pause) } else { try press("space") }
      for _ in 0..<2 {
        try setHour(inTwin: false)
        _ = Program.wait(seconds: 20) { Self.hours(journal).count > heard }
        heard = hoursSet.count
        guard let moment = hoursSet.last.flatMap({ Int32($0.dropFirst().prefix { $0 != " " }) })
        else { throw Program.Trouble(description: "no hour was set") }
        moments.append(moment)
      }
    }
    for moment in moments {
      while scene.battle.tick.rawValue < moment { try scene.battle.advance() }
      try setHour(inProgram: false)
    }
    try orderAtOnce()
  }

  /// Leaves the program: by its key, or as the desktop closes a window.
  mutating func leave() throws -> Bool {
    if hand == .keyboard { try display.key("ctrl+q", in: window) } else { play.terminate() }
    let play = play
    return Program.wait(seconds: 30) { !play.isRunning }
  }

  // MARK: - Hands

  /// Sets H-hour until the program has taken it: before its first frame nothing is under a click.
  mutating func awaken() throws {
    let journal = journal
    let isAwake = try Program.wait(seconds: 60) {
      try setHour(inTwin: false)
      return Program.wait(seconds: 2) { !Self.hours(journal).isEmpty }
    }
    guard isAwake else { throw Program.Trouble(description: "no order came through: \(text)") }
    // Clicks that were still on their way have come through, too.
    var count = 0
    repeat {
      count = hoursSet.count
      usleep(1_500_000)
    } while hoursSet.count != count
    while scene.battle.log.count < count { try setHour(inProgram: false) }
    try orderAtOnce()
  }

  private var hoursSet: [Substring] { Self.hours(journal) }

  private nonisolated static func hours(_ journal: String) -> [Substring] {
    ((try? String(contentsOfFile: journal, encoding: .utf8)) ?? "").split(separator: "\n")
      .filter { $0.hasPrefix("@") && $0.contains(" set_hour ") }
  }

  private mutating func setHour(inProgram: Bool = true, inTwin: Bool = true) throws {
    switch hand {
    case .mouse: try click(.setHour, inProgram: inProgram, inTwin: inTwin)
    case .keyboard: try press("alt+t", inProgram: inProgram, inTwin: inTwin)
    }
  }

  /// Orders go at once again, and not at the hour that was set.
  private mutating func orderAtOnce() throws {
    for _ in 0..<12 where scene.desk.view.orderTime != .now {
      if hand == .mouse { try click(.orderTime) } else { try press("Escape") }
    }
  }

  private mutating func select(_ unit: UnitID) throws -> Bool {
    switch hand {
    case .mouse:
      guard let place = place(of: unit) else { return false }
      try click(at: place)
    case .keyboard:
      try press("Escape", "Escape")
      // The twin goes first: the program then gets all keys of the way in one go.
      var count = 0
      while count < 60, scene.desk.view.selection != [unit] {
        try press("Tab", inProgram: false)
        count += 1
      }
      if count > 0 {
        try display.keys(Array(repeating: "Tab", count: count), in: window)
      }
    }
    return scene.desk.view.selection == [unit]
  }

  private mutating func carryOut(_ kind: OrderKind, _ candidate: Candidate) throws {
    switch (hand, kind) {
    case (.mouse, .conduct):
      try click(.conduct)
      try click(.giveConduct)
    case (.keyboard, .conduct): try press("p", "Return")
    case (.mouse, .attach):
      try click(.order(.attach))
      guard let place = candidate.leader.flatMap({ place(of: $0) }) else { return }
      try click(at: place)
    case (.mouse, _):
      try click(.order(kind))
      if let target = candidate.target { try click(at: point(target)) }
    case (.keyboard, _):
      try press(Self.key(kind))
      let target = candidate.target ?? candidate.leader.flatMap { hex(of: $0) }
      if let target {
        try moveCursor(to: target)
        try press("Return")
      }
    }
    // An order that was refused must not stay armed.
    if scene.desk.view.armed != nil, hand == .keyboard { try press("Escape") }
  }

  private static func key(_ kind: OrderKind) -> String {
    let command = KeyBindings.standard.chords[.order(kind)]?.first?.text ?? ""
    return command.lowercased()
  }

  /// Steps of the map cursor, first along the columns' way, then along the rows'.
  private mutating func moveCursor(to target: Int32) throws {
    let grid = scene.battle.source.setup.terrain.grid
    let goal = grid.hex(at: Int(target))
    var keys: [String] = []
    while keys.count < 80 {
      let now = scene.desk.view.cursorHex.map { grid.hex(at: Int($0)) }
      if now == goal { break }
      let key =
        if let now, now.row == goal.row {
          goal.column > now.column ? "l" : "j"
        } else {
          now.map { goal.row > $0.row } ?? false ? "k" : "i"
        }
      try press(key, inProgram: false)
      keys.append(key)
    }
    if !keys.isEmpty { try display.keys(keys, in: window) }
  }

  private mutating func press(
    _ chords: String..., inProgram: Bool = true, inTwin: Bool = true
  ) throws {
    if inProgram { try display.keys(chords, in: window) }
    for chord in chords where inTwin {
      var modifiers: Modifiers = []
      var name = Substring(chord)
      for (word, flag) in [("ctrl+", Modifiers.control), ("alt+", .alt), ("shift+", .shift)]
      where name.hasPrefix(word) {
        modifiers.insert(flag)
        name = name.dropFirst(word.count)
      }
      let named: [String: Key] = [
        "Escape": .escape, "Return": .enter, "Tab": .tab, "space": .space,
      ]
      guard let key = named[String(name)] ?? name.first.map({ .character($0) }) else { continue }
      try scene.desk.handle(.keyDown(key, modifiers, isRepeat: false))
      try scene.desk.handle(.keyUp(key, modifiers))
    }
    // Only a mouse asks what lies where on the glass.
    if inTwin, hand == .mouse { scene.desk.layOut() }
  }

  private mutating func click(
    _ control: Control, inProgram: Bool = true, inTwin: Bool = true
  ) throws {
    guard let entry = scene.desk.hits.entries.last(where: { $0.target == .control(control) })
    else { throw Program.Trouble(description: "\(control) is not on the glass") }
    try click(at: entry.rect.center, inProgram: inProgram, inTwin: inTwin)
  }

  private mutating func click(
    at point: Point, inProgram: Bool = true, inTwin: Bool = true
  ) throws {
    if inProgram {
      clicks.append(point)
      try display.click(1, window.place + point)
      // Two clicks close by would count as a double click.
      usleep(150_000)
    }
    guard inTwin else { return }
    let whole = Point(point.x.rounded(), point.y.rounded())
    try scene.desk.handle(.pointerMoved(whole))
    try scene.desk.handle(.buttonDown(.left, whole, [], clicks: 1))
    try scene.desk.handle(.buttonUp(.left, whole, []))
    scene.desk.layOut()
  }

  // MARK: - What can be ordered

  /// A unit, with the place it could be sent to or the unit whose formation it could join.
  private struct Candidate {
    var unit: UnitID
    var target: Int32?
    var leader: UnitID?
  }

  private func candidates(_ kind: OrderKind) -> [Candidate] {
    let picture = scene.desk.current
    let setup = picture.setup
    var found: [Candidate] = []
    for unit in picture.units where setup.units[unit.id.row].id.hasPrefix("az.front.") {
      var order = Order(side: SideID(0), unit: unit.id, kind: kind)
      if kind.needsTarget {
        let target = targets(around: unit.hex).first { hex in
          order.target = hex
          return picture.rejection(of: order) == nil
        }
        if let target { found.append(Candidate(unit: unit.id, target: target)) }
      } else if kind == .attach {
        let leader = picture.units.first { other in
          order.superior = setup.units[other.id.row].formation
          return other.id != unit.id && picture.rejection(of: order) == nil
            && firstUnit(at: other.hex) == other.id
            && (hand == .keyboard || place(of: other.id) != nil)
        }
        if let leader { found.append(Candidate(unit: unit.id, leader: leader.id)) }
      } else {
        if kind == .conduct { order.preset = 1 }
        if picture.rejection(of: order) == nil { found.append(Candidate(unit: unit.id)) }
      }
    }
    return found
  }

  /// The unit that a hex chooses for the keyboard.
  private func firstUnit(at hex: Int32) -> UnitID? {
    scene.desk.current.units.first {
      $0.hex == hex && $0.status != .gone && $0.status != .departed
    }?.id
  }

  private func hex(of unit: UnitID) -> Int32? { scene.desk.current.report(unit)?.hex }

  /// Bare hexes near by that the glass shows, not under any counter or panel.
  private func targets(around hex: Int32) -> [Int32] {
    let grid = scene.battle.source.setup.terrain.grid
    guard hex >= 0 else { return [] }
    let clear = PanelLayout(scene.desk.view).clearArea.inset(by: 12)
    return (0..<grid.count).filter { (2...4).contains(grid.distance($0, Int(hex))) }
      .map { Int32($0) }
      .filter {
        let place = point($0)
        return hand == .keyboard
          || (clear.contains(place) && scene.desk.hits.target(at: place) == nil)
      }
  }

  private func point(_ hex: Int32) -> Point {
    let center = scene.battle.source.setup.terrain.grid.center(of: Int(hex))
    return scene.desk.view.camera.screen(GroundPoint(center))
  }

  /// Where a unit's own counter can be clicked.
  private func place(of unit: UnitID) -> Point? {
    let hits = scene.desk.hits
    guard let entry = hits.entries.last(where: { $0.target == .unit(unit) }) else { return nil }
    let center = entry.rect.center
    let whole = Point(center.x.rounded(), center.y.rounded())
    return hits.target(at: whole) == .unit(unit) ? whole : nil
  }
}
