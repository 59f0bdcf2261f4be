import Testing

@Suite struct PublishingRoomTests {}
