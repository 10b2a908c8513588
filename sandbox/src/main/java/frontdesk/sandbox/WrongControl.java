package frontdesk.sandbox;

/// A control request cannot be used: one line that names the field and the fix, answered with 400.
public final class WrongControl extends RuntimeException {
  private static final long serialVersionUID = 1;

  public WrongControl(String line) {
    super(line);
  }
}
