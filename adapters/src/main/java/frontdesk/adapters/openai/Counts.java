package frontdesk.adapters.openai;

import frontdesk.conversation.Usage;
import frontdesk.model.Tokens;
import tools.jackson.core.JsonParser;

/// Tokens as a provider counted them; -1 where it did not. The names of both APIs are understood.
record Counts(long input, long cached, long output, long reasoning) {
  static final Counts NONE = new Counts(-1, -1, -1, -1);
  // What providers put around a request without saying so.
  private static final long OVERHEAD = 10_000;

  static Counts read(JsonParser usage) {
    var reader = new Reader();
    Wire.members(usage, reader::read);
    return new Counts(reader.input, reader.cached, reader.output, reader.reasoning);
  }

  /// The counts, with an estimate for what is missing or cannot be: a token has at least a byte,
  /// and what was thought without being shown is within the limit of the reply.
  ///
  /// @param sent bytes of the request
  /// @param received bytes of the answer
  /// @param said the reply's text and arguments, estimated
  Usage usage(long sent, long received, long said, int replyTokens) {
    boolean counted = input >= 0 && input <= sent + OVERHEAD;
    boolean replied = output >= 0 && output <= received + replyTokens;
    long in = counted ? input : Tokens.ofBytes(sent);
    long out = replied ? output : said;
    return new Usage(in, part(cached, in), out, part(reasoning, out));
  }

  private static long part(long count, long whole) {
    return Math.clamp(count, 0, whole);
  }

  private static final class Reader {
    private long input = -1;
    private long cached = -1;
    private long output = -1;
    private long reasoning = -1;

    private void read(String name, JsonParser value) {
      switch (name) {
        case "input_tokens", "prompt_tokens" -> input = Wire.count(value);
        case "output_tokens", "completion_tokens" -> output = Wire.count(value);
        case "input_tokens_details",
            "prompt_tokens_details",
            "output_tokens_details",
            "completion_tokens_details" ->
            Wire.members(value, this::read);
        case "cached_tokens" -> cached = Wire.count(value);
        case "reasoning_tokens" -> reasoning = Wire.count(value);
        default -> {}
      }
    }
  }
}
