import Testing

@Suite struct PanelsRoomTests {}
