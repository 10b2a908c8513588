package frontdesk.server;

import java.io.UncheckedIOException;
import java.net.ConnectException;

/// A failure in one line that a person can act on.
final class Failures {
  private Failures() {}

  static String line(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof UncheckedIOException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof ConnectException) {
      return "Cannot reach the server: is it running, and is --server right?";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }
}
