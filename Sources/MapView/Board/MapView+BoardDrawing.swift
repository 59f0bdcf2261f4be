import MapTable
import Screen

extension MapView {
  /// Replays a fragment; of writing what meets a panel is left out.
  func draw(
    _ fragment: MapBoard.Fragment, _ placing: MapBoard.Placing, _ frame: MapFrame,
    isWriting: Bool = false, into list: inout DrawList
  ) {
    list.append(
      fragment.list, boxes: fragment.boxes, scaledBy: placing.scale, movedBy: placing.shift,
      within: frame.bounds, besides: isWriting ? frame.covered : [])
  }

  /// Writes the names of a board but those under panels.
  func drawNames(
    _ board: MapBoard, _ placing: MapBoard.Placing, _ frame: MapFrame, into list: inout DrawList,
    hits: inout HitMap
  ) {
    let bounds = frame.bounds
    for name in board.names {
      let at = placing(name.at)
      if let dot = name.dot, name.dotBox.offset(by: at).intersects(bounds) {
        list.add(dot, at: Point(at.x.rounded(.down), at.y.rounded(.down)))
        if let town = name.town { hits.add(.town(town), name.dotBox.offset(by: at)) }
      }
      guard name.writing >= 0 else { continue }
      let box = board.writings[name.writing].box.offset(by: at)
      guard box.intersects(bounds), !frame.isTaken(box) else { continue }
      draw(board.writings[name.writing], at: at, frame, into: &list)
      if let town = name.town { hits.add(.town(town), box) }
    }
  }

  /// Shows the counters of a board, north to south with the chosen last, then their names and
  /// numbers; `hidden` are the rows of stacks that lie open.
  mutating func drawCounters(
    _ board: MapBoard, _ placing: MapBoard.Placing, _ frame: MapFrame, hidden: [Int],
    into list: inout DrawList, hits: inout HitMap
  ) {
    placePieces(board, placing, frame, hidden: hidden)
    drawLeaders(board, frame, into: &list)
    let chosen = frame.style[.selection]
    board.sprites.withUnsafeBufferPointer { sprites in
      for place in scratch.places {
        let piece = place.piece
        let frameRect = piece.frame.offset(by: place.center)
        if piece.isSelected {
          list.fill(
            Self.selectionBox(frameRect, scale: frame.scale), chosen.withAlpha(46))
        }
        for index in piece.sprites { list.add(sprites[index], at: place.center) }
        if piece.isSelected {
          list.line(
            Path(Self.selectionBox(frameRect, scale: frame.scale)),
            LineStyle(width: max(2, 2 * frame.scale), join: .miter), chosen)
        }
        hits.add(piece.target, frameRect)
      }
    }
    for place in scratch.places where place.piece.label >= 0 {
      let box = board.writings[place.piece.label].box.offset(by: place.center)
      if frame.isTaken(box) { continue }
      draw(board.writings[place.piece.label], at: place.center, frame, into: &list)
    }
    for place in scratch.places {
      for index in place.piece.badge { list.add(board.sprites[index], at: place.center) }
    }
  }

  /// Where the pieces in view stand in a frame, gliding from the picture before.
  private mutating func placePieces(
    _ board: MapBoard, _ placing: MapBoard.Placing, _ frame: MapFrame, hidden: [Int]
  ) {
    scratch.places.removeAll(keepingCapacity: true)
    let room = Double(Self.counterHeight(frame)) * 6
    let view = frame.bounds.inset(by: -room)
    let glides =
      frame.previous != nil && frame.fraction < 1 && board.key.isSame(as: frame.picture)
    board.pieces.withUnsafeBufferPointer { pieces in
      for index in pieces.indices {
        var (at, shift) = (pieces[index].at, pieces[index].shift)
        if glides, let before = pieces[index].before {
          at = before.at + (at - before.at) * frame.fraction
          shift = before.shift + (shift - before.shift) * frame.fraction
        }
        let place = placing(at)
        guard view.contains(place + shift), !hidden.contains(index) else { continue }
        scratch.places.append(
          Scratch.Place(
            piece: pieces[index], at: place, center: Self.snapped(place + shift, frame)))
      }
    }
  }

  /// Lines from counters that were moved aside to their true places.
  private mutating func drawLeaders(
    _ board: MapBoard, _ frame: MapFrame, into list: inout DrawList
  ) {
    let far = 7 * frame.scale
    let color = frame.style[.leader]
    scratch.path.restart()
    scratch.dots.restart()
    for place in scratch.places {
      let d = place.center - place.at
      guard d.x * d.x + d.y * d.y > far * far,
        !place.piece.frame.offset(by: place.center).contains(place.at)
      else { continue }
      scratch.path.move(to: place.at)
      scratch.path.line(to: place.center)
      scratch.dots.addCircle(place.at, radius: 2 * frame.scale)
    }
    guard !scratch.path.verbs.isEmpty else { return }
    list.line(scratch.path, LineStyle(width: max(1, frame.scale), cap: .round), color)
    list.fill(scratch.dots, color)
  }
}

extension Path {
  /// Empties the path and keeps its storage.
  mutating func restart() {
    verbs.removeAll(keepingCapacity: true)
    points.removeAll(keepingCapacity: true)
  }

  /// Adds a circle.
  mutating func addCircle(_ center: Point, radius r: Double) {
    // 0.5523 is the cubic that stays within 0.03 % of a quarter circle.
    let k = r * 0.5522847498
    let (x, y) = (center.x, center.y)
    move(to: Point(x + r, y))
    cubic(Point(x + r, y + k), Point(x + k, y + r), to: Point(x, y + r))
    cubic(Point(x - k, y + r), Point(x - r, y + k), to: Point(x - r, y))
    cubic(Point(x - r, y - k), Point(x - k, y - r), to: Point(x, y - r))
    cubic(Point(x + k, y - r), Point(x + r, y - k), to: Point(x + r, y))
    close()
  }
}
