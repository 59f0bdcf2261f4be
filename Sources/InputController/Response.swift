import MapTable
import Screen
import Simulation

/// One event's outcome in the making: the view as it changes and the orders given so far.
struct Response {
  var view: ViewState
  var orders: [Order] = []
  let picture: Picture
  let hits: HitMap

  init(view: ViewState, picture: Picture, hits: HitMap) {
    self.view = view
    self.picture = picture
    self.hits = hits
  }

  var terrain: Terrain { picture.setup.terrain }
  var grid: HexGrid { picture.setup.terrain.grid }

  /// The hex under a place on the glass, nil outside the theatre.
  func hex(at point: Point) -> Int32? {
    let ground = view.camera.ground(point)
    guard ground.x.isFinite, ground.y.isFinite, abs(ground.x) < 1e8, abs(ground.y) < 1e8 else {
      return nil
    }
    return grid.index(at: MapPoint(Int32(ground.x.rounded()), Int32(ground.y.rounded())))
      .map(Int32.init)
  }

  /// Whether a hex index lies in the grid.
  func isOnMap(_ hex: Int32) -> Bool { hex >= 0 && Int(hex) < grid.count }

  /// The middle of a hex on the ground.
  func ground(of hex: Int32) -> GroundPoint { GroundPoint(grid.center(of: Int(hex))) }

  /// The units that can be pointed at: on the map now.
  var presentUnits: [UnitReport] {
    picture.units.filter {
      isOnMap($0.hex) && ($0.status == .active || $0.status == .broken || $0.status == .routed)
    }
  }

  /// Whether the person may order this side's units about.
  func commands(_ side: SideID) -> Bool {
    switch view.mode {
    case .play(let own): own == side
    case .playBoth: true
    case .spectate, .picture: false
    }
  }

  /// Tells the person something.
  mutating func say(_ text: String, isRefusal: Bool = false) {
    view.message = ViewState.Message(text, isRefusal: isRefusal)
  }
}
