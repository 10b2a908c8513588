package frontdesk.adapters.openai;

import frontdesk.model.ModelRequest;
import frontdesk.model.ModelRequest.Form;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// What a model is told after the history, as it changes from request to request: what is being
/// collected, the customer's language, and the time where the customer is.
final class Tail {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private Tail() {}

  static String of(ModelRequest request) {
    var text = new StringBuilder();
    for (Form form : request.forms()) form(text, form);
    if (!request.locale().isBlank()) {
      String language = Locale.forLanguageTag(request.locale()).getDisplayLanguage(Locale.ENGLISH);
      text.append("The customer's language: ").append(language).append(".\n");
    }
    ZoneId zone = zone(request.zone());
    text.append("Now: ").append(TIME.format(request.now().atZone(zone)));
    return text.append(" (").append(zone.getId()).append(").").toString();
  }

  private static void form(StringBuilder text, Form form) {
    text.append("Known for ").append(form.tool());
    if (!form.pending().isEmpty())
      text.append(" (pending call ").append(form.pending()).append(')');
    text.append(": ").append(form.known()).append('\n');
    text.append("Still missing: ");
    text.append(form.missing().isEmpty() ? "nothing" : String.join(", ", form.missing()));
    text.append(".\n");
  }

  /// A platform may name a zone that is none.
  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      return ZoneOffset.UTC;
    }
  }
}
