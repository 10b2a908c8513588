package frontdesk.model.provider;

import frontdesk.model.ModelException;

/// The provider is left in peace, and was not asked.
final class CircuitOpen extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final ModelException failure;

  /// @param failure why it is left in peace, and for how long
  CircuitOpen(ModelException failure) {
    super(failure);
    this.failure = failure;
  }

  ModelException failure() {
    return failure;
  }
}
