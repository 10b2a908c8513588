package frontdesk.server;

import frontdesk.edge.Edge;
import frontdesk.json.InvalidSettings;
import frontdesk.model.ChatModel;
import frontdesk.model.Script;
import frontdesk.model.ScriptedModel;
import frontdesk.model.guided.GuidedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The models there are, by the name that people set.
public final class Models {
  public static final String DEFAULT = "guided";
  private static final String SCRIPTED = "scripted:";

  private Models() {}

  /// Makes the model of a name: `guided` or `scripted:FILE`.
  ///
  /// @throws InvalidSettings there is none of that name, or its file cannot be used
  public static ChatModel named(String name, Edge edge) {
    if (name.equals(DEFAULT)) return new GuidedModel();
    if (name.startsWith(SCRIPTED)) {
      return new ScriptedModel(script(Path.of(name.substring(SCRIPTED.length()))), edge.threads());
    }
    throw new InvalidSettings(
        List.of("model: '" + name + "' is not known; set guided or scripted:FILE"));
  }

  private static Script script(Path file) {
    var problems = new ArrayList<String>();
    try {
      Script script = Script.parse(Files.readString(file), problems);
      if (problems.isEmpty()) return script;
      throw new InvalidSettings(problems.stream().map(p -> file + ": " + p).toList());
    } catch (IOException e) {
      throw new InvalidSettings(List.of("model: cannot read " + file));
    }
  }
}
