package frontdesk.server.killed;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.edge.Edge;
import frontdesk.json.Jsons;
import frontdesk.server.Stores;
import frontdesk.server.killed.Local.Peer;
import frontdesk.server.killed.PlatformProcess.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class LostSendsTest {
  private static final List<Wish> WISHES = List.of(Wish.APPROVE);
  /// A question, and what came of it.
  private static final int MESSAGES = 2;

  @TempDir Path directory;

  /// What became of one customer's messages.
  private record Seen(String channel, Trouble trouble, int repeats, List<String> undelivered) {}

  @Test
  void D06_a_send_that_fails_is_repeated_where_that_is_safe_and_recorded_where_it_is_in_vain()
      throws InterruptedException, ExecutionException {
    try (var platform = Platform.start(directory.resolve("platform.log"))) {
      for (Seen seen : seen(platform, talk(platform))) {
        boolean inDoubt = seen.trouble() == Trouble.LOST || seen.trouble() == Trouble.ERROR;
        boolean nobodyCanTell = inDoubt && seen.channel().equals(Pushing.NONE);
        assertThat(seen.repeats()).as(seen.toString()).isEqualTo(nobodyCanTell ? MESSAGES : 0);
        if (seen.trouble() == Trouble.BLOCKED) {
          assertThat(seen.undelivered())
              .as(seen.toString())
              .containsOnly("the customer blocked us");
        } else {
          assertThat(seen.undelivered()).as(seen.toString()).isEmpty();
        }
      }
      // Lost and 500: each message once more, with its key; and nothing else ever is.
      assertThat(platform.counted().all("message again")).isEqualTo(2 * MESSAGES);
    }
  }

  private List<Customer> talk(Platform platform) throws InterruptedException, ExecutionException {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor();
        var process =
            Child.start(
                directory.resolve("desk.log"),
                DeskProcess.class,
                data().toString(),
                String.valueOf(platform.process().port()),
                DeskProcess.NOT_ARMED,
                "")) {
      Peer desk = Peer.at(process.port());
      var customers = new ArrayList<Customer>();
      var talks = new ArrayList<Future<?>>();
      for (Trouble trouble : Trouble.values()) {
        for (String channel : List.of(Pushing.KEY, Pushing.BACK, Pushing.NONE)) {
          var id = channel + ":" + trouble.mark() + ":1";
          boolean blocked = trouble == Trouble.BLOCKED;
          List<Wish> wishes = blocked ? List.of(Wish.SAY, Wish.SAY) : WISHES;
          var customer =
              new Customer(id, wishes, () -> desk, platform.counted(), new Random(id.hashCode()));
          customers.add(customer);
          talks.add(threads.submit(blocked ? customer::sayAll : customer::talk));
        }
      }
      for (Future<?> talk : talks) talk.get();
      ObjectNode all = Jsons.object();
      ArrayNode names = all.putArray("conversations");
      customers.forEach(customer -> names.add(customer.conversation()));
      Pause.until(() -> desk.post("/calm", all).body().path("calm").asBoolean(), "calm");
      return customers;
    }
  }

  private List<Seen> seen(Platform platform, List<Customer> customers) {
    platform.counted().read();
    var seen = new ArrayList<Seen>();
    try (var journal = Stores.open(data(), "test", Edge.real())) {
      for (Customer customer : customers) {
        var oracle = new Oracle(customer, platform.counted(), journal);
        oracle.check();
        String channel = customer.conversation().substring(0, customer.conversation().indexOf(':'));
        Trouble trouble = Trouble.of(customer.conversation());
        seen.add(new Seen(channel, trouble, oracle.repeats(), oracle.undelivered()));
      }
    }
    return seen;
  }

  private Path data() {
    return directory.resolve("data");
  }
}
