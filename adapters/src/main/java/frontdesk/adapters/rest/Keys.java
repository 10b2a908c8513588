package frontdesk.adapters.rest;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Principal;
import frontdesk.http.Request;
import java.util.List;
import java.util.Optional;

/// Who may use the API. Without keys, everybody who can reach it may, as one account.
public record Keys(List<ApiKey> all) {
  /// The account of a server without keys.
  private static final String OPEN_ACCOUNT = "local";

  private static final String SCHEME = "bearer ";

  public Keys {
    all = List.copyOf(all);
  }

  /// The account that a request speaks for; empty when it has no right to any.
  public Optional<String> account(Request request) {
    boolean open = all.stream().allMatch(key -> key.role() == ApiKey.Role.OPERATOR);
    return open ? Optional.of(OPEN_ACCOUNT) : key(request).map(ApiKey::name);
  }

  /// Who speaks in a conversation of the API: somebody of the business where a key of that role
  /// made it, else a visitor of whom nothing is known.
  Principal speaker(ConversationId id) {
    boolean staff =
        all.stream()
            .anyMatch(key -> key.name().equals(id.account()) && key.role() == ApiKey.Role.STAFF);
    return staff ? new Principal.Staff(id.account()) : new Principal.Visitor(id.value());
  }

  /// The operator's key that a request carries.
  public Optional<ApiKey> operator(Request request) {
    return key(request).filter(key -> key.role() == ApiKey.Role.OPERATOR);
  }

  private Optional<ApiKey> key(Request request) {
    return request
        .headers()
        .only("authorization")
        .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(header -> header.substring(SCHEME.length()).strip())
        .flatMap(this::matching);
  }

  /// Compares with every key, so that the time tells nothing about which one was near.
  private Optional<ApiKey> matching(String given) {
    Optional<ApiKey> match = Optional.empty();
    for (ApiKey key : all) if (key.key().matches(given)) match = Optional.of(key);
    return match;
  }
}
