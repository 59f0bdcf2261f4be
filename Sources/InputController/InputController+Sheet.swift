public import MapTable
public import Screen

extension InputController {
  /// What an event makes of the sheet for a new battle.
  ///
  /// Up and Down go from row to row, Left and Right change the row, digits write the seed or the
  /// handicap, Enter goes on, Escape goes back; everything can be clicked as well.
  public func handle(_ event: InputEvent, _ sheet: BattleSheet, _ hits: HitMap) -> BattleSheet {
    var sheet = sheet
    switch event {
    case .quit: sheet.decision = .leave
    case .buttonDown(.left, let point, _, _):
      sheet.message = ""
      if case .control(.sheet(let control)) = hits.target(at: point) {
        sheet.perform(control)
      }
    case .wheel(let notches, _, _):
      guard notches.isFinite else { break }
      sheet.scroll(by: Int(max(-10, min(10, -notches * 3)).rounded()))
    case .keyDown(let key, let modifiers, _):
      sheet.message = ""
      if bindings.command(for: key, modifiers)?.command == .quit {
        sheet.decision = .leave
      } else {
        sheet.press(key)
      }
    default: break
    }
    return sheet
  }
}

extension BattleSheet {
  mutating func perform(_ control: SheetControl) {
    switch control {
    case .scenario(let index):
      guard scenarios.indices.contains(index) else { return }
      row = .scenario
      scenario = index
    case .side(let index):
      row = .side
      side = max(0, min(sides.count, index))
    case .opponent(let index):
      row = .opponent
      opponent = max(0, min(Self.temperaments.count - 1, index))
    case .handicap(let level):
      row = .handicap
      handicap = max(0, min(9, level))
    case .fog(let isOn):
      row = .fog
      hasFog = isOn
    case .seed(let step):
      row = .seed
      change(seedBy: step)
    case .saved(let index):
      guard saved.indices.contains(index) else { return }
      row = .saved
      savedAt = index
      resume()
    case .watch(let index):
      guard saved.indices.contains(index) else { return }
      row = .saved
      savedAt = index
      watch()
    case .go: go()
    case .back: back()
    }
  }

  mutating func press(_ key: Key) {
    if page == .briefing {
      switch key {
      case .enter, .space: go()
      case .escape, .backspace: back()
      case .up: scroll(by: -1)
      case .down: scroll(by: 1)
      case .pageUp: scroll(by: -10)
      case .pageDown: scroll(by: 10)
      default: break
      }
      return
    }
    switch key {
    case .up: turn(by: -1)
    case .down, .tab: turn(by: 1)
    case .left: change(by: -1)
    case .right: change(by: 1)
    case .enter: if row == .saved { resume() } else { go() }
    case .escape: back()
    case .backspace: if row == .seed { seed /= 10 }
    case .character(let character): write(character)
    default: break
    }
  }

  mutating func scroll(by lines: Int) {
    guard page == .briefing else { return }
    scroll = max(0, min(10_000, scroll + lines))
  }

  private mutating func turn(by step: Int) {
    let rows = Row.allCases.filter { row in
      switch row {
      case .saved: !saved.isEmpty
      case .opponent, .handicap, .fog: hasOpponent
      default: true
      }
    }
    let index = rows.firstIndex(of: row) ?? 0
    row = rows[(index + step + rows.count) % rows.count]
  }

  private mutating func change(by step: Int) {
    switch row {
    case .scenario: scenario = max(0, min(scenarios.count - 1, scenario + step))
    case .side: side = max(0, min(sides.count, side + step))
    case .opponent: opponent = max(0, min(Self.temperaments.count - 1, opponent + step))
    case .handicap: handicap = max(0, min(9, handicap + step))
    case .fog: hasFog = step < 0
    case .seed: change(seedBy: step)
    case .saved: savedAt = max(0, min(saved.count - 1, savedAt + step))
    case .go: break
    }
  }

  private mutating func change(seedBy step: Int) {
    seed = step < 0 ? (seed == 0 ? 0 : seed - 1) : (seed == .max ? seed : seed + 1)
  }

  private mutating func write(_ character: Character) {
    if row == .saved, character == "w" {
      watch()
      return
    }
    guard let digit = character.wholeNumberValue, (0...9).contains(digit) else { return }
    if row == .handicap { handicap = digit }
    guard row == .seed else { return }
    let (tens, isTooLarge) = seed.multipliedReportingOverflow(by: 10)
    let (number, overflows) = tens.addingReportingOverflow(UInt64(digit))
    if !isTooLarge, !overflows { seed = number }
  }

  private mutating func go() {
    guard page == .setup else {
      decision = .begin
      return
    }
    guard !briefing.isEmpty else { return }
    page = .briefing
    scroll = 0
  }

  private mutating func back() {
    if page == .briefing { page = .setup } else { decision = .leave }
  }

  private mutating func watch() {
    guard saved.indices.contains(savedAt) else { return }
    if saved[savedAt].isSound {
      decision = .watch(path: saved[savedAt].path)
    } else {
      message = saved[savedAt].refusal ?? ""
    }
  }

  private mutating func resume() {
    guard saved.indices.contains(savedAt) else { return }
    if let refusal = saved[savedAt].refusal {
      message = refusal
    } else {
      decision = .resume(path: saved[savedAt].path)
    }
  }
}
