package frontdesk.server.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/// The path of a request, decoded strictly: one spelling, or none.
final class Target {
  private Target() {}

  /// The decoded path. Empty when it is no path we serve: not from the root, badly encoded, not
  /// UTF-8, with a control character, with an encoded slash, or with `.` and `..` in it.
  static Optional<String> path(String raw) {
    if (!raw.startsWith("/")) return Optional.empty();
    Optional<String> path = raw.indexOf('%') < 0 ? Optional.of(raw) : decoded(raw);
    return path.filter(Target::isPlain);
  }

  private static Optional<String> decoded(String raw) {
    ByteBuffer bytes = ByteBuffer.allocate(raw.length() * 3);
    try {
      for (int i = 0; i < raw.length(); i++) {
        char c = raw.charAt(i);
        if (c != '%') {
          bytes.put(StandardCharsets.UTF_8.encode(String.valueOf(c)));
          continue;
        }
        byte b = (byte) HexFormat.fromHexDigits(raw, i + 1, i + 3);
        if (b == '/') return Optional.empty();
        bytes.put(b);
        i += 2;
      }
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString());
    } catch (IndexOutOfBoundsException | NumberFormatException | CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isPlain(String path) {
    if (path.chars().anyMatch(Character::isISOControl)) return false;
    return !path.contains("/.") || !path.matches(".*/\\.\\.?(/.*)?");
  }
}
