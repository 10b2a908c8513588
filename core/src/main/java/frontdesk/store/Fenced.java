package frontdesk.store;

/// An append was refused, because the log it continues is not the newest.
public final class Fenced extends RuntimeException {
  private static final long serialVersionUID = 1;

  public enum Why {
    /// Another worker appended: stop, the conversation is theirs.
    STALE,
    /// A stop took effect: load again, run again.
    SUPERSEDED
  }

  private final Why why;

  public Fenced(Why why) {
    super(why.toString());
    this.why = why;
  }

  public Why why() {
    return why;
  }
}
