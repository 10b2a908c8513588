package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.simulation.MemoryJournal;
import java.util.LinkedHashMap;
import java.util.Map;

/// Compares, once a world has come to rest, what clients asked and were answered with what the
/// store has.
final class Oracle {
  /// More conversations than any run makes.
  static final int ALL = 1_000;

  private Oracle() {}

  static void judge(MemoryJournal journal, Ledger ledger, Play play) {
    Map<ConversationId, Story> stories = new LinkedHashMap<>();
    journal.conversations(ALL).forEach(head -> stories.put(head.id(), Story.of(head, journal)));
    stories.values().forEach(story -> new LogRules(story, ledger).check());
    new AnswerRules(stories, ledger).check();
    new CreateRules(stories, ledger).check();
    stories.values().forEach(story -> new ReadRules(story, ledger).check());
    PrivacyRules.check(stories.values(), ledger);
    play.judge(stories);
  }
}
