package frontdesk.server;

import frontdesk.adapters.openai.OpenAi;
import frontdesk.adapters.openai.OpenAiSettings;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.json.InvalidSettings;
import frontdesk.model.ChatModel;
import frontdesk.model.Script;
import frontdesk.model.ScriptedModel;
import frontdesk.model.Wishes;
import frontdesk.model.guided.GuidedModel;
import frontdesk.model.provider.Account;
import frontdesk.model.provider.Fallback;
import frontdesk.model.provider.Reservations;
import frontdesk.rehearsal.RehearsalModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The models there are, by the name that people set.
public final class Models {
  public static final String REHEARSAL = RehearsalModel.NAME;
  public static final String GUIDED = "guided";
  public static final String OPENAI = "openai";

  /// Asked when nobody says which model.
  public static final String OPENAI_DEFAULT = "gpt-6-luna";

  private static final String OPENAI_MODEL = OPENAI + ":";
  private static final String SCRIPTED = "scripted:";
  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// How long an answer may take, and be silent in between: as long as the longest turn that an
  /// agent may set, as a model that reasons says nothing for minutes. The turn's deadline ends it.
  static final Duration ANSWER = Duration.ofMinutes(10);

  private Models() {}

  /// Makes the model that the settings name, with what stands in for it.
  ///
  /// @throws InvalidSettings there is none of that name, or it cannot be used
  public static Model open(ModelSettings settings, Edge edge, Account.Watch watch) {
    if (!isOpenAi(settings.name()) && settings.fallback().isEmpty()) {
      return Model.plain(keyless("model", settings.name(), edge));
    }
    var account = new Reservations(settings.tokensInFlight(), edge.threads());
    Optional<ChatModel> second =
        settings
            .fallback()
            .map(name -> one("model.fallback", name, true, account, settings, edge, watch));
    ChatModel first =
        one("model", settings.name(), second.isEmpty(), account, settings, edge, watch);
    var fallback = new Fallback(first, second, new GuidedModel(), edge.threads());
    Optional<ChatModel> sumsUp = isOpenAi(settings.name()) ? Optional.of(first) : Optional.empty();
    return new Model(
        fallback,
        sumsUp,
        () ->
            Stream.concat(Stream.of(first), second.stream()).flatMap(Models::problem).findFirst());
  }

  /// What a provider is asked with; empty for a model that needs none.
  static Optional<OpenAiSettings> provider(String name, ModelSettings settings) {
    if (!isOpenAi(name)) return Optional.empty();
    return Optional.of(
        new OpenAiSettings(
            settings.url(),
            settings.api(),
            name.equals(OPENAI) ? OPENAI_DEFAULT : name.substring(OPENAI_MODEL.length()),
            settings.key(),
            settings.organization(),
            settings.project(),
            settings.stream()));
  }

  /// The name of a provider's model.
  static String openAi(String id) {
    return OPENAI_MODEL + id;
  }

  static RemoteHttp client(ModelSettings settings) {
    return RemoteHttp.client(settings.url(), CONNECT, ANSWER, ANSWER);
  }

  private static Stream<String> problem(ChatModel model) {
    return model instanceof Account account ? account.problem().stream() : Stream.empty();
  }

  static boolean isOpenAi(String name) {
    return name.equals(OPENAI)
        || (name.startsWith(OPENAI_MODEL) && Wishes.isModel(name.substring(OPENAI_MODEL.length())));
  }

  /// @param setting that names it
  /// @param patient whether nobody else can answer meanwhile
  /// @param account both models are asked with one key, at one URL
  private static ChatModel one(
      String setting,
      String name,
      boolean patient,
      Reservations account,
      ModelSettings settings,
      Edge edge,
      Account.Watch watch) {
    Optional<OpenAiSettings> provider = provider(name, settings);
    if (provider.isEmpty()) return keyless(setting, name, edge);
    if (!settings.isReachable()) {
      throw new InvalidSettings(
          List.of(
              "OPENAI_API_KEY: is not set; set it, or OPENAI_BASE_URL for a compatible server, or"
                  + " use the model rehearsal"));
    }
    var openai = new OpenAi(client(settings), provider.get(), edge.threads());
    return new Account(openai, patient, account, edge.threads(), edge.random(), watch);
  }

  private static ChatModel keyless(String setting, String name, Edge edge) {
    if (name.equals(REHEARSAL)) return new RehearsalModel();
    if (name.equals(GUIDED)) return new GuidedModel();
    if (name.startsWith(SCRIPTED)) {
      Path file = Path.of(name.substring(SCRIPTED.length()));
      return new ScriptedModel(script(setting, file), edge.threads());
    }
    throw new InvalidSettings(
        List.of(
            setting
                + ": '"
                + name
                + "' is not known; set openai, rehearsal, guided or scripted:FILE"));
  }

  private static Script script(String setting, Path file) {
    var problems = new ArrayList<String>();
    try {
      Script script = Script.parse(Files.readString(file), problems);
      if (problems.isEmpty()) return script;
      throw new InvalidSettings(problems.stream().map(p -> file + ": " + p).toList());
    } catch (IOException e) {
      throw new InvalidSettings(List.of(setting + ": cannot read " + file));
    }
  }
}
