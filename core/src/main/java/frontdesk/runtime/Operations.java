package frontdesk.runtime;

import static java.util.stream.Collectors.joining;

import frontdesk.agent.Agents;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.CallId;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Decided;
import frontdesk.conversation.Inbound.HandedBack;
import frontdesk.conversation.Inbound.PersonSaid;
import frontdesk.conversation.Inbound.Replayed;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Inbound.TakenOver;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Owner;
import frontdesk.conversation.Principal;
import frontdesk.json.InvalidSettings;
import frontdesk.model.provider.Prices;
import frontdesk.runtime.ForPeople.Undecided;
import frontdesk.store.Acceptance;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Acceptance.Again;
import frontdesk.store.Acceptance.Full;
import frontdesk.store.Archives;
import frontdesk.store.Archives.Archived;
import frontdesk.store.Records;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What operators do with conversations, from a shell or over the API. Whatever changes a
/// conversation goes in as an event; one that says nothing new is not made, so that doing
/// something twice is as good as once (but what is said twice is said twice).
public final class Operations {
  /// What to tell somebody who has to try again.
  public static final String NOT_AT_REST =
      "the conversation is being worked on; try again when it rests";

  private final Records records;
  private final Archives archives;
  private final Function<InboundEvent, Acceptance> accept;
  private final Predicate<String> isAgent;
  private final Supplier<String> newId;
  private final Overview overview;

  /// On a store.
  ///
  /// @param accept makes an event durable, and wakes whoever works on it, if anybody does
  /// @param isAgent whether there is an agent of that name
  /// @param prices what tokens cost, where that is known
  public Operations(
      Records records,
      Archives archives,
      Function<InboundEvent, Acceptance> accept,
      Predicate<String> isAgent,
      Optional<Prices> prices,
      Supplier<String> newId) {
    this.records = records;
    this.archives = archives;
    this.accept = accept;
    this.isAgent = isAgent;
    this.newId = newId;
    this.overview = new Overview(records, prices);
  }

  /// `[{"conversation","agent","owner","status","open_events","appends"}]`, the newest first.
  public ArrayNode list() {
    return overview.list();
  }

  /// A conversation with what waits for a person (`acts`, `dead_letters`) and its whole log; empty
  /// when there is none.
  public Optional<ObjectNode> show(ConversationId id) {
    return overview.show(id);
  }

  /// A person answers from now on: once this returned, nothing of the agent is added.
  public Handled takeOver(Principal.Operator who, ConversationId id) {
    return with(
        id, head -> head.owner() == Owner.PERSON ? accepted(id) : accept(who, id, new TakenOver()));
  }

  /// A person answers with this, and from now on. At most {@link Said#BYTES_MAX}.
  public Handled say(Principal.Operator who, ConversationId id, String text) {
    if (text.isBlank()) return new Handled.Wrong("must not be blank");
    if (!Said.fits(text)) return new Handled.Wrong("at most " + Said.BYTES_MAX + " bytes");
    return with(id, _ -> accept(who, id, new PersonSaid(text)));
  }

  /// The agent answers again, and what is unanswered first. In a conversation that the agent has
  /// already, it says that nobody else needs to look at it any more.
  public Handled handBack(Principal.Operator who, ConversationId id) {
    return with(
        id,
        head -> {
          boolean isBack =
              head.owner() == Owner.AGENT && !overview.status(id).equals(Projection.WAITING);
          return isBack ? accepted(id) : accept(who, id, new HandedBack());
        });
  }

  /// What failed too often is tried again.
  public Handled replay(Principal.Operator who, ConversationId id) {
    return with(
        id,
        _ -> {
          if (waiting(id).deadLetters().isEmpty()) {
            return new Handled.InVain("no message waits to be tried again");
          }
          boolean isOnItsWay = open(id, Replayed.class).findAny().isPresent();
          return isOnItsWay ? accepted(id) : accept(who, id, new Replayed());
        });
  }

  /// A person found out what became of an act of which nobody else can.
  public Handled settle(Principal.Operator who, ConversationId id, String call, boolean happened) {
    return with(
        id,
        _ -> {
          List<Undecided> acts = waiting(id).acts();
          if (acts.stream().noneMatch(act -> act.intent().call().value().equals(call))) {
            return new Handled.InVain(undecided(acts));
          }
          var decided = new Decided(new CallId(call), happened);
          return decidedBefore(id, decided.call())
              .map(before -> before.equals(decided) ? accepted(id) : decidedOtherwise())
              .orElseGet(() -> accept(who, id, decided));
        });
  }

  /// The lines of a conversation at rest; empty when there is none. It stays in the store.
  ///
  /// @throws NotAtRest it is being worked on
  public Optional<List<String>> export(ConversationId id) {
    return archives
        .read(id)
        .map(
            archived -> {
              if (archived.head().hasOpenEvents()) throw new NotAtRest();
              return ArchiveFile.write(archived);
            });
  }

  /// Removes a conversation whose lines are safe, if nothing happened since they were written.
  ///
  /// @param version that of the archive's first line
  public boolean remove(ConversationId id, long version) {
    return records
        .head(id)
        .filter(head -> head.version() == version && !head.hasOpenEvents())
        .map(archives::remove)
        .orElse(false);
  }

  /// Puts a conversation back. False when there is one of that id.
  ///
  /// @throws InvalidSettings the lines are no archive, or of an agent that is not there to go on
  public boolean restore(List<String> lines) {
    Archived archived = ArchiveFile.read(lines);
    Optional<String> agent = Agents.opener(archived.entries()).filter(isAgent.negate());
    if (agent.isEmpty()) return archives.restore(archived);
    throw new InvalidSettings(
        List.of("agent: there is no agent '" + agent.get() + "', configure it or name another"));
  }

  private Handled with(ConversationId id, Function<Head, Handled> then) {
    return records.head(id).map(then).orElseGet(Handled.NoConversation::new);
  }

  private Handled accept(Principal.Operator who, ConversationId id, Inbound what) {
    var event = new EventId(id + ":ops:" + newId.get());
    return switch (accept.apply(InboundEvent.untimed(event, id, who, what))) {
      case Accepted _, Again _ -> accepted(id);
      case Full(var after) ->
          new Handled.InVain("the inbox is full; try again in " + after.toSeconds() + " s");
    };
  }

  private Handled accepted(ConversationId id) {
    return new Handled.Accepted(overview.status(id));
  }

  private ForPeople waiting(ConversationId id) {
    return ForPeople.of(Transcript.entries(records, id));
  }

  /// A decision that no turn has read yet.
  private Optional<Decided> decidedBefore(ConversationId id, CallId call) {
    return open(id, Decided.class).filter(d -> d.call().equals(call)).findFirst();
  }

  private <T extends Inbound> Stream<T> open(ConversationId id, Class<T> kind) {
    return records.open(id).stream()
        .map(Arrived::event)
        .map(InboundEvent::what)
        .filter(kind::isInstance)
        .map(kind::cast);
  }

  private static Handled decidedOtherwise() {
    return new Handled.InVain("it was decided otherwise a moment ago");
  }

  private static String undecided(List<Undecided> acts) {
    if (acts.isEmpty()) return "no act waits for a person's decision";
    return acts.stream()
        .map(act -> act.intent().call() + " (" + act.intent().tool() + ")")
        .collect(joining(", ", "these acts wait for a person's decision: ", ""));
  }

  /// The conversation is being worked on: try again when it rests.
  public static final class NotAtRest extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotAtRest() {
      super(NOT_AT_REST);
    }
  }
}
