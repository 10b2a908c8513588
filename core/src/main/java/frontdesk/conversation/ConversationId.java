package frontdesk.conversation;

import java.util.regex.Pattern;

/// Names one conversation: `channel:account:peer`, for example `messenger:1001:77`. At most 200
/// characters, no white space, control or other invisible characters of Unicode, so that it is
/// safe in logs, keys and paths.
public record ConversationId(String value) {
  private static final Pattern FORM =
      Pattern.compile("[a-z]+:[^\\p{Z}\\p{Cc}\\p{Cf}:]+:[^\\p{Z}\\p{Cc}\\p{Cf}]+");
  private static final int LENGTH_MAX = 200;

  public ConversationId {
    if (value.length() > LENGTH_MAX || !FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("A conversation id has the form channel:account:peer");
    }
  }

  public static ConversationId of(String channel, String account, String peer) {
    return new ConversationId(channel + ":" + account + ":" + peer);
  }

  /// The first part: which channel the conversation came in by.
  public String channel() {
    return value.substring(0, value.indexOf(':'));
  }

  /// The second part: which of our accounts (page, key, bot) it belongs to.
  public String account() {
    return value.substring(value.indexOf(':') + 1, value.indexOf(':', value.indexOf(':') + 1));
  }

  /// The rest: who is at the other end.
  public String peer() {
    return value.substring(value.indexOf(':', value.indexOf(':') + 1) + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
