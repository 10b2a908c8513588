package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.server.proof.Call.Kind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Creating under a key makes one conversation, however often it is asked for; each conversation
/// that a client was told of exists, and there are no more than were asked for.
final class CreateRules {
  private final Map<ConversationId, Story> stories;
  private final Ledger ledger;
  private final Map<Name, Exchange> first = new HashMap<>();

  /// What makes two creations the same.
  private record Name(String account, String key) {
    static Name of(Call call) {
      return new Name(call.account(), call.key());
    }
  }

  CreateRules(Map<ConversationId, Story> stories, Ledger ledger) {
    this.stories = stories;
    this.ledger = ledger;
  }

  void check() {
    List<Exchange> creates =
        ledger.exchanges().stream().filter(e -> e.call().kind() == Kind.CREATE).toList();
    for (Exchange exchange : creates) {
      switch (exchange.answer().status()) {
        case 201 -> checkMade(exchange);
        case 422, 429, 503 -> {}
        default -> violated(exchange);
      }
    }
    creates.stream().filter(e -> e.answer().status() == 422).forEach(this::checkRefused);
    checkCount();
  }

  private void checkMade(Exchange exchange) {
    Call call = exchange.call();
    String peer = exchange.answer().field("conversation_id");
    boolean exists = stories.containsKey(ConversationId.of("rest", call.account(), peer));
    if (!exists) ledger.violated("I1", call + ": there is no conversation " + peer);
    if (!call.hasKey()) return;
    Exchange before = first.computeIfAbsent(Name.of(call), _ -> exchange);
    boolean same =
        before.call().text().equals(call.text())
            && before.answer().body().equals(exchange.answer().body());
    if (!same) violated(exchange);
  }

  private void checkRefused(Exchange exchange) {
    Call call = exchange.call();
    boolean made =
        Optional.ofNullable(first.get(Name.of(call)))
            .filter(before -> before.call().text().equals(call.text()))
            .isPresent();
    if (!call.hasKey() || made) violated(exchange);
  }

  /// Of those without a key there may be as many as reached a server, answered or not.
  private void checkCount() {
    Set<Name> keys = new HashSet<>();
    int others = 0;
    for (Call call : ledger.calls()) {
      if (call.kind() != Kind.CREATE) continue;
      if (call.hasKey()) keys.add(Name.of(call));
      else others += ledger.deliveries(call);
    }
    if (stories.size() > keys.size() + others) {
      ledger.violated("key", stories.size() + " conversations were made, too many");
    }
  }

  private void violated(Exchange exchange) {
    ledger.violated("key", exchange.call() + " -> " + exchange.answer());
  }
}
