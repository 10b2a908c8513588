package frontdesk.store;

/// Something stored cannot be understood: a kind, field or format that this version does not
/// know. Its conversation is refused, since acting on half of a log would be worse. The message
/// names what is unknown, never the content.
public final class UnreadableEntry extends RuntimeException {
  private static final long serialVersionUID = 1;

  public UnreadableEntry(String message) {
    super(message);
  }
}
