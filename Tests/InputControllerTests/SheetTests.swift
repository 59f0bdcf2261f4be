import MapTable
import Screen
import Testing

@testable import InputController

@Suite struct SheetTests {
  private var sheet: BattleSheet {
    var sheet = BattleSheet(
      scenarios: [.init(name: "A", title: "A"), .init(name: "B", title: "B")],
      saved: [
        .init(path: "one.sitlog", text: "one"),
        .init(path: "two.sitlog", text: "two", refusal: "over"),
      ])
    sheet.sides = ["Azerbaijan", "Talysh"]
    sheet.briefing = [.init("Situation", ["It rains."])]
    return sheet
  }

  private func press(_ keys: [Key], _ sheet: BattleSheet) -> BattleSheet {
    keys.reduce(sheet) {
      InputController().handle(.keyDown($1, [], isRepeat: false), $0, HitMap())
    }
  }

  private func click(_ control: SheetControl, _ sheet: BattleSheet) -> BattleSheet {
    var hits = HitMap()
    hits.add(.control(.sheet(control)), Rect(0, 0, 10, 10))
    return InputController().handle(
      .buttonDown(.left, Point(5, 5), [], clicks: 1), sheet, hits)
  }

  @Test func theKeyboardAloneSetsUpABattle() {
    var now = press([.right, .down, .right, .down, .left, .down, .character("7")], sheet)
    now = press([.down, .right], now)
    #expect(!now.hasFog)
    now = press([.left, .down, .backspace, .character("4"), .character("2"), .enter], now)
    #expect(now.scenario == 1 && now.side == 1 && now.opponent == 0 && now.handicap == 7)
    #expect(now.hasFog && now.seed == 42 && now.page == .briefing && now.decision == nil)
    #expect(press([.enter], now).decision == .begin)
    #expect(press([.escape], now).page == .setup)
    #expect(press([.escape, .escape], now).decision == .leave)
  }

  @Test func theMouseAloneSetsUpABattle() {
    var now = sheet
    let clicks: [SheetControl] = [
      .scenario(1), .side(1), .opponent(2), .handicap(3), .seed(1), .seed(1), .seed(-1), .go,
    ]
    for control in clicks { now = click(control, now) }
    #expect(now.scenario == 1 && now.side == 1 && now.opponent == 2 && now.handicap == 3)
    #expect(now.seed == 2 && now.page == .briefing)
    #expect(click(.go, now).decision == .begin)
    #expect(click(.back, now).page == .setup)
  }

  @Test func aSavedBattleGoesOnOrSaysWhyNot() {
    #expect(click(.saved(0), sheet).decision == .resume(path: "one.sitlog"))
    let refused = click(.saved(1), sheet)
    #expect(refused.decision == nil && refused.message == "over")
    #expect(click(.saved(9), sheet).decision == nil)
  }

  @Test func aSavedBattleIsLookedAt() {
    #expect(click(.watch(1), sheet).decision == .watch(path: "two.sitlog"))
    #expect(click(.watch(9), sheet).decision == nil)
    var damaged = sheet
    damaged.saved[1].isSound = false
    let told = click(.watch(1), damaged)
    #expect(told.decision == nil && told.message == "over")
    var now = sheet
    (now.row, now.savedAt) = (.saved, 1)
    #expect(press([.character("w")], now).decision == .watch(path: "two.sitlog"))
  }

  @Test func bothSidesLeaveNoOpponentAndNonsenseDoesNothing() {
    var now = click(.side(2), sheet)
    #expect(!now.hasOpponent)
    now = press([.down], now)
    #expect(now.row == .seed)
    now.seed = .max
    #expect(press([.character("9"), .right], now).seed == .max)
    #expect(click(.scenario(-1), now).scenario == 0)
    #expect(click(.handicap(99), now).handicap == 9)
    var empty = BattleSheet(scenarios: [])
    for key in [Key.left, .right, .down, .enter, .pageDown] { empty = press([key], empty) }
    #expect(empty.page == .setup && empty.decision == nil)
  }
}
