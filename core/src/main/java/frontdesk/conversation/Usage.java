package frontdesk.conversation;

/// Tokens of requests to a model and of its replies: as the provider counted them, estimated where
/// it did not, or counted absurdly.
///
/// @param cached of the input, what the provider still had from an earlier request
/// @param reasoning of the output, what nobody gets to read
public record Usage(long input, long cached, long output, long reasoning) {
  public static final Usage NONE = new Usage(0, 0, 0, 0);

  public Usage {
    if (input < 0 || output < 0 || cached < 0 || reasoning < 0) {
      throw new IllegalArgumentException("Tokens are not negative");
    }
    if (cached > input || reasoning > output) {
      throw new IllegalArgumentException("A part is not more than the whole");
    }
  }

  public Usage plus(Usage other) {
    return new Usage(
        input + other.input,
        cached + other.cached,
        output + other.output,
        reasoning + other.reasoning);
  }

  /// All tokens, in and out.
  public long total() {
    return input + output;
  }
}
