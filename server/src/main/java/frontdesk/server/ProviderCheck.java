package frontdesk.server;

import frontdesk.adapters.openai.OpenAiModels;
import frontdesk.adapters.openai.OpenAiModels.Known;
import frontdesk.adapters.openai.OpenAiSettings;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.json.InvalidSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Asks a model's provider whether it can be asked, before a customer does.
public final class ProviderCheck {
  private static final Duration TIME = Duration.ofSeconds(10);

  private ProviderCheck() {}

  /// What is well about the model of this name.
  ///
  /// @throws InvalidSettings what is wrong, and what to do
  public static String run(String name, ModelSettings settings, Edge edge) {
    Optional<OpenAiSettings> provider = Models.provider(name, settings);
    if (provider.isEmpty()) {
      Models.open(settings.named(name), edge, (_, _) -> {});
      return name + ", needs no provider";
    }
    Models.open(settings.named(name), edge, (_, _) -> {});
    String id = provider.get().model();
    String at = " at " + settings.url();
    var models = new OpenAiModels(Models.client(settings), provider.get());
    return switch (models.find(id, Deadline.in(TIME, edge.threads()))) {
      case Known.Exists(var shutdown) -> id + at + shutdown.map(ProviderCheck::warned).orElse("");
      case Known.CannotTell(var why) -> id + at + ", but it does not list it (" + why + ")";
      case Known.NoSuchModel() ->
          throw new InvalidSettings(
              List.of("there is no model " + id + at + ", or not any more: set another"));
      case Known.Unauthorised() ->
          throw new InvalidSettings(List.of("OPENAI_API_KEY: is refused" + at + ", set another"));
      case Known.NoAnswer() ->
          throw new InvalidSettings(
              List.of("OPENAI_BASE_URL: nobody answers" + at + ", mend it or start what should"));
    };
  }

  private static String warned(LocalDate day) {
    return ", shuts down on " + day + ": set another before";
  }
}
