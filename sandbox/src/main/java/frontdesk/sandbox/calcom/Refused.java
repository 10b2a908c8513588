package frontdesk.sandbox.calcom;

/// The provider would not do this.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Refused(int status, String message) {
    super(message);
    this.failure = new Failure(status, message);
  }

  Failure failure() {
    return failure;
  }
}
