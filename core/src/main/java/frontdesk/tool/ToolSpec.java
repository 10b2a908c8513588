package frontdesk.tool;

import frontdesk.conversation.Json;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a tool is and promises.
///
/// @param name `[A-Za-z0-9_-]{1,64}`, the form that every provider takes
/// @param parameters JSON Schema of an object
/// @param recovery how an act of unknown outcome is settled; present if and only if it acts
/// @param timeLimit how long one call may take
public record ToolSpec(
    String name,
    String description,
    Json parameters,
    Effect effect,
    Optional<Recovery> recovery,
    Duration timeLimit) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ToolSpec {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A tool's name is [A-Za-z0-9_-]{1,64}: " + name);
    }
    if ((effect == Effect.WRITE) != recovery.isPresent()) {
      throw new IllegalArgumentException(
          "Tool " + name + ": a tool that acts, and only such a tool, declares its recovery");
    }
  }

  /// A tool that only looks.
  public static ToolSpec look(String name, String description, Json parameters, Duration limit) {
    return new ToolSpec(name, description, parameters, Effect.READ, Optional.empty(), limit);
  }

  /// A tool that acts.
  public static ToolSpec act(
      String name, String description, Json parameters, Recovery recovery, Duration limit) {
    return new ToolSpec(name, description, parameters, Effect.WRITE, Optional.of(recovery), limit);
  }

  public enum Effect {
    /// Looks, and may be called again at will.
    READ,
    /// Changes something outside our own store.
    WRITE
  }
}
