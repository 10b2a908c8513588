package frontdesk.adapters.openai;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.core.JsonGenerator;

/// Tells a provider which requests belong together, for its cache and its checks against abuse,
/// without telling it who speaks.
final class Identity {
  private static final int CACHE_KEY_LENGTH = 32;

  private Identity() {}

  static void write(JsonGenerator json, String conversation) {
    if (conversation.isEmpty()) return;
    String hash = hash(conversation);
    json.writeStringProperty("prompt_cache_key", hash.substring(0, CACHE_KEY_LENGTH));
    json.writeStringProperty("safety_identifier", hash);
  }

  /// 64 hexadecimal digits, which is all that a provider takes.
  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every JDK has it
    }
  }
}
