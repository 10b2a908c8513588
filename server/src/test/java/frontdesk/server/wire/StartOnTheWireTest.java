package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Toolset;
import frontdesk.edge.Edge;
import frontdesk.engine.HeldThreads;
import frontdesk.server.AgentSource;
import frontdesk.server.Environment;
import frontdesk.server.ModelSettings;
import frontdesk.server.ProviderCheck;
import frontdesk.server.logs.Logs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a server logs about its models when it starts, beside all that it does then.
class StartOnTheWireTest {
  private final Provider provider = new Provider();
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream log = new ByteArrayOutputStream();
  private final Edge real = Edge.real();
  private final HeldThreads threads = new HeldThreads(real.threads());

  @BeforeEach
  void listen() {
    environment.put("OPENAI_BASE_URL", provider.url());
    environment.put("OPENAI_API_KEY", "sk-right-0123456789");
    Logs.install("INFO", new PrintStream(log, true, StandardCharsets.UTF_8), true);
  }

  @AfterEach
  void stop() {
    Logs.install("INFO", System.err, false);
    provider.close();
  }

  @Test
  void of_a_model_that_is_there_nothing_is_logged() {
    assertThat(logged("openai")).isEmpty();
    assertThat(logged("guided")).isEmpty();
    provider.fault(1, "status:405");
    assertThat(logged("openai")).as("a server that does not list its models").isEmpty();
    assertThat(provider.asked()).as("no reply is asked for").isEmpty();
  }

  @Test
  void M17_a_wrong_key_is_one_line_without_the_key() {
    environment.put("OPENAI_API_KEY", "sk-wrong-0123456789");
    assertThat(logged("openai").lines())
        .singleElement()
        .asString()
        .contains("ERROR", "model: OPENAI_API_KEY is refused at " + provider.url())
        .doesNotContain("sk-wrong");
  }

  @Test
  void M17_a_model_that_is_gone_and_one_that_will_be_are_a_line_each() {
    assertThat(logged("openai:gpt-4-turbo"))
        .contains("ERROR", "model: there is no model gpt-4-turbo at ");
    assertThat(logged("openai:gpt-4o"))
        .contains("WARNING", "shuts down on 2027-01-14: set another before");
  }

  @Test
  void M03_an_address_at_which_nobody_answers_is_a_line() {
    environment.put("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    assertThat(logged("openai")).contains("nobody answers at http://127.0.0.1:1/v1");
  }

  @Test
  void M03_a_provider_that_does_not_answer_keeps_nobody_from_starting() {
    provider.fault(1, "hold");
    check("openai");
    assertThat(threads.held()).as("it is left to a thread of its own").isEqualTo(1);
    assertThat(log.size()).isZero();
  }

  private String logged(String model) {
    check(model);
    threads.runHeld();
    String text = log.toString(StandardCharsets.UTF_8);
    log.reset();
    return text;
  }

  private void check(String model) {
    Agent support = AgentSource.read("support", Toolset.NONE, "UTC");
    var settings = ModelSettings.of(new Environment(environment)).named(model);
    var edge = new Edge(threads, real.clock(), real.newId(), real.random());
    ProviderCheck.beside(settings, List.of(support), edge);
  }
}
