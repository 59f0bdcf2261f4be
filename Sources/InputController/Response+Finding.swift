import MapTable
import Screen
import Simulation

extension Response {
  /// Opens the search; `typed` where a key did, whose own character is still to come.
  mutating func startFinding(typed: Bool) {
    guard view.finding == nil else {
      view.finding = nil
      return
    }
    var finding = Finding()
    finding.skipsText = typed
    view.finding = finding
  }

  /// What was typed while a name is looked for.
  mutating func typed(_ text: String) {
    guard var finding = view.finding else { return }
    defer { view.finding = finding }
    guard !finding.skipsText else {
      finding.skipsText = false
      return
    }
    let fitting = text.filter { !$0.isNewline && $0 != "\t" }
    finding.text = String((finding.text + fitting).prefix(Finding.longest))
    finding.chosen = 0
  }

  /// A key while a name is looked for; false where it does what it always does.
  mutating func typed(_ key: Key, _ modifiers: Modifiers) -> Bool {
    guard var finding = view.finding else { return false }
    finding.skipsText = false
    switch key {
    case .escape: view.finding = nil
    case .enter: goToFound(finding.chosen)
    case .backspace:
      if !finding.text.isEmpty { finding.text.removeLast() }
      finding.chosen = 0
      view.finding = finding
    case .down, .up, .tab:
      let count = finding.results(in: picture).count
      if count > 0 {
        let step = key == .up || modifiers.contains(.shift) ? count - 1 : 1
        finding.chosen = (min(finding.chosen, count - 1) + step) % count
      }
      view.finding = finding
    case .character, .space:
      // It comes as text; with Ctrl or Alt it is a command.
      view.finding = finding
      return modifiers.subtracting(.shift).isEmpty
    default: return false
    }
    return true
  }

  /// Goes to a result of the search and selects it.
  mutating func goToFound(_ index: Int) {
    guard let finding = view.finding else { return }
    let results = finding.results(in: picture)
    guard results.indices.contains(index) else {
      if !finding.text.isEmpty { say("Nothing is called “\(finding.text)”.", isRefusal: true) }
      if finding.text.isEmpty { view.finding = nil }
      return
    }
    view.finding = nil
    switch results[index].kind {
    case .unit(let unit):
      select([unit], adds: false)
      if let hex = report(unit)?.hex { goTo(hex) }
    case .formation(let formation):
      select(unitsOf: formation, adds: false)
      if !view.selection.isEmpty { frameSelection() }
    case .town(let town):
      guard terrain.towns.indices.contains(town.index) else { return }
      goTo(terrain.towns[town.index].center)
    case .contact(let contact):
      guard let known = known(contact) else { return }
      select(.contact(contact), at: .init(0, 0), adds: false)
      goTo(known.hex)
    }
  }

  private mutating func goTo(_ hex: Int32) {
    guard isOnMap(hex) else { return }
    view.cursorHex = hex
    center(on: ground(of: hex))
  }
}
