import Simulation

extension Picture {
  struct Route { var minutes: Int32 }
  func route(for unit: UnitID, to hex: Int32, as kind: OrderKind) -> Route? { nil }
  func rejection(of order: Order) -> OrderRejection? {
    if order.kind.needsTarget, let t = order.target, setup.terrain.isWater(Int(t)) {
      return OrderRejection(.targetWater, "That is water.", remedy: "Choose dry ground.")
    }
    return nil
  }
}
