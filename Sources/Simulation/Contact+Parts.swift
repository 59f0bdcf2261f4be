extension Contact {
  /// A contact from its parts, for recorded pictures.
  public init(
    recorded id: ContactID, side: SideID, hex: Int32, position: MapPoint, lastSeen: Tick,
    isInSight: Bool, arm: Arm?, sidc: String, name: String, personnelBand: ClosedRange<Int32>?,
    vehicleBand: ClosedRange<Int32>?
  ) {
    self.init(
      id: id, side: side, hex: hex, position: position, lastSeen: lastSeen, isInSight: isInSight,
      arm: arm, sidc: sidc, name: name, personnelBand: personnelBand, vehicleBand: vehicleBand)
  }
}
