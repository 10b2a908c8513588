package frontdesk.server.meetings;

import static frontdesk.server.RunningServer.until;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.conversation.Head;
import frontdesk.edge.Edge;
import frontdesk.http.Secret;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.server.Api;
import frontdesk.server.Api.Answer;
import frontdesk.server.Environment;
import frontdesk.server.ModelSettings;
import frontdesk.server.Remotes;
import frontdesk.server.RunningServer;
import frontdesk.server.Settings;
import frontdesk.server.Shell;
import frontdesk.server.SkippedTime;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/// A server of the meetings agent in this process, with a provider of its own, whose waits can be
/// skipped.
final class MeetingsServer implements AutoCloseable {
  private static final ApiKey STAFF =
      new ApiKey("eve", new Secret("staffs-key-0123456789"), ApiKey.Role.STAFF);
  /// Short, so that a provider that hangs is soon given up.
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Duration MARGIN = Duration.ofMillis(10);

  private final Provider provider = Provider.start();
  private final SkippedTime time = new SkippedTime();
  private final RunningServer server;
  private Duration skipped = Duration.ZERO;

  private MeetingsServer(Path data, ChatModel model) {
    Edge real = Edge.real();
    var edge = new Edge(time, real.clock(), real.newId(), real.random());
    var keys = new ArrayList<>(RunningServer.keys());
    keys.add(STAFF);
    this.server =
        RunningServer.start(
            settings(data, keys),
            MeetingsTools.agents(provider.port(), PATIENCE, Steps.NONE, edge),
            model,
            edge);
  }

  static MeetingsServer start(Path data) {
    return start(data, new MeetingsModel());
  }

  static MeetingsServer start(Path data, ChatModel model) {
    return new MeetingsServer(data, model);
  }

  static Settings settings(Path data, List<ApiKey> keys) {
    return new Settings(
        "127.0.0.1",
        0,
        data,
        ModelSettings.of(new Environment(Map.of())),
        Remotes.NONE,
        "UTC",
        List.of("meetings"),
        Set.of("meetings"),
        keys,
        0,
        1);
  }

  Provider provider() {
    return provider;
  }

  /// A new conversation of a client.
  Talk talk() {
    return talk("one", RunningServer.ONE);
  }

  Talk talkOfAnotherClient() {
    return talk("two", RunningServer.TWO);
  }

  Talk talkOfStaff() {
    return talk(STAFF.name(), STAFF.key().value());
  }

  private Talk talk(String keyName, String key) {
    Api api = server.api().withKey(key);
    Answer created = api.create("{\"function\": \"meetings\"}");
    assertThat(created.status()).as(created.text()).isEqualTo(201);
    return new Talk(this, api, keyName, created.json().path("conversation_id").asString(""));
  }

  /// One conversation, and who holds its key.
  record Talk(MeetingsServer of, Api api, String keyName, String id) {

    String say(String text) {
      return api.say(id, text).botMessage();
    }

    /// Says it, and lets time pass while the desk waits for something.
    String sayAndWait(String text) {
      return sayAndWait(text, () -> true);
    }

    /// The same; time passes only once something is so.
    String sayAndWait(String text, BooleanSupplier once) {
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        Future<String> answer = threads.submit(() -> sayUntilAnswered(text));
        until(
            () -> {
              if (once.getAsBoolean()) of.skipWait(head());
              return answer.isDone();
            });
        return answer.get();
      } catch (ExecutionException e) {
        throw new AssertionError(e.getCause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("Interrupted", e);
      }
    }

    /// As a client is told: one that was not answered in time is sent again, with its key.
    private String sayUntilAnswered(String text) {
      String key = "said-at-" + head().version();
      Answer answer = api.sayOnce(id, text, key);
      while (answer.status() == 503) answer = api.sayOnce(id, text, key);
      return answer.botMessage();
    }

    Head head() {
      return of.server.head(keyName, id);
    }

    String conversation() {
      return "rest:" + keyName + ":" + id;
    }

    List<String> messages() {
      return api.messages(id);
    }
  }

  void skip(Duration some) {
    skipped = skipped.plus(some);
    time.skip(some);
  }

  /// Until the moment that a conversation waits for.
  private void skipWait(Head head) {
    Instant now = Instant.now().plus(skipped);
    head.wakeAt()
        .filter(at -> at.isAfter(now))
        .ifPresent(at -> skip(Duration.between(now, at).plus(MARGIN)));
  }

  /// What an operator's command prints.
  String ops(String... command) {
    var all = new ArrayList<>(List.of("ops"));
    all.addAll(List.of(command));
    all.addAll(List.of("--server", server.url()));
    Shell.Ran ran =
        new Shell().with("FRONTDESK_KEY", RunningServer.OPERATOR).run(all.toArray(String[]::new));
    assertThat(ran.code()).as(ran.err()).isZero();
    return ran.out();
  }

  /// A person found out what became of the only act that waits for one.
  void decide(Talk talk, boolean happened) {
    var shown = Jsons.parse(ops("show", talk.conversation()));
    String call = shown.at("/acts/0/call").asString("");
    ops("settle", talk.conversation(), call, happened ? "happened" : "not-happened");
    until(() -> !talk.head().hasOpenEvents());
  }

  @Override
  public void close() {
    server.close();
    provider.close();
  }
}
