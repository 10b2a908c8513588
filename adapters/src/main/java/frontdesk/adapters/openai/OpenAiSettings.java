package frontdesk.adapters.openai;

import frontdesk.http.Headers;
import frontdesk.http.Secret;
import frontdesk.model.ModelRequest;
import java.util.Optional;

/// How a provider is spoken to.
///
/// @param model id of the model, unless an agent wishes for another
/// @param key left out for servers that want none
/// @param organization which one of the account's is billed
/// @param project which one of the organization's is billed
/// @param stream when answers come in pieces
public record OpenAiSettings(
    Api api,
    String model,
    Optional<Secret> key,
    Optional<String> organization,
    Optional<String> project,
    Stream stream) {

  public OpenAiSettings {
    if (model.isBlank()) throw new IllegalArgumentException("A model's id is not blank");
  }

  /// The two APIs for conversations.
  public enum Api {
    RESPONSES,
    /// Chat Completions, which most compatible servers know.
    CHAT
  }

  /// When answers come in pieces. Pieces nobody sees only take time to read.
  public enum Stream {
    WATCHED,
    ALWAYS,
    NEVER
  }

  boolean streams(ModelRequest request) {
    return switch (stream) {
      case WATCHED -> request.watched();
      case ALWAYS -> true;
      case NEVER -> false;
    };
  }

  Headers headers() {
    Headers headers = Headers.of("Accept", "application/json, text/event-stream");
    if (key.isPresent()) headers = headers.with("Authorization", "Bearer " + key.get().value());
    if (organization.isPresent()) headers = headers.with("OpenAI-Organization", organization.get());
    if (project.isPresent()) headers = headers.with("OpenAI-Project", project.get());
    return headers;
  }
}
