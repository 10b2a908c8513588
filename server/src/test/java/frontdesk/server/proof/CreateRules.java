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
record CreateRules(Map<ConversationId, Story> stories, Ledger ledger) {
  /// What makes two creations the same.
  private record Name(String account, String key) {}

  void check() {
    Map<Name, String> ids = new HashMap<>();
    Map<Name, String> texts = new HashMap<>();
    Set<String> unkeyed = new HashSet<>();
    for (Exchange exchange : ledger.exchanges()) {
      Call call = exchange.call();
      if (call.kind() != Kind.CREATE) continue;
      var name = new Name(call.account(), call.key());
      switch (exchange.answer().status()) {
        case 201 -> {
          String id = exchange.answer().field("conversation_id");
          checkExists(call, id);
          if (!call.hasKey()) unkeyed.add(id);
          else same(ids, name, exchange.answer().body(), exchange);
          if (call.hasKey()) same(texts, name, call.text(), exchange);
        }
        case 422 -> {
          boolean other = Optional.ofNullable(texts.get(name)).filter(call.text()::equals).isEmpty();
          if (!call.hasKey() || !other) violated(exchange);
        }
        case 429, 503 -> {}
        default -> violated(exchange);
      }
    }
    checkCount(unkeyed.size());
  }

  private void same(Map<Name, String> all, Name name, String value, Exchange exchange) {
    Optional<String> before = Optional.ofNullable(all.put(name, value));
    if (before.filter(other -> !other.equals(value)).isPresent()) violated(exchange);
  }

  private void checkExists(Call call, String id) {
    boolean exists = stories.containsKey(ConversationId.of("rest", call.account(), id));
    if (!exists) ledger.violated("I1", call + ": there is no conversation " + id);
  }

  /// Of those without a key there may be as many as were asked for, answered or not.
  private void checkCount(int told) {
    List<Call> creates = ledger.calls().stream().filter(c -> c.kind() == Kind.CREATE).toList();
    long keys = creates.stream().filter(Call::hasKey).map(c -> new Name(c.account(), c.key())).distinct().count();
    int delivered = creates.stream().filter(c -> !c.hasKey()).mapToInt(ledger::deliveries).sum();
    if (stories.size() > keys + delivered || told > delivered) {
      ledger.violated("key", stories.size() + " conversations from " + keys + " keys and " + delivered + " requests without");
    }
  }

  private void violated(Exchange exchange) {
    ledger.violated("key", exchange.call() + " -> " + exchange.answer());
  }
}
