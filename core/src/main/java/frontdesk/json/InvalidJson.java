package frontdesk.json;

/// Text that should be JSON is not. The message never repeats the text: it may hold personal data.
public final class InvalidJson extends RuntimeException {
  private static final long serialVersionUID = 1;

  public InvalidJson(String message) {
    super(message);
  }
}
