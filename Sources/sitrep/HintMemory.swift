import InputController
import MapTable
import Screen
import Simulation

/// The hint under the pointer, asked for anew only when what it depends on has changed: it looks
/// for a way, which is dear.
struct HintMemory {
  private struct Key: Equatable {
    var hex: Int?
    var target: Target?
    var selection: [UnitID]
    var contact: ContactID?
    var armed: OrderKind?
    var time: OrderTime
    var ways: Int
    var isQueued: Bool
    var tick: Tick
    var cursor: Int32?
    var viewpoint: Viewpoint
    var tool: DeskTool?
    var delegation: DelegationDraft?
  }

  private var key: Key?
  /// How often the hint has been asked for anew.
  private(set) var generation = 0
  private var text: String?

  /// The hint for what is under the pointer now.
  mutating func hint(
    _ controller: InputController, _ view: ViewState, _ picture: Picture, _ hits: HitMap
  ) -> String? {
    let now = Key(
      hex: view.pointer.flatMap { hex(at: $0, view, picture) },
      target: view.pointer.flatMap { hits.target(at: $0) }, selection: view.selection,
      contact: view.selectedContact, armed: view.armed,
      time: view.orderTime, ways: view.ways.count, isQueued: view.queuesArmed, tick: picture.tick,
      cursor: view.aimsWithCursor ? view.cursorHex : nil, viewpoint: picture.viewpoint,
      tool: view.desk.tool, delegation: view.delegation)
    if now != key {
      key = now
      generation += 1
      text = controller.hint(view, picture, hits)
    }
    return text
  }

  private func hex(at point: Point, _ view: ViewState, _ picture: Picture) -> Int? {
    let ground = view.camera.ground(point)
    guard abs(ground.x) < 1e7, abs(ground.y) < 1e7 else { return nil }
    return picture.setup.terrain.grid.index(
      at: MapPoint(Int32(ground.x.rounded()), Int32(ground.y.rounded())))
  }
}
