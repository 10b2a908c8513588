package frontdesk.sandbox.openai;

/// The provider would not take this request.
final class Refused extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  Refused(Failure failure) {
    super(failure.message());
    this.failure = failure;
  }

  Failure failure() {
    return failure;
  }

  /// 400; an empty `code` or `param` is null on the wire.
  static Refused invalid(String code, String param, String message) {
    return new Refused(new Failure(400, Failure.INVALID, code, param, message));
  }

  static Refused missing(String param) {
    return invalid(
        "missing_required_parameter", param, "Missing required parameter: '" + param + "'.");
  }

  static Refused unsupported(String param) {
    return invalid(
        "unsupported_parameter",
        param,
        "Unsupported parameter: '" + param + "' is not supported with this model.");
  }

  /// What the provider has and this stand-in has not: said so, not pretended.
  static Refused notHere(String param, String what) {
    return invalid("not_in_sandbox", param, "The sandbox has no " + what + ".");
  }
}
