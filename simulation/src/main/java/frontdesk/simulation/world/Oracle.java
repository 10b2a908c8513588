package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.store.Records;
import java.util.List;

/// Compares, once a world has come to rest, what went in, what was done outside and what was
/// recorded.
final class Oracle {
  private Oracle() {}

  static void judge(
      List<ConversationId> conversations, Records records, Backend backend, Ledger ledger) {
    List<Story> stories = conversations.stream().map(id -> Story.of(id, records)).toList();
    for (Story story : stories) {
      new TurnRules(story, ledger).check();
      new ActRules(story, backend, ledger).check();
      ProjectionRules.check(story, records, ledger);
    }
    new RequestRules(stories, backend, ledger).check();
  }
}
