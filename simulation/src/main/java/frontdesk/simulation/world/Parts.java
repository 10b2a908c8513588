package frontdesk.simulation.world;

import frontdesk.channel.PushChannel;
import frontdesk.model.ChatModel;
import frontdesk.simulation.Node;
import frontdesk.store.Journal;
import frontdesk.store.Outbox;
import frontdesk.store.Records;
import frontdesk.tool.Tool;
import java.util.List;
import java.util.function.UnaryOperator;

/// What a server is made of, before it is wired.
///
/// @param node its process
/// @param tools of its agent
record Parts(
    Node node,
    Journal journal,
    Records records,
    Outbox outbox,
    List<PushChannel> channels,
    List<Tool> tools,
    ChatModel model) {
  Parts {
    channels = List.copyOf(channels);
    tools = List.copyOf(tools);
  }

  Parts withJournal(UnaryOperator<Journal> around) {
    return new Parts(node, around.apply(journal), records, outbox, channels, tools, model);
  }

  Parts withOutbox(UnaryOperator<Outbox> around) {
    return new Parts(node, journal, records, around.apply(outbox), channels, tools, model);
  }

  Parts withChannels(UnaryOperator<PushChannel> around) {
    var others = channels.stream().map(around).toList();
    return new Parts(node, journal, records, outbox, others, tools, model);
  }

  Parts withTools(UnaryOperator<Tool> around) {
    var others = tools.stream().map(around).toList();
    return new Parts(node, journal, records, outbox, channels, others, model);
  }

  Parts withModel(UnaryOperator<ChatModel> around) {
    return new Parts(node, journal, records, outbox, channels, tools, around.apply(model));
  }
}
