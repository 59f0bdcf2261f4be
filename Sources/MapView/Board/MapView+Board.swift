import Geography
import MapTable
import Screen
import Simulation

extension MapView {
  /// Boards that are kept: of the last pictures, and of the scale before.
  private static let keptBoards = 4

  /// The board that a frame shows, its pieces tied to the picture before where they glide.
  ///
  /// That of the frame's picture; where boards are laid out beside the frame and it is not there
  /// yet, the likest one stands in, moved and stretched, and the right one is wished for.
  mutating func board(_ frame: MapFrame, images: inout ImageTable) -> MapBoard {
    let view = Self.boardView(frame)
    wish = nil
    let isThere = bringBoard(of: frame.picture, in: frame, view)
    if !isThere {
      if laysBoardsBeside, let row = standInRow(for: frame, view) {
        wish = boardFrame(of: frame.picture, for: frame, view)
        boards.append(boards.remove(at: row))
        return boards[boards.count - 1]
      }
      if !laysBoardsBeside, let previous = frame.previous, frame.fraction < 1,
        !bringBoard(of: previous, in: frame, view)
      {
        keep(makeBoard(boardFrame(of: previous, for: frame, view), images: &images))
      }
      keep(makeBoard(boardFrame(of: frame.picture, for: frame, view), images: &images))
    }
    if let previous = frame.previous, frame.fraction < 1, let row = row(showing: previous) {
      link(boards.count - 1, to: row)
    }
    return boards[boards.count - 1]
  }

  /// Makes the board that shows a picture in a frame the last in `boards`; false where there is
  /// none.
  private mutating func bringBoard(
    of picture: Picture, in frame: MapFrame, _ view: ViewState
  ) -> Bool {
    let known = boards.lastIndex {
      $0.usesSafePalette == usesSafePalette && $0.key.isSame(as: picture)
        && $0.covers(frame, room: MapBoard.keptMargin) && $0.shows(view)
    }
    guard let known else { return false }
    if known < boards.count - 1 { boards.append(boards.remove(at: known)) }
    return true
  }

  /// The last row but the newest that shows a picture, at whatever scale.
  private func row(showing picture: Picture) -> Int? {
    boards.dropLast().lastIndex { $0.key.isSame(as: picture) }
  }

  /// Keeps a board as the newest.
  mutating func keep(_ board: MapBoard) {
    if boards.count >= Self.keptBoards { boards.removeFirst() }
    boards.append(board)
  }

  /// The board that may stand in for one that is not there: laid out alike, of the same viewer and
  /// order of battle, reaching around the view, stretched by less than a third.
  private func standInRow(for frame: MapFrame, _ view: ViewState) -> Int? {
    var best: (row: Int, stretch: Double, isSame: Bool)?
    for (row, board) in boards.enumerated() {
      let ratio = board.metersPerPixel / view.camera.metersPerPixel
      let stretch = max(ratio, 1 / ratio)
      guard stretch < 1.34, board.usesSafePalette == usesSafePalette,
        board.key.picture.viewpoint == frame.picture.viewpoint,
        board.key.hasOrder(of: frame.picture), board.looks(like: view),
        board.covers(frame, room: MapBoard.leastMargin)
      else { continue }
      let isSame = board.key.isSame(as: frame.picture)
      if let best, best.isSame && !isSame { continue }
      // Of other moments the newest is the best, of the same one the likest scale.
      if let best, best.isSame, isSame, best.stretch < stretch { continue }
      best = (row, stretch, isSame)
    }
    return best?.row
  }

  /// The view as far as the layout depends on it, at a board's scale.
  private static func boardView(_ frame: MapFrame) -> ViewState {
    let from = frame.view
    var view = ViewState(
      mode: from.mode, viewpoint: from.viewpoint, camera: from.camera, scale: from.scale)
    view.theme = from.theme
    view.dimsAtNight = from.dimsAtNight
    view.counterSize = from.counterSize
    view.hiddenLayers = from.hiddenLayers
    view.layersForAll = from.layersForAll
    view.showsTrails = from.showsTrails
    view.selection = from.selection
    view.selectedContact = from.selectedContact
    if from.desk.tool == .ranges { view.desk.tool = .ranges }
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

  /// Lays a board out for a frame at the board's scale.
  mutating func makeBoard(_ frame: MapFrame, images: inout ImageTable) -> MapBoard {
    let picture = frame.picture
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
  static let keptMargin = 224.0
  /// Pixels around the view that one must cover to stand in for another.
  static let leastMargin = 64.0

  /// Whether the board reaches as far around a frame as `room` pixels.
  func covers(_ frame: MapFrame, room: Double) -> Bool {
    let placing = placing(in: frame)
    let first = placing(Point(0, 0))
    let last = placing(Point(view.camera.size.width, view.camera.size.height))
    return first.x <= -room && first.y <= -room && last.x >= frame.bounds.maxX + room
      && last.y >= frame.bounds.maxY + room
  }

  /// Whether a view is laid out as this board is, scale included.
  func shows(_ other: ViewState) -> Bool {
    view.camera.metersPerPixel == other.camera.metersPerPixel && looks(like: other)
  }

  /// Whether a view is laid out as this board is but for its scale.
  func looks(like other: ViewState) -> Bool {
    view.mode == other.mode && view.scale == other.scale && view.theme == other.theme
      && view.dimsAtNight == other.dimsAtNight && view.counterSize == other.counterSize
      && view.hiddenLayers == other.hiddenLayers && view.layersForAll == other.layersForAll
      && view.showsTrails == other.showsTrails && view.selection == other.selection
      && view.selectedContact == other.selectedContact && view.desk.tool == other.desk.tool
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
