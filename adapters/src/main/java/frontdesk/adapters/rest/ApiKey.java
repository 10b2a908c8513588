package frontdesk.adapters.rest;

import frontdesk.http.Secret;
import java.util.regex.Pattern;

/// A key that a client of the API holds. Its name stands in the ids of the conversations it
/// makes, which is how a conversation belongs to a key.
///
/// @param name `[a-z0-9-]{1,40}`
public record ApiKey(String name, Secret key, Role role) {
  private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

  public ApiKey {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("A key's name has the form [a-z0-9-]{1,40}: " + name);
    }
  }

  /// What its holder may do.
  public enum Role {
    /// Talks in conversations it made.
    CLIENT,
    /// The same, as somebody of the business.
    STAFF,
    /// Looks after all conversations.
    OPERATOR
  }
}
