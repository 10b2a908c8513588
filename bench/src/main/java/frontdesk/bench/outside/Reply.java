package frontdesk.bench.outside;

import java.util.Optional;

/// What the model has to say to a request: where it saw no outcome yet, it asks for the look.
///
/// @param number of the request, for ids
/// @param parcel what the outcome of the order's look names, once there was one
/// @param inputBytes of the request, for the tokens that it is said to have
/// @param bytes least length of an answer
record Reply(long number, String order, Optional<String> parcel, int inputBytes, int bytes) {
  private static final int BYTES_PER_TOKEN = 4;

  boolean isCall() {
    return parcel.isEmpty();
  }

  /// The call's arguments, as JSON.
  String arguments() {
    return "{\"order\":\"" + order + "\"}";
  }

  /// The same as it stands in a JSON text.
  String escapedArguments() {
    return arguments().replace("\"", "\\\"");
  }

  /// The answer; there is nothing in it to be escaped.
  String text() {
    return Orders.answer(order, parcel.orElseThrow(), bytes);
  }

  int inputTokens() {
    return inputBytes / BYTES_PER_TOKEN;
  }

  int outputTokens() {
    return (isCall() ? arguments() : text()).length() / BYTES_PER_TOKEN;
  }
}
