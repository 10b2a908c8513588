package frontdesk.server.meetings;

import frontdesk.adapters.calcom.CalComSettings;
import frontdesk.adapters.calcom.CalComTools;
import frontdesk.agent.Agents;
import frontdesk.agent.Toolset;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.edge.Edge;
import frontdesk.edge.RemoteHttp;
import frontdesk.http.HttpHandler;
import frontdesk.http.Response;
import frontdesk.server.AgentSource;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The meetings agent with its real tools, and a step before and after each of their requests.
final class MeetingsTools {
  private static final ScopedValue<ConversationId> CONVERSATION = ScopedValue.newInstance();

  private MeetingsTools() {}

  /// @param patience how long one request may take
  static Agents agents(int provider, Duration patience, Steps steps, Edge edge) {
    CalComSettings settings = Provider.settings(provider);
    HttpHandler http = RemoteHttp.client(settings.url(), patience, patience, patience);
    Map<String, Tool> tools = new HashMap<>();
    for (Tool tool : CalComTools.of(settings, stepped(http, steps), edge.clock())) {
      tools.put(tool.spec().name(), tool instanceof WriteTool ? new Acts(tool) : new Looks(tool));
    }
    Toolset named = name -> Objects.requireNonNull(tools.get(name), name);
    return new Agents(List.of(AgentSource.read("meetings", named, "UTC")));
  }

  private static HttpHandler stepped(HttpHandler http, Steps steps) {
    return request -> {
      String path = request.path().replaceFirst("(?<=/bookings/)[^/]+", "*");
      String asked = request.method() + " " + path;
      steps.pass(CONVERSATION.get(), "before " + asked);
      Response response = http.handle(request);
      steps.pass(CONVERSATION.get(), "after " + asked);
      return response;
    };
  }

  private static ScopedValue.Carrier in(ToolContext context) {
    return ScopedValue.where(CONVERSATION, context.conversation());
  }

  private record Looks(Tool tool) implements Tool {
    @Override
    public ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return in(context).call(() -> tool.call(context, arguments));
    }
  }

  private record Acts(Tool tool) implements WriteTool, LooksUp {
    @Override
    public ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return in(context).call(() -> tool.call(context, arguments));
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return in(context).call(() -> ((WriteTool) tool).preview(context, arguments));
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return in(context).call(() -> ((LooksUp) tool).find(context, key, arguments));
    }
  }
}
