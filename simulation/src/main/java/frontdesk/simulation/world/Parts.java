package frontdesk.simulation.world;

import frontdesk.model.ChatModel;
import frontdesk.simulation.Node;
import frontdesk.store.Journal;
import frontdesk.store.Records;
import frontdesk.tool.Tool;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a server is made of, before it is wired.
///
/// @param node its process
/// @param tools of its agent
record Parts(Node node, Journal journal, Records records, List<Tool> tools, ChatModel model) {
  Parts {
    tools = List.copyOf(tools);
  }

  Parts withJournal(UnaryOperator<Journal> around) {
    return new Parts(node, around.apply(journal), records, tools, model);
  }

  Parts withTools(UnaryOperator<Tool> around) {
    return new Parts(node, journal, records, tools.stream().map(around).toList(), model);
  }

  Parts withModel(UnaryOperator<ChatModel> around) {
    return new Parts(node, journal, records, tools, around.apply(model));
  }
}
