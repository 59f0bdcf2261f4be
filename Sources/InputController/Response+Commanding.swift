import MapTable
import Screen
import Simulation

extension Response {
  /// Opens the card on which command is taken at the moment that is shown, or closes it.
  mutating func openCommandCard() {
    guard view.command == nil else {
      view.command = nil
      return
    }
    guard view.mayTakeCommand else {
      say(
        "You command already: once the battle is over, command can be taken at any moment of it.",
        isRefusal: true)
      return
    }
    disarm()
    view.isPaused = true
    var draft = CommandDraft(moment: view.shownTick ?? picture.tick, side: 0)
    if case .side(let side) = view.viewpoint { draft.side = side.index }
    if case .play(let side) = view.mode { draft.side = side.index }
    view.command = draft
  }

  /// Chooses who is commanded, by the card's buttons.
  mutating func chooseCommand(_ side: Int) {
    guard view.command?.progress == nil else { return }
    view.command?.side = max(0, min(picture.setup.sides.count, side))
  }

  /// Asks for command as the card has it.
  mutating func takeCommand() {
    guard let draft = view.command, draft.progress == nil else { return }
    view.wantsCommand = true
  }

  /// Keys while the card is open; false where they do what they always do.
  mutating func changeCommand(_ key: Key) -> Bool {
    guard let draft = view.command else { return false }
    let isDecided = draft.progress != nil
    switch key {
    case .left, .up: if !isDecided { view.command?.turn(by: -1, sides: picture.setup.sides.count) }
    case .right, .down, .tab:
      if !isDecided { view.command?.turn(by: 1, sides: picture.setup.sides.count) }
    case .enter, .space: takeCommand()
    case .escape: view.command = nil
    default: return false
    }
    return true
  }
}
