package frontdesk.adapters.calcom;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.tool.ToolContext;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// Whose bookings somebody may see and touch: those that they made in this conversation, and those
/// of their verified e-mail addresses; staff all. What they typed opens nothing.
///
/// @param mark of what they make here: a hash, so that the provider learns nothing of ours
/// @param emails verified, in small letters
/// @param all whether every booking is theirs to see
record Scope(String mark, Set<String> emails, boolean all) {
  private static final String EMAIL = "email";

  Scope {
    emails = Set.copyOf(emails);
  }

  static Scope of(ToolContext context) {
    ConversationId conversation = context.conversation();
    return switch (context.principal()) {
      case Principal.Visitor(var id) ->
          new Scope(mark(conversation, "visitor", id), Set.of(), false);
      case Principal.Customer customer ->
          new Scope(mark(conversation, "customer", customer.id()), verified(customer), false);
      case Principal.Staff(var id) -> new Scope(mark(conversation, "staff", id), Set.of(), true);
      case Principal.Operator(var id) ->
          new Scope(mark(conversation, "operator", id), Set.of(), false);
      case Principal.Server _ -> new Scope(mark(conversation, "server", ""), Set.of(), false);
    };
  }

  private static Set<String> verified(Principal.Customer customer) {
    return customer.identities().stream()
        .filter(identity -> identity.verified() && identity.kind().equals(EMAIL))
        .map(identity -> identity.value().strip().toLowerCase(Locale.ROOT))
        .filter(email -> !email.isEmpty())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static String mark(ConversationId conversation, String kind, String id) {
    String whose = Jsons.json(Jsons.array().add(conversation.value()).add(kind).add(id)).text();
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(whose.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a booking is within it; when in doubt it is not.
  boolean has(Booking booking) {
    return all
        || booking.owner().equals(mark)
        || booking.emails().stream().anyMatch(emails::contains);
  }
}
