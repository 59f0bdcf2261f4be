import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// Boards that are kept: of the last pictures, and of the scale before.
  private static let keptBoards = 3

  /// The board of a frame's picture, its pieces tied to the picture before where they glide.
  mutating func board(_ frame: MapFrame, images: inout ImageTable) -> MapBoard {
    let view = Self.boardView(frame)
    if let previous = frame.previous, frame.fraction < 1 {
      bringBoard(of: previous, in: frame, view, images: &images)
      bringBoard(of: frame.picture, in: frame, view, images: &images)
      if boards.count > 1 { link(boards.count - 1, to: boards.count - 2) }
    } else {
      bringBoard(of: frame.picture, in: frame, view, images: &images)
    }
    return boards[boards.count - 1]
  }

  /// Makes the board that shows a picture in a frame the last in `boards`.
  private mutating func bringBoard(
    of picture: Picture, in frame: MapFrame, _ view: ViewState, images: inout ImageTable
  ) {
    let known = boards.lastIndex {
      $0.usesSafePalette == usesSafePalette && $0.key.isSame(as: picture) && $0.covers(frame)
        && $0.shows(view)
    }
    if let known {
      if known < boards.count - 1 { boards.append(boards.remove(at: known)) }
      return
    }
    let board = makeBoard(of: picture, boardFrame(of: picture, for: frame, view), images: &images)
    if boards.count >= Self.keptBoards { boards.removeFirst() }
    boards.append(board)
  }

  /// The view with everything at rest that no layout depends on.
  private static func boardView(_ frame: MapFrame) -> ViewState {
    var view = frame.view
    view.pointer = nil
    view.drag = nil
    view.message = nil
    view.isPaused = true
    view.speed = 0
    view.singleTicks = 0
    view.rosterScroll = 0
    view.showsHelp = false
    view.openedStack = nil
    view.opensStacks = false
    view.selectedHex = nil
    view.cursorHex = nil
    view.aimsWithCursor = false
    view.watch = ClockWatch()
    if view.desk.tool != .ranges { view.desk = DeskWork() }
    view.looksRight = false
    view.isDirected = false
    view.showsViewTools = false
    view.camera.metersPerPixel = BoardScale.metersPerPixel(for: frame.metersPerPixel)
    return view
  }

  /// A frame at the board's scale, larger than the view by the margins.
  func boardFrame(of picture: Picture, for frame: MapFrame) -> MapFrame {
    boardFrame(of: picture, for: frame, Self.boardView(frame))
  }

  private func boardFrame(
    of picture: Picture, for frame: MapFrame, _ view: ViewState
  ) -> MapFrame {
    var view = view
    let shrink = frame.metersPerPixel / view.camera.metersPerPixel
    view.camera.center = frame.camera.center
    view.camera.size = Size(
      (frame.camera.size.width * shrink).rounded(.up) + 2 * MapBoard.newMargin,
      (frame.camera.size.height * shrink).rounded(.up) + 2 * MapBoard.newMargin)
    return MapFrame(
      picture: picture, previous: nil, fraction: 1, view: view, styles: styles,
      fonts: frame.fonts, covered: [])
  }

  private mutating func makeBoard(
    of picture: Picture, _ frame: MapFrame, images: inout ImageTable
  ) -> MapBoard {
    var board = MapBoard(
      key: PictureKey(picture: picture), view: frame.view, usesSafePalette: usesSafePalette,
      left: frame.left, top: frame.top)
    let hidden = frame.view.hiddenLayers
    scratch.occupied.removeAll(keepingCapacity: true)
    ways.turn(to: picture)
    board.ground = MapBoard.Fragment { drawGroundOverlay(frame, into: &$0) }
    let counters = layoutCounters(frame)
    board.counters = counters
    if !hidden.contains(.names) {
      layNames(frame, on: &board, images: &images)
      board.courses = MapBoard.Fragment {
        drawCurvedNames(frame, counters: counters, into: &$0)
      }
    }
    board.orders = MapBoard.Fragment { list in
      if !hidden.contains(.supply) { drawSupply(frame, into: &list) }
      if !hidden.contains(.trails) { drawTrails(frame, into: &list) }
      if !hidden.contains(.ranges) { drawRanges(frame, into: &list, images: &images) }
      if !hidden.contains(.refugees) { drawFlights(frame, into: &list) }
      if !hidden.contains(.fires) { drawFires(frame, into: &list) }
      if !hidden.contains(.orders) {
        drawOrders(frame, counters: counters, into: &list, images: &images)
      }
    }
    if !hidden.contains(.counters) { layCounters(frame, on: &board, images: &images) }
    if !hidden.contains(.refugees) {
      board.notes = MapBoard.Fragment {
        drawRefugees(frame, counters: counters, into: &$0, images: &images)
      }
    }
    return board
  }

  /// Lets a board's pieces glide from where they are on the board of another picture.
  mutating func link(_ row: Int, to other: Int) {
    let from = boards[other].key
    if boards[row].glidesFrom?.isSame(as: from.picture) == true { return }
    var places: [CounterSubject: Int] = [:]
    places.reserveCapacity(boards[other].counters.count)
    for (index, counter) in boards[other].counters.enumerated() {
      places[counter.item.subject] = index
    }
    let placing = boards[other].placing(on: boards[row])
    let farthest = 20_000 / boards[row].metersPerPixel
    for index in boards[row].pieces.indices {
      let piece = boards[row].pieces[index]
      boards[row].pieces[index].before = nil
      guard let known = places[boards[row].counters[index].item.subject] else { continue }
      let before = boards[other].pieces[known]
      let at = placing(before.at)
      // A jump of more than 20 km is no movement.
      guard (at - piece.at).length < farthest else { continue }
      boards[row].pieces[index].before = (at, before.shift)
    }
    boards[row].glidesFrom = from
  }
}

extension MapBoard {
  /// Pixels around the view that a new board covers.
  static let newMargin = 352.0
  /// Pixels around the view that an old one must still cover.
  private static let keptMargin = 224.0

  /// Whether the board reaches far enough around a frame.
  func covers(_ frame: MapFrame) -> Bool {
    let placing = placing(in: frame)
    let room = Self.keptMargin
    let first = placing(Point(0, 0))
    let last = placing(Point(view.camera.size.width, view.camera.size.height))
    return first.x <= -room && first.y <= -room && last.x >= frame.bounds.maxX + room
      && last.y >= frame.bounds.maxY + room
  }

  /// Whether a view at rest is laid out as this board is.
  func shows(_ other: ViewState) -> Bool {
    guard view.camera.metersPerPixel == other.camera.metersPerPixel else { return false }
    var same = other
    same.camera = view.camera
    return same == view
  }

  /// How places of this board become places of another.
  func placing(on other: MapBoard) -> Placing {
    let scale = metersPerPixel / other.metersPerPixel
    return Placing(
      scale: scale,
      shift: Point(
        Double(left) * scale - Double(other.left), Double(top) * scale - Double(other.top)))
  }
}
