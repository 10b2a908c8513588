package frontdesk.simulation.world;

import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.TimerSet;
import frontdesk.conversation.Json;
import frontdesk.json.Jsons;
import frontdesk.runtime.Projection;
import frontdesk.store.Document;
import frontdesk.store.Records;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// What follows from a log: a timer that was set fires once, and the facts' document is what the
/// log knows.
final class ProjectionRules {
  private ProjectionRules() {}

  static void check(Story story, Records records, Ledger ledger) {
    List<String> fired = story.firedTimers();
    for (TimerSet timer : story.all(TimerSet.class).toList()) {
      long times = fired.stream().filter(timer.name()::equals).count();
      if (times == 1) continue;
      ledger.violated("timers", story.id(), timer.name() + " fired " + times + " times");
    }
    Optional<Json> facts =
        records.document(Projection.FACTS, story.id().value()).map(Document::body);
    if (!facts.equals(known(story))) {
      ledger.violated("documents", story.id(), "facts are " + facts + ", not " + known(story));
    }
  }

  private static Optional<Json> known(Story story) {
    ObjectNode known = Jsons.object();
    story.all(Noted.class).forEach(noted -> known.set(noted.name(), Jsons.parse(noted.value())));
    return known.isEmpty() ? Optional.empty() : Optional.of(Jsons.json(known));
  }
}
