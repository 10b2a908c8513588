package frontdesk.server;

import frontdesk.adapters.rest.ApiKey;
import frontdesk.adapters.rest.ApiKey.Role;
import frontdesk.agent.Agents;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Head;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.engine.Threads;
import frontdesk.http.Secret;
import frontdesk.model.ChatModel;
import frontdesk.sqlite.SqliteJournal;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// A whole server in this process, on a free port of loopback, with its store in a directory.
public final class RunningServer implements AutoCloseable {
  public static final String ONE = "key-one-0123456789";
  static final String TWO = "key-two-0123456789";
  public static final String OPERATOR = "operators-key-0123456789";

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(10);

  private final Server server;
  private final Path data;

  private RunningServer(Server server, Path data) {
    this.server = server;
    this.data = data;
  }

  public static RunningServer start(Path data) {
    return start(settings(data));
  }

  public static RunningServer start(Settings settings) {
    return new RunningServer(Server.start(settings, "test", Edge.real()), settings.data());
  }

  /// With the model that the settings name.
  public static RunningServer start(Settings settings, Agents agents, Edge edge) {
    Server server = Server.start(settings, "test", agents, edge, front -> front);
    return new RunningServer(server, settings.data());
  }

  static RunningServer start(Path data, ChatModel model) {
    return start(settings(data), model);
  }

  static RunningServer start(Settings settings, ChatModel model) {
    return start(settings, Server.agents(settings, Edge.real()), model, Edge.real());
  }

  static RunningServer start(Settings settings, Agents agents, ChatModel model, Edge edge) {
    return new RunningServer(Server.start(settings, "test", agents, model, edge), settings.data());
  }

  /// Without keys and without a rate.
  static Settings settings(Path data) {
    return settings(data, Models.REHEARSAL, List.of(), 0, 1);
  }

  static Settings scripted(Path data, Path script) {
    return settings(data, "scripted:" + script, List.of(), 0, 1);
  }

  /// With the keys of two clients and an operator.
  static Settings keyed(Path data) {
    return settings(data, Models.GUIDED, keys(), 0, 1);
  }

  static Settings settings(
      Path data, String model, List<ApiKey> keys, double requestsPerSecond, int burst) {
    return new Settings(
        "127.0.0.1",
        0,
        data,
        ModelSettings.of(new Environment(Map.of())).named(model),
        Remotes.NONE,
        "UTC",
        AgentSource.ALONE,
        Set.of("customer_support"),
        keys,
        requestsPerSecond,
        burst);
  }

  static List<ApiKey> keys() {
    return List.of(
        new ApiKey("one", new Secret(ONE), Role.CLIENT),
        new ApiKey("two", new Secret(TWO), Role.CLIENT),
        new ApiKey("desk", new Secret(OPERATOR), Role.OPERATOR));
  }

  public Api api() {
    return Api.at(server.port());
  }

  public int port() {
    return server.port();
  }

  public String url() {
    return "http://127.0.0.1:" + port();
  }

  public SqliteJournal journal() {
    return server.desk().journal();
  }

  public Desk desk() {
    return server.desk();
  }

  /// As when the process is told to stop.
  void stop(Duration grace) {
    server.stop(grace);
  }

  /// From now on no read and no write of the store succeeds.
  void breakStore() {
    store("ALTER TABLE conversation RENAME TO elsewhere");
  }

  /// From now on nothing can be written; what is there can be read.
  void breakWrites() {
    store("CREATE TRIGGER broken BEFORE INSERT ON inbox BEGIN SELECT RAISE(ABORT, 'broken'); END");
  }

  void mendWrites() {
    store("DROP TRIGGER broken");
  }

  private void store(String sql) {
    String file = "jdbc:sqlite:" + data.resolve("frontdesk.db");
    try (var connection = DriverManager.getConnection(file);
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError("The store could not be broken", e);
    }
  }

  /// Where a conversation of the key of that name stands.
  public Head head(String keyName, String id) {
    return journal().head(ConversationId.of("rest", keyName, id)).orElseThrow();
  }

  /// Waits until nothing is open in a conversation that was made without a key, and nobody works.
  void untilAtRest(String id) {
    untilAtRest("local", id);
  }

  /// The same for one of the key of that name.
  void untilAtRest(String keyName, String id) {
    until(() -> !head(keyName, id).hasOpenEvents() && server.desk().running() == 0);
  }

  /// Waits until something outside this thread has become true, looking now and then.
  public static void until(BooleanSupplier condition) {
    Threads threads = Edge.real().threads();
    Deadline deadline = Deadline.in(PATIENCE, threads);
    while (!condition.getAsBoolean()) {
      if (deadline.passed(threads)) throw new AssertionError("It never was");
      threads.signal().await(Deadline.in(LOOK_EVERY, threads));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
