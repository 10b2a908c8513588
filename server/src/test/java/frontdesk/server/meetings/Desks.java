package frontdesk.server.meetings;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.killed.Child;
import frontdesk.server.killed.Pause;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/// One desk after the other on the same files, each killed once every customer was answered or
/// stands at the step where it is stopped. What was under way is taken up by the desk after it,
/// which starts half a minute later: long enough for no request to be flying any more.
final class Desks {
  private static final int KILLED = 128 + 9;
  private static final int LATER_SECONDS = 30;

  private final Path directory;
  private final Provider provider;
  private final ExecutorService threads;
  private final AtomicInteger port = new AtomicInteger();
  private final Map<Customer, Future<?>> talks = new HashMap<>();
  private int started;

  Desks(Path directory, Provider provider, ExecutorService threads) {
    this.directory = directory;
    this.provider = provider;
    this.threads = threads;
  }

  AtomicInteger port() {
    return port;
  }

  Path data() {
    return directory.resolve("data");
  }

  /// A customer begins to talk, as soon as there is a desk.
  void talk(Customer customer, List<String> texts) {
    talks.put(customer, threads.submit(() -> customer.talk(texts)));
  }

  /// One desk.
  ///
  /// @param stops for customers, the number or the name of a step
  /// @return for those that were stopped, the name of the step
  Map<Customer, String> killed(Map<Customer, String> stops) {
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of(data().toString(), String.valueOf(provider.port())));
    arguments.add(String.valueOf(started++ * LATER_SECONDS));
    stops.forEach((who, step) -> arguments.add(who.conversation() + "=" + step));
    var stopped = new HashMap<Customer, String>();
    try (Child desk =
        Child.start(
            directory.resolve("desk.log"),
            MeetingsProcess.class,
            arguments.toArray(String[]::new))) {
      port.set(desk.port());
      try {
        Pause.until(
            () -> {
              desk.saidSoFar(Steps.SAYS).forEach(line -> note(line, stops, stopped));
              return goingOn(stopped).isEmpty();
            },
            "everybody answered or stopped");
      } catch (AssertionError e) {
        throw new AssertionError(report(goingOn(stopped)), e);
      }
      port.set(0);
      assertThat(desk.kill()).isEqualTo(KILLED);
    }
    return stopped;
  }

  private List<Customer> goingOn(Map<Customer, String> stopped) {
    return talks.entrySet().stream()
        .filter(talk -> !talk.getValue().isDone() && !stopped.containsKey(talk.getKey()))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static String report(List<Customer> customers) {
    return customers.stream()
        .map(who -> who.conversation() + " " + who.said() + " " + who.answers())
        .collect(joining("\n", "They never were answered:\n", ""));
  }

  private static void note(
      String line, Map<Customer, String> stops, Map<Customer, String> stopped) {
    int space = line.indexOf(' ');
    String conversation = line.substring(0, space);
    for (Customer who : stops.keySet()) {
      if (who.conversation().equals(conversation)) stopped.put(who, line.substring(space + 1));
    }
  }

  /// Every talk came to its end.
  void ended() throws InterruptedException {
    for (Map.Entry<Customer, Future<?>> talk : talks.entrySet()) {
      try {
        talk.getValue().get();
      } catch (ExecutionException e) {
        throw new AssertionError(talk.getKey().guest().toString(), e.getCause());
      }
    }
  }
}
