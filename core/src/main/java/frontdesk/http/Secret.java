package frontdesk.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/// A key, token or password: prints as `***`, compares in constant time.
public record Secret(String value) {
  public Secret {
    if (value.isBlank()) throw new IllegalArgumentException("A secret is not blank");
  }

  /// Whether they are the same; the time it takes tells nothing about how much of it is.
  public boolean matches(String other) {
    return MessageDigest.isEqual(
        value.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String toString() {
    return "***";
  }
}
