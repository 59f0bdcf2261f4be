import Testing

@Suite struct ScreenRoomTests {}
