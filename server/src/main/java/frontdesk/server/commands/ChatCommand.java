package frontdesk.server.commands;

import frontdesk.agent.Agent;
import frontdesk.agent.Agents;
import frontdesk.channel.Channels;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.json.InvalidSettings;
import frontdesk.runtime.Listener;
import frontdesk.server.AgentSource;
import frontdesk.server.Console;
import frontdesk.server.Desk;
import frontdesk.server.ModelFailures;
import frontdesk.server.ModelSettings;
import frontdesk.server.Models;
import frontdesk.server.RehearsalNotice;
import frontdesk.server.Remotes;
import frontdesk.server.Settings;
import frontdesk.server.SettingsFile;
import frontdesk.server.Terminals;
import frontdesk.server.chat.Causes;
import frontdesk.server.chat.LocalTalk;
import frontdesk.server.chat.PipedChat;
import frontdesk.server.chat.RemoteTalk;
import frontdesk.server.chat.Talk;
import frontdesk.server.chat.TerminalChat;
import frontdesk.server.chat.TerminalChat.Previews;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Talks to an agent from a terminal, or from a script.
@Command(
    name = "chat",
    description = "Talks to an agent, here or with a server.",
    mixinStandardHelpOptions = true)
public final class ChatCommand implements Callable<Integer> {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._@-]{1,64}");

  private final Console console;

  @Parameters(paramLabel = "AGENT", description = "Its name, such as support, or its folder.")
  private String agent = "";

  @Option(
      names = "--message",
      paramLabel = "TEXT",
      description = "Say this, print the answer, leave.")
  private Optional<String> message = Optional.empty();

  @Option(
      names = "--as",
      paramLabel = "ID",
      description = "Resume that conversation, or begin it by this name.")
  private Optional<String> as = Optional.empty();

  @Option(names = "--server", paramLabel = "URL", description = "Talk with a server instead.")
  private Optional<URI> server = Optional.empty();

  @Option(names = "--config", paramLabel = "FILE", description = "Use these settings.")
  private Optional<Path> config = Optional.empty();

  @Option(names = "--data", paramLabel = "DIR", description = "Directory to keep data in.")
  private Optional<Path> data = Optional.empty();

  @Option(names = "--model", description = "openai[:MODEL], rehearsal, guided, or scripted:FILE.")
  private Optional<String> model = Optional.empty();

  /// @param notices what a person should know before the first message, a line each
  private record Opened(Talk talk, List<String> notices) {}

  public ChatCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Edge edge = Edge.real();
    var previews = new Previews();
    var listener = Listener.all(List.of(previews, new Causes(console.err())));
    Opened opened = open(edge, listener);
    try (Talk talk = opened.talk()) {
      boolean person = message.isEmpty() && Terminals.isTerminal();
      if (person) {
        new TerminalChat(talk, title(), opened.notices(), previews, edge.threads()).run();
        return 0;
      }
      console.err().println("Conversation " + talk.id() + "; resume it with --as " + talk.id());
      var piped = new PipedChat(talk, console.out(), console.err());
      return answered(piped) ? 0 : 1;
    }
  }

  private boolean answered(PipedChat piped) {
    if (message.isPresent()) return piped.turn(message.get());
    return piped.run(
        new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8)));
  }

  private Opened open(Edge edge, Listener listener) {
    return server.isPresent()
        ? new Opened(remote(server.get(), edge), List.of())
        : local(edge, listener);
  }

  private Talk remote(URI url, Edge edge) {
    var client =
        RemoteHttp.client(
            url, Duration.ofSeconds(5), Duration.ofSeconds(75), Duration.ofSeconds(30));
    var key = console.environment().get("FRONTDESK_KEY");
    return new RemoteTalk(
        client, key, AgentSource.function(agent), as, edge.newId(), edge.threads());
  }

  private Opened local(Edge edge, Listener listener) {
    var environment = console.environment();
    var settings = config.map(file -> SettingsFile.read(file, environment));
    Remotes remotes =
        settings.map(Settings::remotes).orElseGet(() -> StandIns.demo(environment, edge).remotes());
    Agent chosen = AgentSource.read(agent, remotes.tools(edge), environment.zone());
    String name = as.orElseGet(() -> edge.newId().get().substring(0, 8));
    if (!NAME.matcher(name).matches()) {
      throw new InvalidSettings(List.of("--as: must have the form [A-Za-z0-9._@-]{1,64}"));
    }
    ModelSettings named =
        settings.map(Settings::model).orElseGet(() -> ModelSettings.of(environment));
    ModelSettings modelSettings = model.map(named::named).orElse(named);
    Path directory =
        data.or(() -> settings.map(s -> s.data()))
            .orElseGet(() -> environment.data().resolve("chat"));
    Desk desk =
        Desk.open(
            directory,
            "chat",
            new Agents(List.of(chosen)),
            Models.open(modelSettings, edge, new ModelFailures(directory, edge.clock())),
            Channels.NONE,
            edge,
            listener);
    return new Opened(
        new LocalTalk(desk, edge, chosen.name(), name),
        RehearsalNotice.of(modelSettings, chosen.locale()).stream().toList());
  }

  private String title() {
    String where = server.map(url -> "at " + url).orElse("in this terminal");
    return "You talk to the agent '" + agent + "' " + where + ".";
  }
}
