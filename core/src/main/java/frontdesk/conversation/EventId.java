package frontdesk.conversation;

/// Names one inbound event, unique for each channel account: `messenger:1001:m-1`. A platform that
/// delivers the event again sends the same id. At most 400 characters.
public record EventId(String value) {
  private static final int LENGTH_MAX = 400;

  public EventId {
    if (value.isBlank() || value.length() > LENGTH_MAX) {
      throw new IllegalArgumentException("An event id has 1 to " + LENGTH_MAX + " characters");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
