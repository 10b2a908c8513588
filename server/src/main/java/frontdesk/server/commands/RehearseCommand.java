package frontdesk.server.commands;

import frontdesk.conversation.Json;
import frontdesk.edge.Edge;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.rehearsal.Hearing;
import frontdesk.server.Console;
import frontdesk.tool.ToolSpec;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Shows authors of agents what the keyless model makes of a line with their tools: one JSON object
/// a line in, one out.
@Command(
    name = "rehearse",
    description = "Shows what the keyless model makes of lines: one JSON object a line on stdin.",
    mixinStandardHelpOptions = true)
public final class RehearseCommand implements Callable<Integer> {
  private static final double SCORE_STEPS = 10_000;

  private final Console console;

  @Option(
      names = "--tools",
      required = true,
      paramLabel = "FILE",
      description = "JSON array of {name, description, parameters, examples?}.")
  private Path file = Path.of("");

  public RehearseCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<ToolSpec> tools = tools();
    var lines = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
    int number = 0;
    for (var line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      if (!line.isBlank()) console.out().println(shown(heard(tools, line, number)).text());
    }
    return 0;
  }

  private List<ToolSpec> tools() throws IOException {
    try {
      return RehearsedLines.tools(Files.readString(file));
    } catch (NoSuchFileException e) {
      throw new InvalidSettings(List.of("--tools: there is no file " + file));
    } catch (CharacterCodingException e) {
      throw new InvalidSettings(List.of("--tools: " + file + " is not UTF-8"));
    } catch (InvalidJson e) {
      throw new InvalidSettings(List.of("--tools: " + file + ": " + e.getMessage()));
    }
  }

  private Hearing heard(List<ToolSpec> tools, String line, int number) {
    try {
      return Hearing.of(RehearsedLines.request(tools, line, Edge.real().clock().instant()));
    } catch (InvalidJson e) {
      throw new InvalidSettings(List.of("line " + number + ": " + e.getMessage()));
    }
  }

  private static Json shown(Hearing hearing) {
    ObjectNode shown = Jsons.object();
    ArrayNode ranked = shown.putArray("ranked");
    for (Hearing.Fit fit : hearing.ranked()) {
      double score = Math.round(fit.score() * SCORE_STEPS) / SCORE_STEPS;
      ranked.addObject().put("tool", fit.tool()).put("score", score);
    }
    shown.put("decision", hearing.decision().name().toLowerCase(Locale.ROOT));
    shown.set("arguments", Jsons.parse(hearing.arguments()));
    return Jsons.json(shown);
  }
}
