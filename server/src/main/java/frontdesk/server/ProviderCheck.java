package frontdesk.server;

import frontdesk.adapters.openai.OpenAiModels;
import frontdesk.adapters.openai.OpenAiModels.Known;
import frontdesk.adapters.openai.OpenAiSettings;
import frontdesk.agent.Agent;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.http.HttpHandler;
import frontdesk.json.InvalidSettings;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Asks the provider about the models that are to be used, before a customer does: whether they are
/// there and the key is right. It asks for no reply, so an account without funds, or a server that
/// has not the API, shows only then.
public final class ProviderCheck {
  private static final Logger LOG = System.getLogger(ProviderCheck.class.getName());
  private static final Duration TIME = Duration.ofSeconds(10);

  private ProviderCheck() {}

  /// The models that may be asked, each with the setting that names it.
  public static Map<String, String> models(ModelSettings settings, List<Agent> agents) {
    var models = new LinkedHashMap<String, String>();
    models.put(settings.name(), "model");
    settings.fallback().ifPresent(name -> models.putIfAbsent(name, "model.fallback"));
    if (Models.isOpenAi(settings.name())) agents.forEach(agent -> wished(agent, models));
    return models;
  }

  private static void wished(Agent agent, Map<String, String> models) {
    agent
        .wishes()
        .model()
        .ifPresent(id -> models.putIfAbsent(Models.openAi(id), "model of " + agent.name()));
    agent.handoff().forEach(other -> wished(other, models));
  }

  /// What is well about the model of this name.
  ///
  /// @throws InvalidSettings what is wrong, and what to do
  public static String run(String name, ModelSettings settings, Edge edge) {
    Models.open(settings.named(name), edge, (_, _) -> {});
    Optional<OpenAiSettings> provider = Models.provider(name, settings);
    if (provider.isEmpty()) return name + ", needs no provider";
    Deadline deadline = Deadline.in(TIME, edge.threads());
    try (var http = Models.client(settings)) {
      return said(provider.get(), find(provider.get(), http, deadline));
    }
  }

  /// Logs what is wrong, or will be, on a thread of its own and within 10 s: who starts meanwhile
  /// neither waits for it nor fails.
  public static void beside(ModelSettings settings, List<Agent> agents, Edge edge) {
    Map<String, String> models = models(settings, agents);
    if (models.keySet().stream().noneMatch(Models::isOpenAi)) return;
    edge.threads()
        .start(
            "check of the provider",
            () -> tellAll(models, settings, Deadline.in(TIME, edge.threads())));
  }

  private static void tellAll(
      Map<String, String> models, ModelSettings settings, Deadline deadline) {
    try (var http = Models.client(settings)) {
      for (var model : models.entrySet()) {
        Optional<OpenAiSettings> provider = Models.provider(model.getKey(), settings);
        if (provider.isEmpty()) continue;
        Known known = find(provider.get(), http, deadline);
        tell(model.getValue(), provider.get(), known);
        if (isAboutAll(known)) return;
      }
    }
  }

  private static Known find(OpenAiSettings provider, HttpHandler http, Deadline deadline) {
    return new OpenAiModels(http, provider).find(provider.model(), deadline);
  }

  private static void tell(String setting, OpenAiSettings provider, Known known) {
    try {
      String said = said(provider, known);
      boolean ends = known instanceof Known.Exists(var shutdown) && shutdown.isPresent();
      if (ends) LOG.log(Level.WARNING, setting + ": " + said);
    } catch (InvalidSettings e) {
      for (String problem : e.problems()) LOG.log(Level.ERROR, setting + ": " + problem);
    }
  }

  /// Whether it would be the same for each other model.
  private static boolean isAboutAll(Known known) {
    return known instanceof Known.Unauthorised || known instanceof Known.NoAnswer;
  }

  private static String said(OpenAiSettings provider, Known known) {
    String at = " at " + provider.url();
    String model = provider.model() + at;
    return switch (known) {
      case Known.Exists(var shutdown) -> model + shutdown.map(ProviderCheck::warned).orElse("");
      case Known.CannotTell(var why) -> model + ", but it does not list it (" + why + ")";
      case Known.NoSuchModel() ->
          throw wrong("there is no model " + model + ", or not any more: set another");
      // Behind a colon the log would take the words for the key.
      case Known.Unauthorised() -> throw wrong("OPENAI_API_KEY is refused" + at + ", set another");
      case Known.NoAnswer() ->
          throw wrong("nobody answers" + at + ", mend OPENAI_BASE_URL or start what should");
    };
  }

  private static InvalidSettings wrong(String problem) {
    return new InvalidSettings(List.of(problem));
  }

  private static String warned(LocalDate day) {
    return ", shuts down on " + day + ": set another before";
  }
}
