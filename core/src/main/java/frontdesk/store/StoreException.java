package frontdesk.store;

/// The store cannot be used now: full, locked, broken. Nothing was acknowledged.
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public StoreException(String message, Throwable cause) {
    super(message, cause);
  }

  public StoreException(String message) {
    super(message);
  }
}
