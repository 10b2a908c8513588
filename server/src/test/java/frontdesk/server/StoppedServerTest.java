package frontdesk.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.agent.Facts;
import frontdesk.agent.Limits;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.model.Wishes;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import frontdesk.tool.Recovery;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is told to stop while it works.
class StoppedServerTest {
  private static final Json ANYTHING = new Json("{\"type\":\"object\",\"x-source\":\"model\"}");
  private static final Edge EDGE = Edge.real();

  @TempDir Path data;

  @Test
  void D09_turns_that_do_not_end_within_the_grace_are_left_to_the_next_start() {
    int count = 500;
    Duration grace = Duration.ofSeconds(3);
    var ids = new ArrayList<String>();
    var model = new HeldModel();
    try (var server = RunningServer.start(data, model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = server.api();
      for (int i = 0; i < count; i++) ids.add(api.create());
      var requests = new ArrayList<Future<Api.Answer>>();
      for (String id : ids) {
        requests.add(clients.submit(() -> api.sayOnce(id, "are you there?", "k")));
      }
      RunningServer.until(() -> model.calls() == count);
      long began = System.nanoTime();
      server.stop(grace);
      // Once, not for its requests and then again for its turns.
      assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(grace.multipliedBy(2));
      model.release();
      assertThat(requests).allSatisfy(cut -> assertThat(cut).failsWithin(Duration.ofSeconds(30)));
    }
    try (var server = RunningServer.start(data, (request, _) -> HeldModel.echo(request))) {
      RunningServer.until(() -> server.journal().waiting(1).isEmpty());
      for (String id : ids) {
        server.untilAtRest(id);
        assertThat(server.api().messages(id))
            .containsExactly("user: are you there?", "assistant: You said: are you there?");
      }
    }
    System.out.printf(
        "D09: %d turns left by a stop: each answered once by the next start%n", count);
  }

  @Test
  void B02_an_act_under_way_when_the_server_is_told_to_stop_has_its_outcome_in_the_log()
      throws Exception {
    var requests = new AtomicInteger();
    var arrived = new CountDownLatch(1);
    var answer = new CountDownLatch(1);
    HttpHandler pays =
        _ -> {
          requests.incrementAndGet();
          arrived.countDown();
          await(answer);
          return Response.json(200, new Json("{\"paid\":true}"));
        };
    var listen = new Listen("127.0.0.1", 0, Listen.Limits.USUAL);
    try (var backend = HelidonServer.start(listen, pays, EDGE.threads(), EDGE.newId());
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      String id;
      try (var server = start(backend.port())) {
        id = server.api().create();
        Future<Api.Answer> said = clients.submit(() -> server.api().say(id, "pay"));
        await(arrived);
        Future<?> stopped = clients.submit(() -> server.stop(Duration.ofSeconds(30)));
        RunningServer.until(() -> takesNobody(server.port()));
        assertThat(stopped.isDone()).isFalse();
        answer.countDown();
        stopped.get();
        assertThat(said.get().botMessage()).isEqualTo("Done.");
      }
      List<Entry> written = entries(id);
      assertThat(written)
          .filteredOn(Returned.class::isInstance)
          .singleElement()
          .satisfies(
              returned ->
                  assertThat(((Returned) returned).outcome())
                      .isEqualTo(new Outcome.Done(new Json("{\"paid\":true}"))));
      try (var server = start(backend.port())) {
        server.untilAtRest(id);
        assertThat(server.api().messages(id)).containsExactly("user: pay", "assistant: Done.");
        assertThat(server.api().say(id, "and?").botMessage()).isEqualTo("Hello.");
      }
      assertThat(entries(id)).startsWith(written.toArray(Entry[]::new));
      assertThat(requests).hasValue(1);
    }
  }

  private RunningServer start(int backend) {
    HttpHandler client =
        RemoteHttp.client(
            URI.create("http://127.0.0.1:" + backend),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));
    var agent =
        new Agent(
            "teller",
            "1",
            "customer_support",
            true,
            "",
            Facts.NONE,
            List.of(new Pay(client)),
            List.of(),
            List.of(),
            "en",
            "UTC",
            Limits.DEFAULT,
            Wishes.NONE);
    return RunningServer.start(
        RunningServer.settings(data), new Agents(List.of(agent)), model(), EDGE);
  }

  private static ChatModel model() {
    return (request, _) ->
        switch (request.messages().getLast()) {
          case Message.Customer(var text) when text.equals("pay") ->
              ModelReply.calls(new AskedCall("c", "pay", "{}"));
          case Message.ToolSaid _ -> ModelReply.text("Done.");
          default -> ModelReply.text("Hello.");
        };
  }

  /// Pays over HTTP. Nobody but a person could find out afterwards.
  private record Pay(HttpHandler bank) implements Tool {
    @Override
    public ToolSpec spec() {
      return ToolSpec.act("pay", "", ANYTHING, Recovery.ASK_HUMAN, Duration.ofSeconds(20))
          .unasked();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      if (!context.maySend()) return new Outcome.NotSent("too late");
      var headers = Headers.of("Idempotency-Key", context.key().value());
      var request = new Request("POST", "/pay", "", headers, Body.of("{}"), "", context.deadline());
      try (Response response = bank.handle(request)) {
        return new Outcome.Done(new Json(new String(response.body().bytes(1_000), UTF_8)));
      } catch (UncheckedIOException e) {
        return new Outcome.Unknown("no answer");
      }
    }
  }

  private List<Entry> entries(String id) {
    try (var journal = Stores.open(data, "test", EDGE)) {
      return journal.entries(ConversationId.of("rest", "local", id), 0, 100).stream()
          .map(Logged::entry)
          .toList();
    }
  }

  private static boolean takesNobody(int port) {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return !socket.isConnected();
    } catch (IOException e) {
      return true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) throw new AssertionError("It never came");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }
}
