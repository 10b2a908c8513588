package frontdesk.server.proof;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Log;
import frontdesk.conversation.Logged;
import frontdesk.http.Headers;
import frontdesk.http.HttpHandler;
import frontdesk.http.Request;
import frontdesk.json.Jsons;
import frontdesk.model.ChatModel;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.runtime.Projection;
import frontdesk.simulation.PassesOn;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Document;
import frontdesk.store.Effects;
import frontdesk.store.Journal;
import frontdesk.store.Records;
import frontdesk.store.StoreException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Bugs that a server could have, each as a part that has it for the server.
final class Planted {
  private Planted() {}

  static HttpHandler ignoresTheKey(HttpHandler handler) {
    return request -> handler.handle(with(request, without(request.headers(), "idempotency-key")));
  }

  /// Whoever asks speaks for the account that made the conversation.
  static HttpHandler doesNotCheckTheAccount(HttpHandler handler, Records records) {
    return request -> {
      String path = request.path();
      Optional<String> owner =
          records.conversations(Oracle.ALL).stream()
              .map(Head::id)
              .filter(id -> path.contains(id.peer()))
              .map(ConversationId::account)
              .findFirst();
      return handler.handle(owner.map(account -> as(account, request)).orElse(request));
    };
  }

  private static Request as(String account, Request request) {
    String bearer = "Bearer " + Street.secret(account);
    return with(request, request.headers().with("Authorization", bearer));
  }

  private static Request with(Request request, Headers headers) {
    return new Request(
        request.method(),
        request.path(),
        request.query(),
        headers,
        request.body(),
        request.remote(),
        request.deadline());
  }

  private static Headers without(Headers headers, String name) {
    var left = new TreeMap<>(headers.values());
    left.remove(name);
    return new Headers(left);
  }

  /// Answers whoever waits with the newest answer there is, whichever turn it is of.
  static final class AnswersWithTheNewest extends PlantedRecords {
    AnswersWithTheNewest(Records records) {
      super(records);
    }

    @Override
    public Optional<Logged> answer(ConversationId id, long inboxSeq) {
      long newest = head(id).map(Head::consumedThrough).orElse(0L);
      return super.answer(id, Math.max(1, newest));
    }
  }

  /// Has an answer only for who waited while it was made, and so for nobody who asks again.
  static final class AnswersOnce extends PlantedRecords {
    private final Set<Place> awaited = new HashSet<>();

    AnswersOnce(Records records) {
      super(records);
    }

    @Override
    public Optional<Logged> answer(ConversationId id, long inboxSeq) {
      var place = new Place(id, inboxSeq);
      Optional<Logged> answer = super.answer(id, inboxSeq);
      if (answer.isEmpty()) awaited.add(place);
      return answer.filter(_ -> awaited.remove(place));
    }
  }

  /// Never looks for what a server that died has left behind.
  static final class LeavesWhatWasLeft extends PassesOn {
    LeavesWhatWasLeft(Journal journal) {
      super(journal);
    }

    @Override
    public List<ConversationId> waiting(int max) {
      return List.of();
    }
  }

  /// Takes another body under a known key for the same.
  static final class TakesAnyBody extends PassesOn {
    TakesAnyBody(Journal journal) {
      super(journal);
    }

    @Override
    public List<Acceptance> accept(List<InboundEvent> events) {
      return super.accept(events).stream().map(TakesAnyBody::asSame).toList();
    }

    private static Acceptance asSame(Acceptance acceptance) {
      return acceptance instanceof Again(var seq, _) ? new Again(seq, true) : acceptance;
    }
  }

  /// Takes an Idempotency-Key for the same in whichever conversation it is used.
  static final class SharesKeys extends PassesOn {
    SharesKeys(Journal journal) {
      super(journal);
    }

    @Override
    public List<Acceptance> accept(List<InboundEvent> events) {
      return super.accept(events.stream().map(SharesKeys::shared).toList());
    }

    private static InboundEvent shared(InboundEvent event) {
      String id = event.id().value();
      int key = id.indexOf(":key:");
      if (key < 0) return event;
      return new InboundEvent(
          new EventId(id.substring(key)),
          event.conversation(),
          event.sender(),
          event.at(),
          event.what());
    }
  }

  /// Notes an id before the event is durable, and takes it for a repetition when it comes again
  /// after the write has failed.
  static final class DedupesBeforeTheWrite extends PassesOn {
    private final Set<EventId> begun = new HashSet<>();
    private final Set<EventId> durable = new HashSet<>();

    DedupesBeforeTheWrite(Journal journal) {
      super(journal);
    }

    @Override
    public List<Acceptance> accept(List<InboundEvent> events) {
      InboundEvent event = events.getFirst();
      if (!begun.add(event.id()) && !durable.contains(event.id())) {
        return List.of(new Again(load(event.conversation()).head().inboxSeq(), true));
      }
      List<Acceptance> acceptances = super.accept(events);
      durable.add(event.id());
      return acceptances;
    }
  }

  /// Says that an event is durable although the store died while it was written.
  static final class AcceptsWhatWasLost extends PassesOn {
    AcceptsWhatWasLost(Journal journal) {
      super(journal);
    }

    @Override
    public List<Acceptance> accept(List<InboundEvent> events) {
      try {
        return super.accept(events);
      } catch (StoreException e) {
        long seq = load(events.getFirst().conversation()).head().inboxSeq();
        return List.of(new Accepted(Math.max(1, seq)));
      }
    }
  }

  /// Consumes messages that it did not read: those that came in during the turn.
  static final class ConsumesTheUnread extends PassesOn {
    ConsumesTheUnread(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      if (effects.consumedThrough().isEmpty()) return super.append(log, effects);
      long newest = load(log.head().id()).head().inboxSeq();
      return super.append(
          log,
          new Effects(
              OptionalLong.of(newest),
              effects.outbox(),
              effects.timers(),
              effects.documents(),
              effects.wakeAt()));
    }
  }

  /// Reads what waits with the newest first.
  static final class ReadsTheNewestFirst extends PassesOn {
    ReadsTheNewestFirst(Journal journal) {
      super(journal);
    }

    @Override
    public Log load(ConversationId id) {
      Log log = super.load(id);
      return new Log(
          log.head(),
          log.snapshot(),
          log.entries(),
          log.unsaved(),
          log.open().reversed(),
          log.at());
    }
  }

  /// Writes the facts of the turn over those that were known before.
  static final class ForgetsFacts extends PassesOn {
    ForgetsFacts(Journal journal) {
      super(journal);
    }

    @Override
    public Log append(Log log, Effects effects) {
      ObjectNode noted = Jsons.object();
      for (var entry : log.unsaved()) {
        if (entry instanceof Noted(var name, var value)) noted.set(name, Jsons.parse(value));
      }
      List<Document> documents =
          effects.documents().stream().map(document -> only(noted, document)).toList();
      return super.append(
          log,
          new Effects(
              effects.consumedThrough(),
              effects.outbox(),
              effects.timers(),
              documents,
              effects.wakeAt()));
    }

    private static Document only(ObjectNode noted, Document document) {
      if (!document.kind().equals(Projection.FACTS)) return document;
      return new Document(
          document.kind(), document.key(), document.conversation(), Jsons.json(noted));
    }
  }

  /// Answers a customer with what it has just told somebody else, as a cache with the wrong key
  /// does.
  static final class MixesCustomersUp implements ChatModel {
    private final ChatModel model;
    private Optional<ModelReply> cached = Optional.empty();

    MixesCustomersUp(ChatModel model) {
      this.model = model;
    }

    @Override
    public ModelReply reply(ModelRequest request, Consumer<String> stream) {
      ModelReply reply = model.reply(request, stream);
      if (!reply.calls().isEmpty()) return reply;
      ModelReply before = cached.orElse(reply);
      cached = Optional.of(reply);
      return before;
    }
  }
}
