import MapTable
import Screen
import Simulation
import TestKit
import Testing

@testable import sitrep

/// A mouse alone suffices: what can be ordered has its button.
@Suite @MainActor struct DeskButtonTests {
  @Test func everyOrderHasAButton() throws {
    try Places.withFolder { folder in
      let scene = try DeskScene(mode: .play(SideID(0)), folder: folder)
      scene.desk.view.hiddenLayers = [.names]
      scene.desk.layOut()
      var kinds = Self.kinds(scene.desk.hits)
      let more = scene.desk.hits.entries.last { $0.target == .control(.command("view_tools")) }
      let place = try #require(more?.rect.center)
      try scene.desk.handle(.buttonDown(.left, place, [], clicks: 1))
      try scene.desk.handle(.buttonUp(.left, place, []))
      scene.desk.layOut()
      kinds.formUnion(Self.kinds(scene.desk.hits))
      let missing = OrderKind.allCases.filter { !kinds.contains($0) }.map(\.key)
      #expect(missing.isEmpty, "\(missing)")
    }
  }

  private static func kinds(_ hits: HitMap) -> Set<OrderKind> {
    var kinds: Set<OrderKind> = []
    for entry in hits.entries {
      switch entry.target {
      case .control(.order(let kind)): kinds.insert(kind)
      case .control(.setHour): kinds.insert(.setHour)
      case .control(.conduct): kinds.insert(.conduct)
      default: break
      }
    }
    return kinds
  }
}
