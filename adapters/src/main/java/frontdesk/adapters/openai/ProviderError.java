package frontdesk.adapters.openai;

import java.util.Locale;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// What a provider says about a failure, but for its words: those may repeat what a customer said,
/// or parts of a key.
///
/// @param tooLong whether its words are about the length of the request, for servers that have no
///     code for it
record ProviderError(String type, String code, String param, boolean tooLong) {
  static final ProviderError NONE = new ProviderError("", "", "", false);

  /// The error that a body tells; none where it is no JSON, such as a proxy's page.
  static ProviderError of(byte[] body, int length) {
    try (var parser = Wire.parser(body, length)) {
      if (!parser.isExpectedStartArrayToken()) return of(parser);
      parser.nextToken();
      return of(parser);
    } catch (JacksonException e) {
      return NONE;
    }
  }

  /// Reads an object with an `error`, or one that is the error itself.
  static ProviderError of(JsonParser object) {
    var reader = new Reader();
    Wire.members(object, reader::read);
    return reader.error();
  }

  /// An event or object told of a failure in the middle of an answer.
  static final class Told extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ProviderError error;

    Told(ProviderError error) {
      super("the provider told of an error");
      this.error = error;
    }

    ProviderError error() {
      return error;
    }
  }

  private static final class Reader {
    private String type = "";
    private String code = "";
    private String param = "";
    private String message = "";

    private void read(String name, JsonParser value) {
      switch (name) {
        case "error" -> {
          if (value.isExpectedStartObjectToken()) Wire.members(value, this::read);
        }
        // The event that tells of an error is of this type itself.
        case "type" -> type = Wire.text(value).equals("error") ? type : or(Wire.word(value), type);
        case "code" -> code = or(Wire.word(value), code);
        case "param" -> param = or(Wire.word(value), param);
        case "message" -> message = or(Wire.word(value), message);
        default -> {}
      }
    }

    private static String or(String said, String before) {
      return said.isEmpty() ? before : said;
    }

    private ProviderError error() {
      return new ProviderError(type, code, param, saysTooLong(message.toLowerCase(Locale.ROOT)));
    }

    private static boolean saysTooLong(String words) {
      return words.contains("context length")
          || words.contains("context window")
          || words.contains("context size")
          || words.contains("prompt is too long");
    }
  }
}
