package frontdesk.grounding;

import frontdesk.dates.Reason;
import frontdesk.dates.Span;
import frontdesk.tool.ArgumentKind;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// How a value is found in a line that a customer wrote. Its name is kept with a source.
interface Normaliser {
  String name();

  /// The words of the line that say the value.
  Optional<Span> find(Line line, String value, About about);

  /// Whether the line says some value of this kind, so that it may correct another.
  default boolean says(Line line) {
    return false;
  }

  /// Why the line may say the value, and may say another.
  default Optional<Reason> ambiguous(Line line, String value, About about) {
    return Optional.empty();
  }

  /// The one of a kind of argument.
  ///
  /// @param ofDay the times that were said together with the day that the call is about
  static Normaliser of(ArgumentKind kind, String argument, JsonNode schema, Set<String> ofDay) {
    return switch (kind) {
      case EMAIL -> Form.EMAIL;
      case URL -> Form.URL;
      case PHONE -> Form.PHONE;
      case DATE -> new Times(Times.Of.DAY, ofDay);
      case TIME -> new Times(Times.Of.CLOCK, ofDay);
      case MINUTES -> new Minutes(argument);
      case NUMBER -> new Amount(argument, schema);
      case ZONE -> new Zone();
      case CODE -> new Code();
      case NAME -> new Name();
      case CHOICE -> new Choice(schema);
      case FLAG -> new Flag(argument, schema);
      case TEXT, ID -> new Wording();
    };
  }
}
