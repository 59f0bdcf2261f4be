import Geography
import MapTable
import Screen
import Testing

@testable import MapView
@testable import Simulation

@Suite struct CounterTests {
  private static func subjects(_ metersPerPixel: Double) throws -> [CounterSubject] {
    var map = try SmallWorld.map()
    let frame = try frame(metersPerPixel)
    return map.layoutCounters(frame).flatMap(\.stack).map(\.subject)
  }

  private static func frame(_ metersPerPixel: Double) throws -> MapFrame {
    MapFrame(
      picture: SmallWorld.picture(), previous: nil, fraction: 1,
      view: SmallWorld.view(metersPerPixel: metersPerPixel, size: Size(4000, 4000)),
      styles: try MapStyles.load(SmallWorld.assets + "/Styles"), fonts: FontBook(), covered: [])
  }

  @Test func formationsPartAsTheViewClosesIn() throws {
    #expect(try Self.subjects(400).contains(.formation(FormationID(0))))
    let near = try Self.subjects(5)
    for unit in 0..<5 { #expect(near.contains(.unit(UnitID(unit)))) }
    #expect(!near.contains(.formation(FormationID(0))))
  }

  /// A unit that stands for itself or lies in a shown formation never gets lost on the way in.
  @Test func nothingShownIsDropped() throws {
    var metersPerPixel = 300.0
    var alone: Set<UnitID> = []
    for _ in 0..<30 {
      var map = try SmallWorld.map()
      let items = map.layoutCounters(try Self.frame(metersPerPixel)).flatMap(\.stack)
      #expect(Set(items.flatMap(\.units)).count == 5)
      #expect(items.flatMap(\.units).count == 5)
      #expect(items.filter { $0.strength == nil }.count == 3)
      let now = Set(
        items.compactMap { item -> UnitID? in
          if case .unit(let id) = item.subject { id } else { nil }
        })
      #expect(alone.isSubset(of: now))
      alone = now
      metersPerPixel /= 1.12
    }
  }

  @Test func sharedPlacesMakeOneStack() throws {
    var map = try SmallWorld.map()
    let counters = map.layoutCounters(try Self.frame(20))
    let stack = try #require(counters.first { $0.item.subject == .contact(ContactID(rawValue: 1)) })
    #expect(stack.stack.count == 2)
  }

  @Test func partingIsTheSameEachTimeAndLeavesNoOverlap() {
    let items = (0..<12).map { index in
      CounterItem(
        subject: .unit(UnitID(index)), side: SideID(index % 2), sidc: "13031000151205000000",
        place: .init(x: Double(index * 97 % 400), y: Double(index * 61 % 300)), units: [],
        name: "")
    }
    let layout = CounterLayout(size: Size(40, 36))
    let first = layout.groups(items, metersPerPixel: 4)
    let second = layout.groups(items.reversed(), metersPerPixel: 4)
    #expect(first.map(\.center) == second.map(\.center))
    #expect(first.map { $0.items.count } == second.map { $0.items.count })
    #expect(first.reduce(0) { $0 + $1.items.count } == 12)
    for group in first { #expect((group.center - group.anchor).length <= 60.001) }
  }

  /// Two sides in one small town: whoever finds no room joins a stack of its side.
  @Test(arguments: 1...20) func noSideLiesOnAnother(seed: Int) {
    let items = (0..<30).map { index in
      CounterItem(
        subject: .unit(UnitID(index)), side: SideID(index % 2), sidc: "13031000151205000000",
        place: .init(
          x: Double((index * 97 + seed * 31) % 400), y: Double((index * 61 + seed * 17) % 300)),
        units: [], name: "")
    }
    let size = Size(40, 36)
    let groups = CounterLayout(size: size).groups(items, metersPerPixel: 4)
    #expect(groups.reduce(0) { $0 + $1.items.count } == 30)
    for (row, a) in groups.enumerated() {
      for b in groups.dropFirst(row + 1) {
        let d = b.center - a.center
        #expect(abs(d.x) > size.width * 0.7 || abs(d.y) > size.height * 0.7, "seed \(seed)")
      }
    }
  }

  @Test func hitMapMatchesWhatIsDrawn() throws {
    var map = try SmallWorld.map()
    let (list, hits, images) = SmallWorld.draw(
      &map, SmallWorld.picture(), SmallWorld.view(metersPerPixel: 20))
    let counters = hits.entries.filter {
      if case .town = $0.target { false } else { true }
    }
    #expect(!counters.isEmpty)
    for entry in counters {
      let drawn = list.commands.contains { command in
        guard case .image(let id, let place, _) = command, images[id] != nil else { return false }
        return place.width < 200 && place.contains(entry.rect.center)
          && abs(place.center.x - entry.rect.center.x) < 8
      }
      #expect(drawn, "nothing is drawn at \(entry.rect) for \(entry.target)")
      #expect(hits.target(at: entry.rect.center) != nil)
    }
  }

  @Test func openedStacksSpreadEveryCounter() throws {
    var map = try SmallWorld.map()
    var view = SmallWorld.view(metersPerPixel: 40)
    view.opensStacks = true
    let (_, hits, _) = SmallWorld.draw(&map, SmallWorld.picture(), view)
    for id in [1, 2] as [Int32] {
      #expect(hits.entries.contains { $0.target == .contact(ContactID(rawValue: id)) })
    }
  }

  @Test func contactsInWords() {
    var contact = SmallWorld.picture().contacts[0]
    #expect(ContactWords.summary(contact, age: 0) == "~10 tanks")
    contact.isInSight = false
    #expect(ContactWords.summary(contact, age: 20) == "~10 tanks, 20 min ago")
    #expect(ContactWords.ago(300) == "5 h ago")
    #expect(ContactWords.grouped(1_204_005) == "1 204 005")
  }
}
