package frontdesk.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What an agent wishes of the model that speaks for it; what a model does not know, it ignores.
///
/// @param model id of the provider's model, in place of the one that the server names
/// @param temperature 0 to 2; reasoning models refuse one
/// @param effort how much a reasoning model thinks, one of {@link #EFFORTS}
/// @param replyTokens the most that a reply may take, thinking included
/// @param guidedWhenDown whether the keyless form mode answers while the provider is down
public record Wishes(
    Optional<String> model,
    Optional<Double> temperature,
    Optional<String> effort,
    int replyTokens,
    boolean guidedWhenDown) {
  public static final int REPLY_TOKENS_MIN = 16;
  public static final int REPLY_TOKENS_MAX = 100_000;
  public static final List<String> EFFORTS =
      List.of("none", "minimal", "low", "medium", "high", "xhigh", "max");
  private static final Pattern MODEL = Pattern.compile("[\\x21-\\x7e]{1,200}");
  public static final Wishes NONE =
      new Wishes(Optional.empty(), Optional.empty(), Optional.empty(), 4_096, false);

  /// Whether a provider can have a model of this id.
  public static boolean isModel(String id) {
    return MODEL.matcher(id).matches();
  }

  public Wishes withoutModel() {
    return new Wishes(Optional.empty(), temperature, effort, replyTokens, guidedWhenDown);
  }

  public Wishes {
    if (model.filter(id -> !isModel(id)).isPresent()) {
      throw new IllegalArgumentException("A model's id has 1 to 200 visible characters");
    }
    if (replyTokens < REPLY_TOKENS_MIN || replyTokens > REPLY_TOKENS_MAX) {
      throw new IllegalArgumentException("A reply has 16 to 100000 tokens");
    }
  }
}
