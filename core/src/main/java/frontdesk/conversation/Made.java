package frontdesk.conversation;

import java.util.List;

/// How a reply of a model was made.
///
/// @param model the one that replied, such as `openai:gpt-6-luna`, or `openai:qwen3@host:8080` of
///     another server than OpenAI's; empty when nobody says
/// @param standsIn whether it replied in place of the one that is configured, which was down
/// @param items the reply as its provider wrote it, to be sent back to the same model; empty when
///     it can be told from text and calls
/// @param usage what it cost
public record Made(String model, boolean standsIn, List<Json> items, Usage usage) {
  public static final Made UNKNOWN = by("");

  public Made {
    items = List.copyOf(items);
  }

  /// By a model that costs nothing and keeps nothing.
  public static Made by(String model) {
    return new Made(model, false, List.of(), Usage.NONE);
  }

  /// Without the provider's own items, as they do not say any more what the log says.
  public Made withoutItems() {
    return new Made(model, standsIn, List.of(), usage);
  }

  /// In place of the model that is configured.
  public Made standingIn() {
    return new Made(model, true, items, usage);
  }
}
