/// Hexes by cost, the least first and among equals the lower index: a binary heap.
struct RouteQueue {
  private var heap: [(cost: Int32, hex: Int32)] = []

  mutating func removeAll() { heap.removeAll(keepingCapacity: true) }

  mutating func push(_ cost: Int32, _ hex: Int) {
    heap.append((cost, Int32(hex)))
    var child = heap.count - 1
    while child > 0, isLess(child, (child - 1) / 2) {
      heap.swapAt(child, (child - 1) / 2)
      child = (child - 1) / 2
    }
  }

  mutating func popLeast() -> (Int32, Int)? {
    guard let least = heap.first, let last = heap.popLast() else { return nil }
    if !heap.isEmpty {
      heap[0] = last
      sink()
    }
    return (least.cost, Int(least.hex))
  }

  private mutating func sink() {
    var parent = 0
    while true {
      var child = 2 * parent + 1
      guard child < heap.count else { return }
      if child + 1 < heap.count, isLess(child + 1, child) { child += 1 }
      guard isLess(child, parent) else { return }
      heap.swapAt(child, parent)
      parent = child
    }
  }

  private func isLess(_ a: Int, _ b: Int) -> Bool { heap[a] < heap[b] }
}
