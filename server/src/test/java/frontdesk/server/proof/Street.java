package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.engine.Threads;
import frontdesk.simulation.Chance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where customers and their programs live: a node of its own, which never fails.
final class Street {
  private static final List<String> ACCOUNTS = List.of("one", "two");

  /// Holds a key that the servers do not know.
  private static final String STRANGER = "stranger";

  private final Threads threads;
  private final Client client;
  private final Ledger ledger;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<ConversationId, Customer> conversations = new LinkedHashMap<>();
  private int busy;

  Street(Threads threads, Client client, Ledger ledger, Chance chance, Play play) {
    this.threads = threads;
    this.client = client;
    this.ledger = ledger;
    int count = 2 + chance.below(3);
    for (int i = 0; i < count; i++) {
      String account = ACCOUNTS.get(i % ACCOUNTS.size());
      var others = List.of(ACCOUNTS.get((i + 1) % ACCOUNTS.size()), STRANGER);
      var letter = (char) ('a' + i);
      var who = new Customer.Who(letter, i / ACCOUNTS.size(), account, others);
      customers.add(play.customer(who, this));
    }
  }

  static List<String> accounts() {
    return ACCOUNTS;
  }

  /// What the client of an account sends as its key.
  static String secret(String account) {
    return "the-key-of-" + account;
  }

  void arrive() {
    for (Customer customer : customers) start("customer " + customer.who().letter(), customer);
  }

  boolean isQuiet() {
    return busy == 0;
  }

  /// When all is over, each customer looks once more.
  void lookBack() {
    conversations.forEach((id, customer) -> customer.lookBack(id));
  }

  List<ConversationId> conversations() {
    return List.copyOf(conversations.keySet());
  }

  void opened(ConversationId id, Customer customer) {
    ledger.belongs(id, customer.who().letter());
    conversations.put(id, customer);
  }

  Ledger ledger() {
    return ledger;
  }

  Optional<Answer> ask(Call call, int attemptsMax) {
    return client.ask(call, attemptsMax);
  }

  void sleep(Duration time) {
    threads.sleep(time);
  }

  void start(String name, Runnable errand) {
    busy++;
    threads.start(
        name,
        () -> {
          errand.run();
          busy--;
        });
  }
}
