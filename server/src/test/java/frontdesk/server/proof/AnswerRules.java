package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What clients were answered, against the log: a 200 has its message there once and is the answer
/// of the turn that read it, a repeated key is the same message, another body under a key is none,
/// what was said to be kept is kept, and who was answered first stands first.
final class AnswerRules {
  private static final String KEPT = "The message was received and is still being worked on";

  private final Map<ConversationId, Story> stories;
  private final Ledger ledger;

  AnswerRules(Map<ConversationId, Story> stories, Ledger ledger) {
    this.stories = stories;
    this.ledger = ledger;
  }

  void check() {
    for (Exchange exchange : ledger.exchanges()) {
      if (exchange.call().isForeign()) checkForeign(exchange);
      else if (exchange.call().kind() == Kind.WRITE) check(exchange);
    }
    stories.values().forEach(this::checkOrder);
    stories.values().forEach(this::checkSaid);
  }

  private void checkForeign(Exchange exchange) {
    int refusal = Street.accounts().contains(exchange.call().account()) ? 404 : 401;
    int status = exchange.answer().status();
    if (status != refusal && status != 429) violated("I6", exchange);
  }

  private void check(Exchange exchange) {
    Answer answer = exchange.answer();
    switch (answer.status()) {
      case 200 -> checkAnswered(exchange, answer.field("bot_message"), false);
      case 502 -> checkAnswered(exchange, answer.field("detail"), true);
      case 202 -> checkKept(exchange);
      case 422 -> checkRefused(exchange);
      case 503 -> {
        if (answer.field("detail").equals(KEPT)) checkKept(exchange);
      }
      case 429 -> {}
      default -> violated("I7", exchange);
    }
  }

  private void checkAnswered(Exchange exchange, String text, boolean apology) {
    List<Story.Message> messages = messages(exchange.call());
    checkKept(exchange);
    boolean fits =
        messages.stream()
            .map(Story.Message::turn)
            .anyMatch(
                turn ->
                    turn.isApology() == apology && turn.text().filter(text::equals).isPresent());
    if (!fits && !messages.isEmpty()) violated("I2", "not the answer to this: ", exchange);
  }

  private void checkKept(Exchange exchange) {
    List<Story.Message> messages = messages(exchange.call());
    if (messages.isEmpty()) violated("I1", "not in the log: ", exchange);
    if (exchange.call().hasKey() && messages.size() > 1) {
      violated("key", "stands in the log " + messages.size() + " times: ", exchange);
    }
    boolean other = messages.stream().anyMatch(m -> !m.text().equals(exchange.call().text()));
    if (other) violated("key", "the log has another body than ", exchange);
  }

  /// Another body came first; this one is nowhere.
  private void checkRefused(Exchange exchange) {
    Call call = exchange.call();
    List<Story.Message> messages = messages(call);
    boolean same = messages.stream().anyMatch(m -> m.text().equals(call.text()));
    boolean there = story(call).stream().anyMatch(m -> m.text().equals(call.text()));
    if (messages.isEmpty() || same || there) violated("key", "was refused: ", exchange);
  }

  /// The messages that the call became: those of its key, or else those that say the same.
  private List<Story.Message> messages(Call call) {
    return story(call).stream()
        .filter(
            message ->
                call.event()
                    .map(message.event()::equals)
                    .orElseGet(() -> message.text().equals(call.text())))
        .toList();
  }

  private List<Story.Message> story(Call call) {
    Story story = stories.get(call.conversation());
    return story == null ? List.of() : story.messages();
  }

  /// A message that was first sent after another one's answer had come stands behind it.
  private void checkOrder(Story story) {
    List<Exchange> answered = new ArrayList<>();
    for (Exchange exchange : ledger.exchanges()) {
      if (isOf(story, exchange.call()) && exchange.answer().status() == 200) answered.add(exchange);
    }
    for (Exchange before : answered) {
      for (Exchange after : answered) {
        if (ledger.firstSent(after.call()) <= before.answered()) continue;
        if (place(before.call()) > lastPlace(after.call())) violated("order", "came late: ", after);
      }
    }
  }

  private long place(Call call) {
    return messages(call).stream().mapToLong(m -> m.arrived().seq()).min().orElse(0);
  }

  private long lastPlace(Call call) {
    return messages(call).stream().mapToLong(m -> m.arrived().seq()).max().orElse(Long.MAX_VALUE);
  }

  /// Each message is one that the conversation's owner sent there.
  private void checkSaid(Story story) {
    for (Story.Message message : story.messages()) {
      if (!ledger.wasSentTo(story.id(), message.text())) {
        ledger.violated("I1", story.id() + ": nobody said \"" + message.text() + "\"");
      }
    }
  }

  private static boolean isOf(Story story, Call call) {
    return call.kind() == Kind.WRITE && !call.isForeign() && call.conversation().equals(story.id());
  }

  private void violated(String rule, Exchange exchange) {
    violated(rule, "", exchange);
  }

  private void violated(String rule, String why, Exchange exchange) {
    ledger.violated(rule, why + exchange.call() + " -> " + exchange.answer());
  }
}
