import Press
import Raster
public import Screen
import Session
import Simulation

/// Two rival newspapers of one hour, side by side in one picture.
public struct FrontPages {
  private var chronicle: BattleChronicle
  private var maps: ReportMaps
  private let fonts: FontBook
  private let notice: String

  /// What a page tells of: the hours before it went to print.
  private static let minutes: Int32 = 720
  private static let page = Size(1180, 1660)
  private static let margin = 40.0
  private static let table = Color(64, 58, 52)

  /// The pages of a battle that was played up to the moment of print.
  public init(_ chronicle: BattleChronicle, maps: ReportMaps, fonts: FontBook, notice: String) {
    self.chronicle = chronicle
    self.maps = maps
    self.fonts = fonts
    self.notice = notice
  }

  /// The fonts that the pages are set in.
  public static func fonts() -> [Font] { NewspaperPage.fonts }

  /// The picture.
  public mutating func bitmap() -> Bitmap {
    let battle = chronicle.battle
    let setup = battle.source.setup
    let sides = setup.sides.indices.prefix(2)
    let width = Self.margin + Double(sides.count) * (Self.page.width + Self.margin)
    let height = Self.page.height + 2 * Self.margin
    var list = DrawList()
    var images = ImageTable()
    list.fill(Rect(0, 0, width, height), Self.table)
    let clock = setup.clock
    let date = Self.date(clock.sky(at: battle.world.tick))
    for side in sides {
      let words = FrontPage(
        chronicle.facts(of: side, last: Self.minutes), setup: setup,
        voices: battle.source.press.voices, dispatches: battle.dispatches, date: date,
        writer: &chronicle.writer)
      let page = NewspaperPage(
        words: words, date: date, time: clock.timeOfDayText(at: battle.world.tick),
        notice: notice, number: Int(battle.world.tick.rawValue / 60), fonts: fonts,
        rect: Rect(
          Self.margin + Double(side) * (Self.page.width + Self.margin), Self.margin,
          Self.page.width, Self.page.height))
      let middle = setup.ceaseFire.town.map { setup.terrain.towns[$0.index].center } ?? -1
      let map = maps.bitmap(
        battle.world.picture(for: .side(SideID(side)), events: []),
        around: words.hex >= 0 ? words.hex : middle, scale: 300_000,
        width: Int(page.mapSize.width), height: Int(page.mapSize.height))
      var hash = ImageHash("front page")
      hash.add(side)
      images[hash.id] = Self.printed(map)
      page.draw(map: hash.id, into: &list)
    }
    var bitmap = Bitmap(width: Int(width), height: Int(height))
    var compositor = Compositor()
    compositor.draw(list, images: images, fonts: fonts, onto: &bitmap)
    return bitmap
  }

  private static func date(_ sky: Sky) -> String {
    let words = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return "\(words[Int(sky.weekday) % 7]) \(sky.day) \(months[Int(sky.month - 1) % 12])"
  }

  /// The map as black ink on newsprint.
  private static func printed(_ map: Bitmap) -> Bitmap {
    var result = map
    let (ink, paper) = (NewspaperPage.ink, NewspaperPage.paper)
    for index in result.pixels.indices {
      let color = Color(premultiplied: result.pixels[index])
      // Luma of ITU-R BT.601 in thousandths.
      let luma =
        (299 * Int(color.red) + 587 * Int(color.green) + 114 * Int(color.blue)) / 1000
      result.pixels[index] = ink.mixed(with: paper, Double(luma) / 255).premultiplied
    }
    return result
  }
}
