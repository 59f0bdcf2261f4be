/// A heap of hexes, four below each, by cost and then by index.
struct HexHeap: Sendable {
  private var keys: [Int64] = []

  /// Forgets everything.
  mutating func removeAll() { keys.removeAll(keepingCapacity: true) }

  /// Adds a hex.
  @inline(__always)
  mutating func push(cost: Int32, hex: Int32) {
    // Cost above, index below: one comparison orders by both.
    let key = Int64(cost) << 32 | Int64(hex)
    keys.append(key)
    keys.withUnsafeMutableBufferPointer { keys in
      var place = keys.count - 1
      while place > 0 {
        let parent = (place - 1) / 4
        guard key < keys[parent] else { break }
        keys[place] = keys[parent]
        place = parent
      }
      keys[place] = key
    }
  }

  /// Takes the cheapest hex.
  @inline(__always)
  mutating func pop() -> Int32? {
    guard let top = keys.first, let last = keys.popLast() else { return nil }
    keys.withUnsafeMutableBufferPointer { keys in
      guard !keys.isEmpty else { return }
      var place = 0
      while true {
        let first = 4 * place + 1
        guard first < keys.count else { break }
        var child = first
        if first + 3 < keys.count {
          // The least of four by two rounds.
          let left = keys[first + 1] < keys[first] ? first + 1 : first
          let right = keys[first + 3] < keys[first + 2] ? first + 3 : first + 2
          child = keys[right] < keys[left] ? right : left
        } else {
          for other in first + 1..<keys.count where keys[other] < keys[child] { child = other }
        }
        guard keys[child] < last else { break }
        keys[place] = keys[child]
        place = child
      }
      keys[place] = last
    }
    return Int32(truncatingIfNeeded: top)
  }
}
