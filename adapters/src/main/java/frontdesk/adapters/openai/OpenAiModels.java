package frontdesk.adapters.openai;

import frontdesk.engine.Deadline;
import frontdesk.http.Body;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/// Asks a provider about its models, without using one: for checks before anything goes wrong.
public final class OpenAiModels {
  private static final int BODY_BYTES_MAX = 64 * 1024;

  private final HttpHandler http;
  private final OpenAiSettings settings;

  /// Of the provider.
  ///
  /// @param http the provider's server, with the path of its API's root, such as `/v1`
  public OpenAiModels(HttpHandler http, OpenAiSettings settings) {
    this.http = http;
    this.settings = settings;
  }

  /// What a provider says about a model.
  public sealed interface Known {
    /// It can be asked.
    ///
    /// @param shutdown when it will be shut down, where that is announced
    record Exists(Optional<LocalDate> shutdown) implements Known {}

    /// There is none of that id, or not any more.
    record NoSuchModel() implements Known {}

    /// The key is wrong.
    record Unauthorised() implements Known {}

    /// Nobody answers at the address.
    record NoAnswer() implements Known {}

    /// The server answers, but not this question. For operators.
    record CannotTell(String why) implements Known {}
  }

  /// Asks about the model with the id.
  public Known find(String model, Deadline deadline) {
    String path = "/models/" + model;
    var request = new Request("GET", path, "", settings.headers(), Body.empty(), "", deadline);
    try (Response response = http.handle(request)) {
      byte[] body = response.body().bytes(BODY_BYTES_MAX);
      return known(response.status(), body);
    } catch (UncheckedIOException e) {
      return new Known.NoAnswer();
    } catch (Body.TooLarge e) {
      return new Known.CannotTell("the answer is too large");
    }
  }

  private static Known known(int status, byte[] body) {
    if (status == 200) return model(body);
    ProviderError error = ProviderError.of(body, body.length);
    // A server without this question answers 404 too, but does not name the model.
    boolean named = error.code().equals("model_not_found") || error.param().equals("model");
    if (status == 404 && named) return new Known.NoSuchModel();
    // 403 may mean this question alone: a key can be restricted to asking for replies.
    if (status == 401) return new Known.Unauthorised();
    return new Known.CannotTell("HTTP " + status);
  }

  private static Known model(byte[] body) {
    try (var parser = Wire.parser(body, body.length)) {
      var reader = new Reader();
      Wire.members(parser, reader::member);
      if (reader.id.isEmpty()) return new Known.CannotTell("the answer is no model");
      return new Known.Exists(date(reader.shutdown));
    } catch (JacksonException e) {
      return new Known.CannotTell("the answer is not valid JSON");
    }
  }

  private static Optional<LocalDate> date(String text) {
    try {
      return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static final class Reader {
    private String id = "";
    private String shutdown = "";

    private void member(String name, JsonParser value) {
      switch (name) {
        case "id" -> id = Wire.text(value);
        case "shutdown_date" -> shutdown = Wire.text(value);
        default -> {}
      }
    }
  }
}
