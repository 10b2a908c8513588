package frontdesk.conversation;

/// JSON text that was valid when it was made: `frontdesk.json` parses it at the edges and writes it
/// in canonical form. Kept as text here, so that a log needs no JSON library to be passed around.
public record Json(String text) {
  public static final Json NULL = new Json("null");
  public static final Json EMPTY = new Json("{}");

  public Json {
    if (text.isBlank()) throw new IllegalArgumentException("JSON text is not blank");
  }

  @Override
  public String toString() {
    return text;
  }
}
