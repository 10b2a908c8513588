package frontdesk.server.commands;

import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.Handled;
import frontdesk.runtime.Operations;
import frontdesk.server.Console;
import frontdesk.server.Stores;
import frontdesk.sqlite.SqliteJournal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import tools.jackson.databind.JsonNode;

/// What operators do, from a shell: on a server, or on a data directory that no process holds.
@Command(
    name = "ops",
    description = "Looks after conversations: reads them, takes them over, archives them.",
    mixinStandardHelpOptions = true)
public final class OpsCommand {
  private final Console console;

  @Option(
      names = "--server",
      paramLabel = "URL",
      scope = ScopeType.INHERIT,
      description = "Ask this server, with the operator's key in FRONTDESK_KEY.")
  private Optional<URI> server = Optional.empty();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = "Open this data directory, while no process holds it.")
  private Optional<Path> data = Optional.empty();

  public OpsCommand(Console console) {
    this.console = console;
  }

  @Command(description = "Lists conversations, the newest first.", mixinStandardHelpOptions = true)
  int list() {
    new OpsScreen(console).list(on(OpsSource::list));
    return 0;
  }

  @Command(
      description = "Shows a conversation: what waits for a person, and its log.",
      mixinStandardHelpOptions = true)
  int show(@Parameters(paramLabel = "ID") String id) {
    Optional<JsonNode> shown = on(ops -> ops.show(id));
    if (shown.isEmpty()) return noSuch(id);
    new OpsScreen(console).show(shown.get());
    return 0;
  }

  @Command(
      description = "Takes a conversation over: the agent says and does nothing new in it.",
      mixinStandardHelpOptions = true)
  int takeover(@Parameters(paramLabel = "ID") String id) {
    return act(
        id,
        ops -> ops.takeOver(id),
        "taken over: the agent says and does nothing new until ops handback");
  }

  @Command(
      description = "Writes to the customer as a person, and takes the conversation over.",
      mixinStandardHelpOptions = true)
  int say(@Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "TEXT") String text) {
    return act(
        id,
        ops -> ops.say(id, text),
        "said: the customer gets it, and a person answers until ops handback");
  }

  @Command(
      description = "Hands a conversation back to the agent, which answers what is unanswered.",
      mixinStandardHelpOptions = true)
  int handback(@Parameters(paramLabel = "ID") String id) {
    return act(
        id,
        ops -> ops.handBack(id),
        "handed back: the agent answers again, and what is unanswered first");
  }

  @Command(description = "Has messages that failed tried again.", mixinStandardHelpOptions = true)
  int replay(@Parameters(paramLabel = "ID") String id) {
    return act(
        id,
        ops -> ops.replay(id),
        "replayed: the agent tries again what failed, once the conversation is its own");
  }

  @Command(
      description = "Decides about an act of which nobody knows whether it happened.",
      mixinStandardHelpOptions = true)
  int settle(
      @Parameters(paramLabel = "ID") String id,
      @Parameters(paramLabel = "CALL", description = "The act, as ops show names it.") String call,
      @Parameters(paramLabel = "happened|not-happened") String what) {
    boolean happened = what.equals("happened");
    if (!happened && !what.equals("not-happened")) {
      throw new InvalidSettings(List.of("say happened or not-happened, not '" + what + "'"));
    }
    return act(
        id,
        ops -> ops.settle(id, call, happened),
        "settled: the agent knows that it " + (happened ? "happened" : "did not happen"));
  }

  @Command(
      description = "Writes a conversation to a file as JSON lines and takes it out of the store.",
      mixinStandardHelpOptions = true)
  int archive(
      @Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "FILE") Path file) {
    if (Files.exists(file)) throw new InvalidSettings(List.of("FILE: " + file + " exists already"));
    return on(
        ops -> {
          Optional<List<String>> lines = ops.export(id);
          if (lines.isEmpty()) return noSuch(id);
          var kept = new OpsFile(file);
          kept.keep(lines.get());
          long version = Jsons.parse(lines.get().getFirst()).path("version").asLong(-1);
          if (!ops.remove(id, version)) {
            kept.discard();
            throw new IllegalStateException(Operations.NOT_AT_REST);
          }
          console.out().println("archived to " + file);
          return 0;
        });
  }

  @Command(
      description =
          "Puts an archived conversation back, or takes in a JSON array of provider messages.",
      mixinStandardHelpOptions = true)
  int restore(@Parameters(paramLabel = "FILE") Path file, @Mixin OpsImport given) {
    OpsImport.Given read = given.read(new OpsFile(file).read(), console, Edge.real());
    boolean restored = on(ops -> ops.restore(read.lines()));
    if (restored) console.out().println(read.done());
    else console.err().println("There is a conversation of that id already; nothing was changed.");
    return restored ? 0 : 1;
  }

  /// Says in one line what holds now.
  private int act(String id, Function<OpsSource, Handled> act, String done) {
    return on(
        ops ->
            switch (act.apply(ops)) {
              case Handled.Accepted _ -> {
                console.out().println(done + ops.when());
                yield 0;
              }
              case Handled.NoConversation _ -> noSuch(id);
              case Handled.Wrong(var problem) ->
                  throw new InvalidSettings(List.of("TEXT: " + problem));
              case Handled.InVain(var why) -> {
                console.err().println(why);
                yield 1;
              }
            });
  }

  private <T> T on(Function<OpsSource, T> work) {
    if (server.isPresent()) {
      String key =
          console
              .environment()
              .get("FRONTDESK_KEY")
              .orElseThrow(
                  () -> new InvalidSettings(List.of("FRONTDESK_KEY: set it to an operator's key")));
      var client =
          RemoteHttp.client(
              server.get(), Duration.ofSeconds(5), Duration.ofSeconds(60), Duration.ofSeconds(30));
      return work.apply(new OpsSource.Remote(client, key, Edge.real().threads()));
    }
    Path directory = data.orElseGet(() -> console.environment().data());
    try (SqliteJournal journal = Stores.existing(directory, "ops", Edge.real())) {
      var operations =
          new Operations(
              journal,
              journal,
              event -> journal.accept(List.of(event)).getFirst(),
              _ -> true, // only a server knows which agents there are
              Optional.empty(),
              Edge.real().newId());
      return work.apply(new OpsSource.Local(operations));
    }
  }

  private int noSuch(String id) {
    console.err().println("ID: there is no conversation " + id + "; ops list shows what there is");
    return 1;
  }
}
