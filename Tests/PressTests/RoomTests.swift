import Testing

@Suite struct PressRoomTests {}
