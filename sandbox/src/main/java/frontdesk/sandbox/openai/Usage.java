package frontdesk.sandbox.openai;

import frontdesk.json.Jsons;
import tools.jackson.databind.node.ObjectNode;

/// Tokens, counted as a quarter of the bytes: the same for the same request.
///
/// @param cached how many of the input were read before
record Usage(long input, long cached, long output, long reasoning) {
  static final int BYTES_PER_TOKEN = 4;
  static final Usage ABSURD = new Usage(9_000_000_000_000L, -3, -7, 1_000_000_000_000_000L);

  static long tokens(long bytes) {
    return Math.ceilDiv(bytes, BYTES_PER_TOKEN);
  }

  /// As Responses writes it.
  ObjectNode responses() {
    ObjectNode usage = Jsons.object().put("input_tokens", input);
    usage
        .putObject("input_tokens_details")
        .put("cached_tokens", cached)
        .put("cache_write_tokens", 0);
    usage.put("output_tokens", output);
    usage.putObject("output_tokens_details").put("reasoning_tokens", reasoning);
    return usage.put("total_tokens", input + output);
  }

  /// As Chat Completions writes it.
  ObjectNode chat() {
    ObjectNode usage =
        Jsons.object()
            .put("prompt_tokens", input)
            .put("completion_tokens", output)
            .put("total_tokens", input + output);
    usage.putObject("prompt_tokens_details").put("cached_tokens", cached).put("audio_tokens", 0);
    usage
        .putObject("completion_tokens_details")
        .put("reasoning_tokens", reasoning)
        .put("audio_tokens", 0)
        .put("accepted_prediction_tokens", 0)
        .put("rejected_prediction_tokens", 0);
    return usage;
  }
}
