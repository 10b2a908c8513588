package frontdesk.adapters.openai;

import frontdesk.http.Headers;
import frontdesk.http.Secret;
import frontdesk.model.ModelRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/// How a provider is spoken to.
///
/// @param url root of its API, such as `https://api.openai.com/v1`
/// @param model id of the model, unless an agent wishes for another
/// @param key left out for servers that want none
/// @param organization which one of the account's is billed
/// @param project which one of the organization's is billed
/// @param stream when answers come in pieces
public record OpenAiSettings(
    URI url,
    Api api,
    String model,
    Optional<Secret> key,
    Optional<String> organization,
    Optional<String> project,
    Stream stream) {
  private static final String OPENAI = "api.openai.com";

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

  /// Whether it is OpenAI itself, anywhere in the world. Compatible servers know fewer fields, and
  /// many refuse a request for one that they do not know.
  boolean isOpenAi() {
    String host = String.valueOf(url.getHost()).toLowerCase(Locale.ROOT);
    return host.equals(OPENAI) || host.endsWith("." + OPENAI);
  }

  /// Names one of its models, so that what one server wrote is sent back to no other.
  String named(String id) {
    String server = String.valueOf(url.getAuthority());
    return server.equals(OPENAI) ? id : id + "@" + server;
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
