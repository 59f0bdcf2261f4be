import Testing

@Suite struct InputControllerRoomTests {}
