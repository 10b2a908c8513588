package frontdesk.server.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.server.Stores;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.stream.IntStream;

/// Guests who all want the same, each of whose turns is killed at another step: most once, some
/// twice, the second time while the desk finds out what became of a request that had left.
final class Killing {
  private static final int ENTRIES_MAX = 10_000;

  private final List<Act> acts;
  private final Provider provider;
  private final Desks desks;
  private final List<Customer> customers = new ArrayList<>();
  private final Map<Customer, String> first = new HashMap<>();
  private final Map<Customer, String> second = new HashMap<>();
  private final SortedSet<String> steps = new TreeSet<>();
  private int kills;

  /// @param acts of each guest, one after the other; killed is the last one
  Killing(List<Act> acts, Path directory, Provider provider, ExecutorService threads) {
    this.acts = List.copyOf(acts);
    this.provider = provider;
    this.desks = new Desks(directory, provider, threads);
  }

  /// A guest whose turn is killed at the step of this number, for each up to `max`: those beyond
  /// the last step are not stopped.
  void atEachStep(int max) {
    at(IntStream.rangeClosed(1, max).mapToObj(String::valueOf).toList());
  }

  /// A guest whose turn is killed where it first comes by the step of this name, for each of them.
  void at(List<String> names) {
    for (String name : names) first.put(customer(), name);
  }

  /// A guest whose turn is killed just behind the request, and once more where the desk that takes
  /// it up first comes by this step, for each of them.
  void behindTheRequestAndAt(List<String> namesOrNumbers) {
    for (String step : namesOrNumbers) {
      Customer customer = customer();
      first.put(customer, "after " + acts.getLast().request());
      second.put(customer, step);
    }
  }

  /// Killed twice, wherever that is.
  void anywhere(int guests, int max, Random random) {
    for (int i = 0; i < guests; i++) {
      Customer customer = customer();
      first.put(customer, String.valueOf(1 + random.nextInt(max)));
      second.put(customer, String.valueOf(1 + random.nextInt(max)));
    }
  }

  private Customer customer() {
    var customer = new Customer(new Guest(customers.size()), desks.port());
    customers.add(customer);
    return customer;
  }

  /// All of it, and a last desk that is left alone until everybody was answered.
  void run() throws InterruptedException {
    for (Act act : acts.subList(0, acts.size() - 1)) {
      talk(act);
      desks.killed(Map.of());
    }
    talk(acts.getLast());
    note(desks.killed(first));
    note(desks.killed(second));
    desks.killed(Map.of());
    desks.ended();
    check();
  }

  private void talk(Act act) {
    customers.forEach(customer -> desks.talk(customer, act.texts(customer.guest())));
  }

  private void note(Map<Customer, String> stopped) {
    kills += stopped.size();
    steps.addAll(stopped.values());
  }

  /// Names of the steps at which somebody was stopped.
  SortedSet<String> steps() {
    return steps;
  }

  private void check() {
    for (Act act : acts) {
      assertThat(provider.effects(act.effect()).values())
          .as(act.effect())
          .hasSize(customers.size())
          .containsOnly(1);
    }
    try (SqliteJournal journal = Stores.open(desks.data(), "test", Edge.real())) {
      for (Customer customer : customers) check(customer, log(journal, customer));
    }
  }

  private static List<Entry> log(SqliteJournal journal, Customer customer) {
    var id = new ConversationId(customer.conversation());
    assertThat(journal.head(id).orElseThrow().hasOpenEvents()).as(id.value()).isFalse();
    return journal.entries(id, 0, ENTRIES_MAX).stream().map(Logged::entry).toList();
  }

  private void check(Customer customer, List<Entry> log) {
    Guest guest = customer.guest();
    List<Instant> stands = provider.starts(guest.email()).stream().map(Instant::parse).toList();
    assertThat(stands).as(guest.toString()).isEqualTo(acts.getLast().stands(guest));
    var said = new ArrayList<String>();
    int done = 0;
    for (Entry entry : log) {
      if (entry instanceof Entry.Asked asked) said.add(asked.text());
      if (entry instanceof Entry.Replied replied) said.add(replied.text());
      boolean isDone =
          entry instanceof Entry.Returned(_, var attempt, Outcome.Done _) && attempt > 0;
      if (isDone) done++;
      assertThat(entry)
          .as(log.toString())
          .isNotInstanceOfAny(Entry.Escalated.class, Entry.DeadLettered.class);
    }
    // Each of them once, and in this order: the preview, and that it was done.
    assertThat(said).as(log.toString()).isEqualTo(customer.answers()).hasSize(2 * acts.size());
    for (int i = 0; i < acts.size(); i++) {
      assertThat(said.get(2 * i)).startsWith(acts.get(i).preview());
      assertThat(said.get(2 * i + 1)).startsWith(acts.get(i).done());
    }
    assertThat(done).as(log.toString()).isEqualTo(acts.size());
  }

  /// One line, for whoever runs the check. Double and lost are 0, or the test has failed before.
  String line() {
    return "D01 X03 %s: %d guests, %d of their turns killed at %d named steps; %d done, double 0, lost 0"
        .formatted(acts.getLast(), customers.size(), kills, steps.size(), provider.count(effect()));
  }

  private String effect() {
    return acts.getLast().effect();
  }
}
