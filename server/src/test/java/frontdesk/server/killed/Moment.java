package frontdesk.server.killed;

import java.util.List;

/// A named step of D01: where a desk is killed.
enum Moment {
  AFTER_VERIFY,
  AFTER_STORE,
  BEFORE_ACK,
  AFTER_ACK,
  BEFORE_MODEL,
  AFTER_MODEL,
  BEFORE_PREVIEW_COMMIT,
  AFTER_PREVIEW_COMMIT,
  BEFORE_INTENT_COMMIT,
  AFTER_INTENT_COMMIT,
  BEFORE_DISPATCH,
  AFTER_DISPATCH,
  BEFORE_RESULT_STORE,
  AFTER_RESULT_STORE,
  BEFORE_ANSWER_COMMIT,
  AFTER_ANSWER_COMMIT,
  AFTER_CLAIM,
  BEFORE_SEND,
  AFTER_SEND,
  BEFORE_MARK_SENT,
  AFTER_MARK_SENT,
  /// Of an act whose answer was lost.
  BEFORE_LOOK_UP,
  AFTER_LOOK_UP,
  /// Of a message whose answer was lost.
  BEFORE_READ_BACK,
  AFTER_READ_BACK;

  /// What a customer may wish for so that a desk comes by here.
  List<Wish> wishes() {
    return switch (this) {
      case BEFORE_PREVIEW_COMMIT, AFTER_PREVIEW_COMMIT -> List.of(Wish.APPROVE);
      case BEFORE_INTENT_COMMIT, AFTER_INTENT_COMMIT, BEFORE_DISPATCH -> Wish.ACTS;
      case AFTER_DISPATCH, BEFORE_RESULT_STORE, AFTER_RESULT_STORE -> Wish.ACTS;
      case BEFORE_LOOK_UP, AFTER_LOOK_UP -> List.of(Wish.LOOKUP);
      default -> List.of(Wish.values());
    };
  }

  /// Whether it is reached only once a request can no longer be flying: after some seconds.
  boolean isLate() {
    return switch (this) {
      case BEFORE_LOOK_UP, AFTER_LOOK_UP, BEFORE_READ_BACK, AFTER_READ_BACK -> true;
      default -> false;
    };
  }

  /// Whether a desk that takes up the conversation comes by here once more, at once.
  boolean comesAgain() {
    return switch (this) {
      case AFTER_VERIFY, AFTER_STORE, BEFORE_ACK, BEFORE_MODEL, AFTER_MODEL -> true;
      case BEFORE_PREVIEW_COMMIT, BEFORE_INTENT_COMMIT, BEFORE_ANSWER_COMMIT -> true;
      default -> false;
    };
  }

  boolean needsReadBack() {
    return this == BEFORE_READ_BACK || this == AFTER_READ_BACK;
  }
}
