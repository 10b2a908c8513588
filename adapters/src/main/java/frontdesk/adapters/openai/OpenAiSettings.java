package frontdesk.adapters.openai;

import frontdesk.http.Headers;
import frontdesk.http.Secret;
import java.util.Optional;

/// How a provider is spoken to.
///
/// @param model id of the model, unless an agent wishes for another
/// @param key left out for servers that want none
/// @param organization which one of the account's is billed
/// @param project which one of the organization's is billed
/// @param stream whether answers come in pieces
public record OpenAiSettings(
    Api api,
    String model,
    Optional<Secret> key,
    Optional<String> organization,
    Optional<String> project,
    boolean stream) {

  public OpenAiSettings {
    if (model.isBlank()) throw new IllegalArgumentException("A model's id is not blank");
  }

  /// The two APIs for conversations.
  public enum Api {
    RESPONSES,
    /// Chat Completions, which most compatible servers know.
    CHAT
  }

  Headers headers() {
    Headers headers = Headers.of("Accept", "application/json, text/event-stream");
    if (key.isPresent()) headers = headers.with("Authorization", "Bearer " + key.get().value());
    if (organization.isPresent()) headers = headers.with("OpenAI-Organization", organization.get());
    if (project.isPresent()) headers = headers.with("OpenAI-Project", project.get());
    return headers;
  }
}
