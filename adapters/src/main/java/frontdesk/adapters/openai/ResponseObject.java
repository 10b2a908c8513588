package frontdesk.adapters.openai;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonParser;

/// A response of the Responses API: how it ended and what came of it.
///
/// @param isResponse whether it has what makes a response: a status or an output
/// @param reason why it is incomplete
record ResponseObject(
    boolean isResponse,
    String status,
    String reason,
    ProviderError error,
    List<OutputItem> output,
    Counts counts) {

  /// Reads the response at which the parser of `bytes` stands.
  static ResponseObject read(JsonParser parser, byte[] bytes) {
    var reader = new Reader(bytes);
    Wire.members(parser, reader::member);
    return new ResponseObject(
        reader.hasOutput || !reader.status.isEmpty(),
        reader.failed ? "failed" : reader.status,
        reader.reason,
        reader.error,
        reader.output,
        reader.counts);
  }

  private static final class Reader {
    private final byte[] bytes;
    private String status = "";
    private String reason = "";
    private boolean failed;
    private boolean hasOutput;
    private ProviderError error = ProviderError.NONE;
    private final List<OutputItem> output = new ArrayList<>();
    private Counts counts = Counts.NONE;

    private Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    private void member(String member, JsonParser value) {
      switch (member) {
        case "status" -> status = Wire.text(value);
        case "incomplete_details" -> Wire.members(value, this::detail);
        case "error" -> {
          failed = value.isExpectedStartObjectToken();
          if (failed) error = ProviderError.of(value);
        }
        case "output" -> {
          hasOutput = true;
          Wire.items(value, item -> item(item));
        }
        case "usage" -> counts = Counts.read(value);
        default -> {}
      }
    }

    private void detail(String member, JsonParser value) {
      if (member.equals("reason")) reason = Wire.text(value);
    }

    private void item(JsonParser value) {
      if (value.isExpectedStartObjectToken()) output.add(OutputItem.read(value, bytes));
    }
  }
}
