package frontdesk.rehearsal;

import frontdesk.dates.Dates;
import frontdesk.dates.Reading;
import frontdesk.dates.Reading.Asked;
import frontdesk.dates.When;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/// Settles what the line before left in doubt by the answer to the question about it: "in the
/// afternoon", "the second one", "next week".
final class Doubts {
  private static final Pattern FIRST =
      Pattern.compile("\\b(?:first|early|earlier|former|this|today)\\b|แรก|นี้");
  private static final Pattern LAST =
      Pattern.compile("\\b(?:second|last|later|latter|next|after)\\b|หลัง|ถัดไป|หน้า");

  private static final Pattern YES =
      Pattern.compile("^\\W*(?:yes|yeah|yep|exactly|right|correct|ok|okay)\\b|^\\W*ใช่");

  private Doubts() {}

  /// What the newest line says, and of the line before what is settled by it now.
  static Filled settled(Scene scene, Offer offer, Filled newest) {
    List<String> earlier = scene.talk().earlier();
    if (earlier.isEmpty() || !newest.doubts().isEmpty()) return newest;
    Filled before = Filling.earlier(offer, earlier.getLast(), scene);
    if (before.doubts().isEmpty()) return newest;
    ObjectNode values = newest.values().deepCopy();
    for (Map.Entry<String, Asked> doubt : before.doubts().entrySet()) {
      if (values.has(doubt.getKey())) continue;
      Parameter parameter = offer.parameter(doubt.getKey()).orElseThrow();
      meant(scene, doubt.getValue())
          .flatMap(when -> value(parameter, when))
          .flatMap(text -> Fitting.node(parameter, text))
          .ifPresent(node -> values.set(doubt.getKey(), node));
    }
    return values.isEmpty() ? newest : newest.with(values).or(before.values());
  }

  private static Optional<When> meant(Scene scene, Asked asked) {
    return Dates.answered(asked, scene.text(), scene.context())
            instanceof Reading.Resolved(When when, _, _)
        ? Optional.of(when)
        : loosely(asked.candidates(), scene.text().toLowerCase(Locale.ROOT));
  }

  // What grounds arguments is strict. Here the customer has just been asked, and looser words tell
  // too: "the week after", "this one", "yes, that works". An acting tool's argument is proved
  // there.
  private static Optional<When> loosely(List<When> candidates, String answer) {
    if (candidates.size() == 1) {
      return YES.matcher(answer).find() ? Optional.of(candidates.getFirst()) : Optional.empty();
    }
    if (candidates.isEmpty()) return Optional.empty();
    if (LAST.matcher(answer).find()) return Optional.of(candidates.getLast());
    return FIRST.matcher(answer).find() ? Optional.of(candidates.getFirst()) : Optional.empty();
  }

  /// Of a part of a day none: it is neither a day nor a time.
  private static Optional<String> value(Parameter parameter, When when) {
    if (when instanceof When.Window) return Optional.empty();
    return parameter.role() == Parameter.Role.TIME
        ? Moments.time(when).map(Moments::written)
        : Moments.day(when).map(day -> day.toString());
  }
}
