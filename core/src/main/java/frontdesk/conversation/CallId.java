package frontdesk.conversation;

/// Names one call of a model within its conversation. Ours, not the provider's: providers repeat
/// theirs.
public record CallId(String value) {
  public CallId {
    if (value.isBlank()) throw new IllegalArgumentException("A call id is not blank");
  }

  @Override
  public String toString() {
    return value;
  }
}
