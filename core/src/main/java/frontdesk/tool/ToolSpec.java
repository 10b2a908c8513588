package frontdesk.tool;

import frontdesk.conversation.Json;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a tool is and promises.
///
/// @param name `[A-Za-z0-9_-]{1,64}`, the form that every provider takes
/// @param parameters JSON Schema of an object
/// @param approval whether an act needs the customer's approval
/// @param claims words that say it was done, such as `booked`; an answer with one of them needs
///     an act
///     that was done. In small letters
/// @param examples how a customer would ask for it, in words; a keyless model ranks tools by them
/// @param recovery how an act of unknown outcome is settled; present if and only if it acts
/// @param timeLimit how long one call may take
public record ToolSpec(
    String name,
    String description,
    Json parameters,
    Effect effect,
    Optional<Recovery> recovery,
    Approval approval,
    List<String> claims,
    List<String> examples,
    Duration timeLimit) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  public ToolSpec {
    claims = List.copyOf(claims);
    examples = List.copyOf(examples);
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
    return new ToolSpec(
        name,
        description,
        parameters,
        Effect.READ,
        Optional.empty(),
        Approval.UNASKED,
        List.of(),
        List.of(),
        limit);
  }

  /// A tool that acts, after the customer approved.
  public static ToolSpec act(
      String name, String description, Json parameters, Recovery recovery, Duration limit) {
    return new ToolSpec(
        name,
        description,
        parameters,
        Effect.WRITE,
        Optional.of(recovery),
        Approval.ASKED,
        List.of(),
        List.of(),
        limit);
  }

  /// The same, which acts without approval: for what expires by itself, such as a hold, and for
  /// what touches nobody's money, time or data.
  public ToolSpec unasked() {
    return with(Approval.UNASKED, claims, examples);
  }

  /// The same, with words that say it was done.
  public ToolSpec claiming(String... words) {
    return with(approval, List.of(words), examples);
  }

  /// The same, with what a customer would say to ask for it.
  public ToolSpec like(List<String> phrases) {
    return with(approval, claims, phrases);
  }

  /// The same with other parameters.
  public ToolSpec taking(Json otherParameters) {
    return new ToolSpec(
        name,
        description,
        otherParameters,
        effect,
        recovery,
        approval,
        claims,
        examples,
        timeLimit);
  }

  private ToolSpec with(
      Approval otherApproval, List<String> otherClaims, List<String> otherExamples) {
    return new ToolSpec(
        name,
        description,
        parameters,
        effect,
        recovery,
        otherApproval,
        otherClaims,
        otherExamples,
        timeLimit);
  }

  public enum Approval {
    ASKED,
    UNASKED
  }

  public enum Effect {
    /// Looks, and may be called again at will.
    READ,
    /// Changes something outside our own store.
    WRITE
  }
}
