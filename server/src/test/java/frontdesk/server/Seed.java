package frontdesk.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// What the customer of the support original said.
public final class Seed {
  private Seed() {}

  /// One message a line.
  public static List<String> turns() {
    try (InputStream file = Seed.class.getResourceAsStream("/seed/customer-turns.txt")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
