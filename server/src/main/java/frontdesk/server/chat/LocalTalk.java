package frontdesk.server.chat;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Asked;
import frontdesk.conversation.Entry.Closed;
import frontdesk.conversation.Entry.Replied;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.Stopped;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Logged;
import frontdesk.conversation.Principal;
import frontdesk.edge.Edge;
import frontdesk.engine.Deadline;
import frontdesk.json.InvalidSettings;
import frontdesk.runtime.Transcript;
import frontdesk.server.Desk;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Acceptance.Full;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A conversation in this process, on the channel `terminal`.
public final class LocalTalk implements Talk {
  private static final Duration ANSWER_WITHIN = Duration.ofMinutes(5);

  private final Desk desk;
  private final Edge edge;
  private final String agent;
  private ConversationId conversation;

  /// Resumes the conversation of this name, or begins it.
  public LocalTalk(Desk desk, Edge edge, String agent, String name) {
    this.desk = desk;
    this.edge = edge;
    this.agent = agent;
    this.conversation = open(name);
  }

  @Override
  public Reply say(String text) {
    if (!Said.fits(text)) {
      return new Reply.Problem("A message has at most " + Said.BYTES_MAX + " bytes.");
    }
    return answer(event(edge.newId().get(), new Said(text)));
  }

  @Override
  public void stop() {
    desk.reception().accept(event(edge.newId().get(), new Stopped()));
  }

  @Override
  public void reset() {
    conversation = open(edge.newId().get());
  }

  @Override
  public String id() {
    return conversation.peer();
  }

  public ConversationId conversation() {
    return conversation;
  }

  @Override
  public List<Line> history() {
    return Transcript.of(desk.journal(), conversation).messages().stream()
        .map(message -> new Line(message.byCustomer(), message.text()))
        .toList();
  }

  @Override
  public void close() {
    desk.drain(Duration.ofSeconds(5));
    desk.close();
  }

  private ConversationId open(String name) {
    var id = ConversationId.of("terminal", agent, name);
    conversation = id;
    Acceptance opened = desk.reception().accept(event("opened", new Opened(agent, Map.of())));
    if (opened instanceof Again && desk.journal().head(id).isEmpty()) {
      String what = "--as: the conversation " + name + " was archived or erased";
      throw new InvalidSettings(List.of(what + "; restore it, or take another name"));
    }
    return id;
  }

  private InboundEvent event(String event, Inbound what) {
    var id = new EventId(conversation + ":" + event);
    var sender = new Principal.Visitor(conversation.value());
    return InboundEvent.untimed(id, conversation, sender, what);
  }

  private Reply answer(InboundEvent event) {
    try (var waiting = desk.feed().expect(event)) {
      Acceptance acceptance = desk.reception().accept(event);
      if (acceptance instanceof Full) {
        return new Reply.Problem("Too many messages wait for an answer; try again.");
      }
      Deadline deadline = Deadline.in(ANSWER_WITHIN, edge.threads());
      return reply(waiting.answer(acceptance, deadline));
    }
  }

  private Reply reply(Optional<Logged> answer) {
    if (answer.isEmpty()) return new Reply.Problem("No answer yet; it will be in the history.");
    return switch (answer.get().entry()) {
      case Asked asked -> {
        // Just before it can be seen: what was typed earlier is no answer to it.
        asked.approval().ifPresent(question -> desk.reception().shown(conversation, question));
        yield new Reply.Answer(asked.text());
      }
      case Replied replied -> new Reply.Answer(replied.text());
      case Closed _ -> new Reply.Notice(WITH_A_PERSON);
      default -> throw new IllegalStateException("No such entry closes a turn");
    };
  }
}
