package frontdesk.adapters.openai;

import frontdesk.model.Wishes;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/// What an agent's wishes mean to a model. Only names that the provider has published are known to
/// reason; a wish for effort says so of any other.
///
/// @param temperature not for a model that reasons: it would refuse the request
record Sampling(boolean reasons, Optional<Double> temperature, Optional<String> effort) {
  private static final String NO_EFFORT = "none";
  private static final String TUNED = "ft:";

  static Sampling of(Wishes wishes, String model) {
    boolean thinks = wishes.effort().map(e -> !e.equals(NO_EFFORT)).orElse(isKnownToReason(model));
    Optional<Double> temperature = thinks ? Optional.empty() : wishes.temperature();
    return new Sampling(thinks || isKnownToReason(model), temperature, wishes.effort());
  }

  void writeTemperature(JsonGenerator json) {
    if (temperature.isPresent()) json.writeNumberProperty("temperature", temperature.get());
  }

  /// `o1` and later, `gpt-5` and later, tuned or not; not their chat variants.
  private static boolean isKnownToReason(String model) {
    String path = model.substring(model.lastIndexOf('/') + 1);
    String name = path.startsWith(TUNED) ? path.substring(TUNED.length()) : path;
    if (name.contains("-chat")) return false;
    if (name.startsWith("gpt-")) return number(name, 4) >= 5;
    return name.startsWith("o") && number(name, 1) >= 1;
  }

  /// The whole number that stands there; 0 when none does.
  private static int number(String name, int from) {
    int number = 0;
    for (int i = from; i < name.length() && i < from + 3; i++) {
      char digit = name.charAt(i);
      if (digit < '0' || digit > '9') break;
      number = 10 * number + (digit - '0');
    }
    return number;
  }
}
