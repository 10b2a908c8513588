package frontdesk.server.proof;

import frontdesk.agent.Agents;
import frontdesk.conversation.ConversationId;
import frontdesk.model.ChatModel;
import frontdesk.simulation.Node;
import java.util.List;
import java.util.Map;

/// What a world plays: the agent that its servers have and the model behind it, who comes and what
/// they want, and what must hold in the end beside what holds of every agent.
interface Play {
  /// As in the settings.
  String agent();

  /// What the API knows the agent by.
  String function();

  /// What a server starts with.
  Agents agents(Node server);

  /// The model of a server.
  ChatModel model();

  /// How long it may rage.
  List<Integer> stormSeconds();

  Customer customer(Customer.Who who, Street street);

  void judge(Map<ConversationId, Story> stories);

  /// What was done and what went wrong beside clients and servers, by name.
  Map<String, Integer> deeds();
}
