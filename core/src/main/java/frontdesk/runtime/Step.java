package frontdesk.runtime;

import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Intended;
import frontdesk.conversation.Json;
import frontdesk.conversation.Principal;
import frontdesk.model.Message;
import frontdesk.store.Effects;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.WriteTool;
import java.util.List;

/// What a turn does next.
sealed interface Step {

  /// Ask the model, which is shown these messages.
  record AskModel(List<Message> messages) implements Step {
    public AskModel {
      messages = List.copyOf(messages);
    }
  }

  /// Call tools that only look at the world, all together.
  record Look(List<Looking> looks) implements Step {
    public Look {
      looks = List.copyOf(looks);
    }
  }

  /// Ask a tool what the customer is to approve.
  record Show(WriteTool tool, Call call, Json arguments, Principal principal, long epoch)
      implements Step {}

  /// Call a tool that acts, once its intent is durable.
  record Act(Tool tool, Intended intent) implements Step {}

  /// Ask the provider whether an act happened.
  record LookUp(LooksUp tool, Intended intent) implements Step {}

  /// Note what follows from the log alone.
  record Add(List<Entry> entries) implements Step {
    public Add {
      entries = List.copyOf(entries);
    }
  }

  /// End the turn, or let it wait.
  record Rest(List<Entry> entries, Effects effects) implements Step {
    public Rest {
      entries = List.copyOf(entries);
    }
  }

  /// A call that looks, its arguments checked.
  record Looking(Tool tool, Call call, Json arguments) {}
}
