package frontdesk.server;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Usage;
import frontdesk.runtime.Listener;
import frontdesk.server.http.Metrics;
import java.util.List;

/// Counts how turns and calls end, and what they took.
public record TurnMetrics(Metrics metrics) implements Listener {
  /// In place of a model's name: what was summed up beside the turns, by whichever model.
  private static final String SUMMARIES = "summaries";

  @Override
  public void committed(ConversationId conversation, List<Logged> entries) {
    long answers = entries.stream().filter(TurnMetrics::isAnswer).count();
    for (long i = 1; i < answers; i++) metrics.askedAgain("language");
    for (Logged logged : entries) {
      switch (logged.entry()) {
        case Entry.ModelSaid said -> used(said.made().model(), said.usage());
        case Entry.Received received -> used(SUMMARIES, received.usage());
        case Entry.Returned(_, _, var outcome) -> metrics.callEnded(result(outcome));
        case Entry.Asked _ -> ended(conversation, "asked");
        case Entry.Replied(_, var voice, _) -> ended(conversation, result(voice));
        case Entry.Escalated _ -> ended(conversation, "escalated");
        case Entry.DeadLettered _ -> ended(conversation, "dead_lettered");
        default -> {}
      }
    }
  }

  private static boolean isAnswer(Logged logged) {
    return logged.entry() instanceof Entry.ModelSaid said && said.calls().isEmpty();
  }

  private void used(String model, Usage usage) {
    if (usage.total() == 0) return;
    metrics.tokens(model, "input", usage.input());
    metrics.tokens(model, "cached", usage.cached());
    metrics.tokens(model, "output", usage.output());
    metrics.tokens(model, "reasoning", usage.reasoning());
  }

  private static String result(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Done _ -> "done";
      case Outcome.NeedsInput _ -> "needs_input";
      case Outcome.Refused _ -> "refused";
      case Outcome.Failed _ -> "failed";
      case Outcome.NotSent _ -> "not_sent";
      case Outcome.Unknown _ -> "unknown";
    };
  }

  private static String result(Entry.Voice voice) {
    return switch (voice) {
      case AGENT -> "replied";
      case APOLOGY -> "failed";
      case PERSON -> "person_replied";
    };
  }

  private void ended(ConversationId conversation, String result) {
    metrics.turnEnded(conversation.channel(), result);
  }
}
