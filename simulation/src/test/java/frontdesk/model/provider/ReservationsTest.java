package frontdesk.model.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.conversation.Json;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.simulation.Node;
import frontdesk.simulation.Simulation;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// How the tokens of an account are shared.
class ReservationsTest {
  private static final Duration MINUTE = Duration.ofSeconds(60);

  private final Simulation simulation = new Simulation(1);
  private final Node node = simulation.node("server");
  private final Provider provider = new Provider(node.threads());
  private final List<String> failures = new ArrayList<>();

  @Test
  void tokens_in_flight_are_bounded_and_served_in_turn() {
    int each = Wishes.NONE.replyTokens();
    Account small = account(3L * each);
    var order = new ArrayList<Integer>();
    simulation.run(
        node,
        () -> {
          for (int i = 0; i < 8; i++) {
            int number = i;
            node.threads()
                .start(
                    "conversation " + i,
                    () -> {
                      small.reply(provider.request(MINUTE, false, Wishes.NONE), _ -> {});
                      order.add(number);
                    });
          }
          node.threads().sleep(MINUTE);
        });
    assertThat(order).hasSize(8);
    assertThat(provider.mostAtOnce()).isEqualTo(2);
  }

  @Test
  void all_models_of_one_account_share_its_tokens() {
    var shared = new Reservations(Wishes.NONE.replyTokens() * 3L / 2, node.threads());
    List<Account> models = List.of(account(shared), account(shared));
    var next = new AtomicInteger();
    AtOnce.run(
        simulation,
        node,
        8,
        () -> {
          Account model = models.get(next.getAndIncrement() % 2);
          model.reply(provider.request(MINUTE, false, Wishes.NONE), _ -> {});
        });
    assertThat(provider.mostAtOnce()).isEqualTo(1);
  }

  @Test
  void tools_take_tokens_too() {
    Json schema = new Json("{\"description\": \"" + "x".repeat(3_000) + "\"}");
    var tool = ToolSpec.look("look", "Looks.", schema, Duration.ofSeconds(1));
    ModelRequest plain = provider.request(MINUTE, false, Wishes.NONE);
    assertThat(provider.request(List.of(tool)).tokens() - plain.tokens()).isBetween(1_000L, 1_100L);
  }

  @Test
  void what_finds_no_tokens_in_time_fails_and_takes_none() {
    Account tiny = account(1);
    provider.does(
        _ -> {
          node.threads().sleep(MINUTE);
          return ModelReply.text("Hello");
        });
    simulation.run(
        node,
        () -> {
          node.threads()
              .start(
                  "slow", () -> tiny.reply(provider.request(MINUTE, false, Wishes.NONE), _ -> {}));
          node.threads().sleep(Duration.ofSeconds(1));
          var short5 = provider.request(Duration.ofSeconds(5), false, Wishes.NONE);
          var failed =
              catchThrowableOfType(ModelException.class, () -> tiny.reply(short5, _ -> {}));
          assertThat(failed.code()).isEqualTo("tokens_in_flight");
          assertThat(failures).as("the provider did nothing").isEmpty();
          node.threads().sleep(MINUTE);
          assertThat(tiny.reply(provider.request(MINUTE, false, Wishes.NONE), _ -> {}).text())
              .isEqualTo("Hello");
        });
  }

  private Account account(long tokens) {
    return account(new Reservations(tokens, node.threads()));
  }

  private Account account(Reservations tokens) {
    return new Account(
        provider,
        true,
        tokens,
        node.threads(),
        new SplittableRandom(1),
        (e, _) -> failures.add(e.code()));
  }
}
