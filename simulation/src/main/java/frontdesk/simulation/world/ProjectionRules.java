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
    story
        .all(TimerSet.class)
        .map(TimerSet::name)
        .filter(name -> fired.stream().filter(name::equals).count() != 1)
        .forEach(
            name -> ledger.violated("timers", story.id() + ": " + name + " did not fire once"));
    Optional<Json> facts =
        records.document(Projection.FACTS, story.id().value()).map(Document::body);
    if (!facts.equals(known(story))) {
      ledger.violated("documents", story.id() + ": facts are " + facts + ", not " + known(story));
    }
  }

  private static Optional<Json> known(Story story) {
    ObjectNode known = Jsons.object();
    story.all(Noted.class).forEach(noted -> known.set(noted.name(), Jsons.parse(noted.value())));
    return known.isEmpty() ? Optional.empty() : Optional.of(Jsons.json(known));
  }
}
