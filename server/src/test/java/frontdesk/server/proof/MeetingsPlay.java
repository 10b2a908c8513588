package frontdesk.server.proof;

import frontdesk.adapters.calcom.CalComSettings;
import frontdesk.adapters.calcom.CalComTools;
import frontdesk.agent.Agents;
import frontdesk.conversation.ConversationId;
import frontdesk.http.HttpHandler;
import frontdesk.http.Secret;
import frontdesk.model.ChatModel;
import frontdesk.server.AgentSource;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import frontdesk.tool.Tool;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The meetings agent: customers who want the same few times, and cal.com's stand-in, one for the
/// world, behind a bad wire. In every other world what they are shown is held for them.
final class MeetingsPlay implements Play {
  private final Stage stage;
  private final Provider provider;
  private final boolean fickle;
  private final CalComSettings settings;
  private final Map<String, Integer> deeds = new LinkedHashMap<>();

  private MeetingsPlay(Stage stage) {
    this.stage = stage;
    this.provider = new Provider(stage);
    this.fickle = stage.simulation().chance().named("kind of model").oneIn(3);
    boolean holds = stage.simulation().chance().named("holds").oneIn(2);
    this.settings =
        new CalComSettings(CalComSettings.DEFAULT_URL, new Secret("cal_demo"), false, holds);
  }

  static Result run(long seed) {
    return run(seed, Fitting.NONE);
  }

  static Result run(long seed, Fitting fitting) {
    return World.run(seed, fitting, MeetingsPlay::new);
  }

  @Override
  public String agent() {
    return "meetings";
  }

  @Override
  public String function() {
    return "meetings";
  }

  @Override
  public Agents agents(Node server) {
    HttpHandler wire = stage.fitting().calendar().apply(provider.from(server));
    List<Tool> tools =
        CalComTools.of(settings, wire, server.clock()).stream()
            .map(stage.fitting().tool())
            .toList();
    return new Agents(
        List.of(
            AgentSource.read(
                "meetings",
                name ->
                    tools.stream()
                        .filter(t -> t.spec().name().equals(name))
                        .findFirst()
                        .orElseThrow(),
                "UTC")));
  }

  /// Here it is chosen which model answers.
  @Override
  public ChatModel model() {
    Chance whims = stage.simulation().chance().named("whims");
    ChatModel decent = new DecentModel();
    return fickle ? new FickleModel(decent, whims, provider) : decent;
  }

  @Override
  public List<Integer> stormSeconds() {
    return List.of(40, 80, 160);
  }

  @Override
  public Customer customer(Customer.Who who, Street street) {
    return new Guest(who, street, stage.simulation().chance().named("guest " + who.letter()));
  }

  @Override
  public void judge(Map<ConversationId, Story> stories) {
    var rules = new MeetingRules(stories, provider, stage.ledger());
    rules.check();
    deeds.putAll(rules.counts());
    deeds.putAll(provider.troubles());
  }

  @Override
  public Map<String, Integer> deeds() {
    return deeds;
  }
}
