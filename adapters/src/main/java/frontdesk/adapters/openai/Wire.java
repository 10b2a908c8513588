package frontdesk.adapters.openai;

import frontdesk.conversation.Json;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.ByteArrayBuilder;

/// JSON read and written token by token: no tree is built of what is only passed through. A
/// provider's names may repeat and its fields may be of any type; what is not as expected counts
/// as not there.
final class Wire {
  private static final int DEPTH_MAX = 200;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEPTH_MAX).build())
          .build();

  private Wire() {}

  /// Reads the value of a member; what it leaves unread is skipped.
  @FunctionalInterface
  interface Member {
    void read(String name, JsonParser value);
  }

  static byte[] written(Consumer<JsonGenerator> content) {
    var bytes = new ByteArrayBuilder();
    try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
      content.accept(generator);
    }
    return bytes.toByteArray();
  }

  /// Stands at the first token.
  static JsonParser parser(byte[] bytes, int length) {
    JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), bytes, 0, length);
    parser.nextToken();
    return parser;
  }

  static void members(JsonParser parser, Member member) {
    if (parser.currentToken() != JsonToken.START_OBJECT) return;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      member.read(name, parser);
      parser.skipChildren();
    }
  }

  static void items(JsonParser parser, Consumer<JsonParser> item) {
    if (parser.currentToken() != JsonToken.START_ARRAY) return;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      item.accept(parser);
      parser.skipChildren();
    }
  }

  /// A text; empty when it is something else.
  static String text(JsonParser parser) {
    return parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
  }

  /// A text or a number as text; empty when it is something else.
  static String word(JsonParser parser) {
    return parser.currentToken().isNumeric() ? parser.getString() : text(parser);
  }

  /// A whole number from 0; -1 when it is something else.
  static long count(JsonParser parser) {
    if (parser.currentToken() != JsonToken.VALUE_NUMBER_INT) return -1;
    return switch (parser.getNumberType()) {
      case INT, LONG -> Math.max(-1, parser.getLongValue());
      case BIG_INTEGER, FLOAT, DOUBLE, BIG_DECIMAL -> -1;
    };
  }

  /// Where the current token begins, in bytes.
  static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  /// The object or list that began at `start` and ends at the current token, byte for byte.
  static Json raw(JsonParser parser, byte[] bytes, int start) {
    int end = (int) parser.currentLocation().getByteOffset();
    return new Json(new String(bytes, start, end - start, StandardCharsets.UTF_8));
  }

  /// Whether a text is a JSON object and nothing else.
  static boolean isObject(String text) {
    try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) return false;
      parser.skipChildren();
      return parser.nextToken() == null;
    } catch (JacksonException e) {
      return false;
    }
  }

  /// The text as UTF-8 can say it: half a surrogate pair has no bytes.
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
      }
    }
    return text;
  }
}
