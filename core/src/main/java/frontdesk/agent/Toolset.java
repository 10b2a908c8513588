package frontdesk.agent;

import frontdesk.json.InvalidSettings;
import frontdesk.tool.Tool;
import java.util.List;

/// The tools that an agent's folder may name.
@FunctionalInterface
public interface Toolset {
  /// Of a server without tools.
  Toolset NONE =
      name -> {
        throw new InvalidSettings(List.of("there is no tool '" + name + "'"));
      };

  /// The tool of that name.
  ///
  /// @throws InvalidSettings there is none, or it cannot be used as things are set: one line for
  ///     each problem, naming what to set
  Tool named(String name);
}
