package frontdesk.server.proof;

import frontdesk.agent.Agents;
import frontdesk.agent.Toolset;
import frontdesk.conversation.ConversationId;
import frontdesk.model.ChatModel;
import frontdesk.model.guided.GuidedModel;
import frontdesk.server.AgentSource;
import frontdesk.simulation.Chance;
import frontdesk.simulation.Node;
import java.util.List;
import java.util.Map;

/// The support agent: customers with a problem, and form mode.
record SupportPlay(Stage stage) implements Play {
  private static final Agents AGENTS =
      new Agents(List.of(AgentSource.read("support", Toolset.NONE, "UTC")));

  static Result run(long seed) {
    return run(seed, Fitting.NONE);
  }

  static Result run(long seed, Fitting fitting) {
    return World.run(seed, fitting, SupportPlay::new);
  }

  @Override
  public String agent() {
    return "support";
  }

  @Override
  public String function() {
    return "customer_support";
  }

  @Override
  public Agents agents(Node server) {
    return AGENTS;
  }

  @Override
  public ChatModel model() {
    return new GuidedModel();
  }

  @Override
  public List<Integer> stormSeconds() {
    return List.of(10, 20, 40);
  }

  @Override
  public Customer customer(Customer.Who who, Street street) {
    Chance chance = stage.simulation().chance().named("customers");
    return new Complainer(who, street, chance);
  }

  @Override
  public void judge(Map<ConversationId, Story> stories) {
    stories.values().forEach(story -> new FactRules(story, stage.ledger()).check());
  }

  @Override
  public Map<String, Integer> deeds() {
    return Map.of();
  }
}
