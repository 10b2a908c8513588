package frontdesk.server.proof;

import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Gathered;
import frontdesk.conversation.EventId;
import frontdesk.conversation.IdempotencyKey;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Shown;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.http.Body;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import frontdesk.tool.Hold;
import frontdesk.tool.LooksUp;
import frontdesk.tool.Tool;
import frontdesk.tool.ToolContext;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/// Bugs that the meetings agent could have, each as a part that has it for the server.
final class PlantedMeetings {
  private static final int BYTES_MAX = 1 << 20;

  private PlantedMeetings() {}

  /// A tool to put a bug into.
  private static class Altered implements WriteTool, LooksUp {
    final Tool tool;

    Altered(Tool tool) {
      this.tool = tool;
    }

    @Override
    public Optional<Hold> hold() {
      return ((WriteTool) tool).hold();
    }

    @Override
    public ToolSpec spec() {
      return tool.spec();
    }

    @Override
    public Outcome call(ToolContext context, Json arguments) {
      return tool.call(context, arguments);
    }

    @Override
    public Previewing preview(ToolContext context, Json arguments) {
      return ((WriteTool) tool).preview(context, arguments);
    }

    @Override
    public Found find(ToolContext context, IdempotencyKey key, Json arguments) {
      return ((LooksUp) tool).find(context, key, arguments);
    }
  }

  /// An answer that did not come means that nothing happened.
  static Tool takesALostAnswerForAFailure(Tool tool) {
    return new Altered(tool) {
      @Override
      public Outcome call(ToolContext context, Json arguments) {
        Outcome outcome = super.call(context, arguments);
        return outcome instanceof Outcome.Unknown(var why)
            ? new Outcome.Failed(why, true)
            : outcome;
      }
    };
  }

  /// An answer that did not come means that all went well.
  static Tool takesALostAnswerForDone(Tool tool) {
    return new Altered(tool) {
      @Override
      public Outcome call(ToolContext context, Json arguments) {
        Outcome outcome = super.call(context, arguments);
        boolean lost = outcome instanceof Outcome.Unknown || outcome instanceof Outcome.NotSent;
        return lost ? new Outcome.Done(new Json("{\"text\": \"All right.\"}")) : outcome;
      }
    };
  }

  /// Whoever lists is taken for somebody of the business.
  static Tool showsAll(Tool list) {
    return new Tool() {
      @Override
      public ToolSpec spec() {
        return list.spec();
      }

      @Override
      public Outcome call(ToolContext context, Json arguments) {
        return list.call(as(context), arguments);
      }
    };
  }

  private static ToolContext as(ToolContext context) {
    return new ToolContext(
        context.conversation(),
        new Principal.Staff("anybody"),
        context.locale(),
        context.zone(),
        context.key(),
        context.bound(),
        context.held(),
        context.sendBy(),
        context.deadline(),
        context.threads());
  }

  /// What a model says is believed.
  static Tool needsNoGround(Tool tool) {
    ObjectNode parameters = Jsons.parseObject(tool.spec().parameters().text());
    ToolSpec spec = tool.spec().taking(Jsons.json(parameters.put("x-source", "model")));
    return new Altered(tool) {
      @Override
      public ToolSpec spec() {
        return spec;
      }
    };
  }

  /// Sends an act again when its answer was lost, without asking what became of it.
  static HttpHandler looksUpNothing(HttpHandler wire) {
    return request -> {
      boolean looksUp = request.query().contains("afterStart");
      Response response = wire.handle(request);
      if (!looksUp || response.status() != 200) return response;
      try (response) {
        ObjectNode body = Jsons.parseObject(text(response.body()));
        body.putArray("data");
        return Response.json(200, Jsons.json(body));
      }
    };
  }

  /// The provider is not told the key of the act.
  static HttpHandler leavesTheKeyOut(HttpHandler wire) {
    return request -> {
      boolean books = request.method().equals("POST") && request.path().endsWith("/bookings");
      if (!books) return wire.handle(request);
      ObjectNode body = Jsons.parseObject(text(request.body()));
      ((ObjectNode) body.path("metadata")).remove("idem");
      return wire.handle(
          new Request(
              request.method(),
              request.path(),
              request.query(),
              request.headers(),
              Body.of(Jsons.json(body).text()),
              request.remote(),
              request.deadline()));
    };
  }

  private static String text(Body body) {
    return new String(body.bytes(BYTES_MAX), StandardCharsets.UTF_8);
  }

  /// Takes what waits to be shown for shown.
  static final class ApprovesUnseen extends PassesOn {
    ApprovesUnseen(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      Optional<Asked> asked =
          log.timeline().stream()
              .map(Logged::entry)
              .flatMap(e -> e instanceof Asked a ? Stream.of(a) : null)
              .reduce((_, last) -> last)
              .filter(a -> a.approval().isPresent());
      boolean answers =
          !log.open().isEmpty() && log.open().getFirst().event().what() instanceof Said;
      if (asked.isEmpty() || !answers) return log;
      Arrived yes = log.open().getFirst();
      var question = asked.get().approval().orElseThrow();
      var shown =
          InboundEvent.untimed(
              new EventId(id + ":unseen:" + question),
              id,
              new Principal.Server(),
              new Shown(question));
      var open = new ArrayList<Arrived>();
      open.add(new Arrived(yes.seq() - 1, yes.at().minusMillis(1), shown));
      open.addAll(log.open());
      return new Log(log.head(), log.snapshot(), log.entries(), log.unsaved(), open, log.at());
    }
  }

  /// Keeps what is known of a call that waits in one place for all customers.
  static final class SharesPendingCalls extends PassesOn {
    private Optional<Gathered> newest = Optional.empty();

    SharesPendingCalls(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      if (newest.isEmpty() || log.open().isEmpty()) return log;
      Gathered other = newest.get();
      newest = Optional.empty();
      return log.plus(
          new Gathered(
              other.pending(),
              other.call(),
              other.tool(),
              other.arguments(),
              other.sources(),
              other.missing(),
              other.invalid(),
              log.open().getFirst().event().sender(),
              other.expires()));
    }

    @Override
    public Log append(Log log, Effects effects) {
      for (var entry : log.unsaved()) {
        if (entry instanceof Gathered gathered) newest = Optional.of(gathered);
      }
      return super.append(log, effects);
    }
  }
}
