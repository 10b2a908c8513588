package frontdesk.conversation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What came of a call.
public sealed interface Outcome {

  /// It happened; `content` is what the tool returned.
  record Done(Json content) implements Outcome {}

  /// It did not happen: arguments are missing or invalid (field to reason).
  ///
  /// @param offers values that would do instead, each an object of arguments: free times, say
  record NeedsInput(List<String> missing, Map<String, String> invalid, List<Json> offers)
      implements Outcome {
    public NeedsInput {
      missing = List.copyOf(missing);
      // In the order given: the same outcome is the same text, in every process.
      offers = List.copyOf(offers);
      invalid = Collections.unmodifiableMap(new LinkedHashMap<>(invalid));
    }

    /// Without anything to offer instead.
    public NeedsInput(List<String> missing, Map<String, String> invalid) {
      this(missing, invalid, List.of());
    }
  }

  /// It did not happen and will not: a rule forbids it.
  record Refused(String why) implements Outcome {}

  /// It did not happen: the provider or our own check said so for certain.
  record Failed(String why, boolean retryable) implements Outcome {}

  /// This attempt never left: nothing happened by it. Ends an attempt, not the intent.
  record NotSent(String why) implements Outcome {}

  /// It may have happened. Never closes an act.
  record Unknown(String why) implements Outcome {}

  /// Whether nothing more is to be found out: `NotSent` and `Unknown` leave an act open.
  default boolean isFinal() {
    return switch (this) {
      case Done _, NeedsInput _, Refused _, Failed _ -> true;
      case NotSent _, Unknown _ -> false;
    };
  }
}
