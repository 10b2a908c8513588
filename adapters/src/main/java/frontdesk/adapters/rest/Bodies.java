package frontdesk.adapters.rest;

import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.InvalidJson;
import frontdesk.json.Jsons;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/// Reads the JSON body of a request: UTF-8, one object, within the limit.
final class Bodies {
  static final int BYTES_MAX = 256 * 1024;
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  private Bodies() {}

  /// Passes the body on, or says what is wrong with it.
  static Response with(Request request, Function<ObjectNode, Response> then) {
    String type = request.headers().only("content-type").orElse("application/json");
    if (!type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return Answers.detail(415, "Content-Type: must be application/json");
    }
    ObjectNode body;
    try {
      String text = utf8(request.body().bytes(BYTES_MAX));
      body = text.isBlank() ? Jsons.object() : Jsons.parseObject(text);
    } catch (CharacterCodingException e) {
      return Answers.detail(400, "JSON parse error - the body is not UTF-8");
    } catch (InvalidJson e) {
      return Answers.detail(400, "JSON parse error - " + e.getMessage());
    }
    return then.apply(body);
  }

  /// The text without halves of characters, which no store or model can take.
  static String whole(String text) {
    var clean = new StringBuilder(text.length());
    text.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static String utf8(byte[] bytes) throws CharacterCodingException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }
}
