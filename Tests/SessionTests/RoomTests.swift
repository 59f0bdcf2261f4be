import Testing

@Suite struct SessionRoomTests {}
