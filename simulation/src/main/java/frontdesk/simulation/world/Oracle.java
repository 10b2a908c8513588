package frontdesk.simulation.world;

import frontdesk.conversation.ConversationId;
import frontdesk.store.Records;
import java.util.List;

/// Compares, once a world has come to rest, what went in, what was done outside and what was
/// recorded.
final class Oracle {
  private Oracle() {}

  static void judge(
      List<ConversationId> conversations,
      Records records,
      Backend backend,
      Platform platform,
      Ledger ledger) {
    List<Story> stories = conversations.stream().map(id -> Story.of(id, records)).toList();
    for (Story story : stories) {
      new TurnRules(story, ledger).check();
      new AnswerRules(story, ledger).check();
      new OwnerRules(story, ledger).check();
      new ActRules(story, backend, ledger).check();
      new ApprovalRules(story, backend, ledger).check();
      new ClaimRules(story, backend, ledger).check();
      new MessageRules(story, platform, ledger).check();
      DeadLetterRules.check(story, ledger);
      ProjectionRules.check(story, records, ledger);
    }
    new RequestRules(stories, backend, ledger).check();
    new PostRules(stories, platform, ledger).check();
  }
}
