package frontdesk.adapters.openai;

import frontdesk.http.Secret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.core.JsonGenerator;

/// Tells OpenAI which requests belong together, for its cache and its checks against abuse, without
/// telling who speaks: only who holds the key of the API can say which name a phone number has. To
/// any other server, and without a key, nothing is told.
final class Identity {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int CACHE_KEY_LENGTH = 32;

  private final Optional<SecretKeySpec> key;

  Identity(OpenAiSettings settings) {
    this.key = settings.isOpenAi() ? settings.key().map(Identity::key) : Optional.empty();
  }

  void write(JsonGenerator json, String conversation) {
    if (key.isEmpty() || conversation.isEmpty()) return;
    String name = name(conversation, key.get());
    json.writeStringProperty("prompt_cache_key", name.substring(0, CACHE_KEY_LENGTH));
    json.writeStringProperty("safety_identifier", name);
  }

  private static SecretKeySpec key(Secret secret) {
    return new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  /// 64 hexadecimal digits, which is all that the provider takes.
  private static String name(String conversation, SecretKeySpec key) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return HexFormat.of().formatHex(mac.doFinal(conversation.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException | InvalidKeyException e) {
      throw new IllegalStateException(e); // every JDK has it, and it takes any key
    }
  }
}
