package frontdesk.agent;

import java.time.Duration;

/// The bounds of an agent's turn.
///
/// @param modelCalls replies of the model in one turn
/// @param callsPerReply calls taken from one reply; the rest is dropped
/// @param attempts requests, or look-ups, for one act before a person decides; and attempts at a
///     turn
///     that fails
/// @param turn how long a turn may take, waits for an act's outcome not counted; see {@link
///     #models}
/// @param promptTokens how much of a conversation a model is shown, estimated; what is older is
///     summarised, or left out
/// @param tokensPerDay what the models of one conversation may take in a day (UTC), in and out
public record Limits(
    int modelCalls,
    int callsPerReply,
    int attempts,
    Duration turn,
    int promptTokens,
    int tokensPerDay) {
  public static final Limits DEFAULT =
      new Limits(8, 16, 5, Duration.ofSeconds(60), 8_000, 2_000_000);

  /// The least that a model is shown: less would not hold one turn.
  public static final int PROMPT_TOKENS_MIN = 500;

  /// The most that a model is shown: about as much as is kept of a log when it is folded.
  public static final int PROMPT_TOKENS_MAX = 50_000;

  /// The most that is kept of a turn for the sentence that says that no model answered.
  private static final Duration SENTENCE_MAX = Duration.ofSeconds(10);

  private static final int SENTENCE_PART = 6;

  /// How long after its intent is stored an act's request may still be written.
  public static final Duration ALLOWANCE = Duration.ofSeconds(5);

  /// How long a preview can be approved.
  public static final Duration PREVIEW_STANDS = Duration.ofMinutes(15);

  /// How long a call waits for what is missing.
  public static final Duration PENDING_STANDS = Duration.ofHours(24);

  /// Calls of a conversation that wait; a further one takes the place of the oldest.
  public static final int PENDING_CALLS = 5;

  /// How often a turn may make the same call.
  public static final int SAME_CALLS = 3;

  /// Characters of a preview; what is longer cannot be approved.
  public static final int PREVIEW_CHARACTERS = 4 * 1024;

  /// Events that one turn answers, and the bytes of what was said in them.
  public static final int EVENTS_PER_TURN = 50;

  public static final int BYTES_PER_TURN = 64 * 1024;

  /// Characters of a reply; what is longer is cut and marked.
  public static final int REPLY_CHARACTERS = 32 * 1024;

  /// Characters of one call's arguments. Cut text is no JSON, so a longer one is refused as such.
  public static final int ARGUMENT_CHARACTERS = 12 * 1024;

  /// Characters of the arguments of one reply's calls together; calls beyond it are dropped.
  public static final int ARGUMENTS_CHARACTERS = 36 * 1024;

  /// Characters of a provider's own items that are kept of one reply; longer ones are told anew.
  public static final int ITEMS_CHARACTERS = 64 * 1024;

  /// Characters of one outcome; what is longer is cut and marked.
  public static final int OUTCOME_CHARACTERS = 48 * 1024;

  /// Characters of a reason for an outcome; what is longer is cut and marked.
  public static final int REASON_CHARACTERS = 1024;

  /// Fields that one outcome names as missing, and as invalid; further ones are left out.
  public static final int FIELDS_PER_OUTCOME = 20;

  public Limits {
    if (modelCalls < 1 || callsPerReply < 1 || attempts < 1 || !turn.isPositive()) {
      throw new IllegalArgumentException("Limits are positive");
    }
    if (promptTokens < PROMPT_TOKENS_MIN || promptTokens > PROMPT_TOKENS_MAX || tokensPerDay < 1) {
      throw new IllegalArgumentException("A model is shown 500 to 50000 tokens, and needs some");
    }
  }

  /// How long the models of a turn may take. A sixth of the turn, and at most 10 s, is kept: a
  /// client that waits no longer than a turn still gets the sentence when a model hangs.
  public Duration models() {
    Duration part = turn.dividedBy(SENTENCE_PART);
    return turn.minus(part.compareTo(SENTENCE_MAX) < 0 ? part : SENTENCE_MAX);
  }
}
