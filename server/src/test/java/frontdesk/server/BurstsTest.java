package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Limits;
import frontdesk.conversation.Arrived;
import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Entry.Received;
import frontdesk.conversation.EventId;
import frontdesk.conversation.Head;
import frontdesk.conversation.Inbound;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Principal;
import frontdesk.model.ChatModel;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.store.Acceptance.Accepted;
import frontdesk.store.Fences;
import frontdesk.store.Journal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Messages that come faster than turns: the model sees each, once, in order; and nobody waits for
/// somebody who never stops.
class BurstsTest {
  private static final int COLD = Boolean.getBoolean("frontdesk.soak") ? 10_000 : 1_000;
  private static final int HOT = 1_000;

  @TempDir Path data;

  /// Remembers what it heard in each request; lets the first wait where it is told to.
  private static final class Listening implements ChatModel {
    private final HeldModel first = new HeldModel();
    private final List<List<String>> heard = new CopyOnWriteArrayList<>();

    @Override
    public ModelReply reply(ModelRequest request, Consumer<String> stream) {
      heard.add(
          request.messages().stream()
              .flatMap(m -> m instanceof Message.Customer(var text) ? List.of(text).stream() : null)
              .toList());
      return first.reply(request, stream);
    }
  }

  @Test
  void O01_ten_messages_within_a_second_are_all_seen_by_the_model_in_their_order()
      throws Exception {
    var model = new Listening();
    model.first.release();
    List<String> texts = burst(model, "", 10);
    assertThat(model.heard.getLast()).isEqualTo(texts);
    assertThat(model.heard).hasSizeBetween(1, 10);
    System.out.printf("O01: 10 messages: 10 seen in order, in %d turns%n", model.heard.size());
  }

  @Test
  void O02_twenty_five_messages_during_a_turn_are_all_seen_by_the_model_in_the_next()
      throws Exception {
    var model = new Listening();
    List<String> texts = burst(model, "while you think", 25);
    assertThat(model.heard).hasSize(2);
    assertThat(model.heard.getFirst()).isEqualTo(texts.subList(0, 1));
    assertThat(model.heard.getLast()).isEqualTo(texts);
    System.out.println("O02: 25 messages during a turn: 25 seen in order, in the next turn");
  }

  /// Says them one after another, each as soon as the one before was accepted, and waits until all
  /// are answered. With `first`, the model thinks about that until all others are there.
  private List<String> burst(Listening model, String first, int count) throws Exception {
    var texts = new ArrayList<>(IntStream.range(0, count).mapToObj(i -> "message " + i).toList());
    if (!first.isEmpty()) texts.addFirst(first);
    try (var server = RunningServer.start(data, model);
        var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Api api = server.api();
      String id = api.create();
      server.untilAtRest(id);
      List<Future<Api.Answer>> answers = new ArrayList<>();
      for (String text : texts) {
        answers.add(say(server, clients, id, text));
        if (text.equals(first)) model.first.untilAsked();
      }
      model.first.release();
      for (var answer : answers) assertThat(answer.get().botMessage()).startsWith("You said: ");
      server.untilAtRest(id);
      assertThat(api.messages(id).stream().filter(m -> m.startsWith("user: ")))
          .containsExactlyElementsOf(texts.stream().map(text -> "user: " + text).toList());
    }
    return texts;
  }

  private static Future<Api.Answer> say(
      RunningServer server, ExecutorService clients, String id, String text) {
    var conversation = ConversationId.of("rest", "local", id);
    long before = server.journal().head(conversation).orElseThrow().inboxSeq();
    var answer = clients.submit(() -> server.api().say(id, text));
    RunningServer.until(
        () -> server.journal().head(conversation).orElseThrow().inboxSeq() > before);
    return answer;
  }

  @Test
  void O08_one_conversation_that_never_stops_keeps_nobody_waiting_and_stays_bounded()
      throws ExecutionException, InterruptedException {
    try (var server = RunningServer.start(data, (request, _) -> HeldModel.echo(request));
        var feeder = Executors.newVirtualThreadPerTaskExecutor()) {
      ConversationId hot = conversation("hot");
      server.journal().accept(List.of(opened(hot)));
      Future<Fed> fed = feeder.submit(() -> feed(server, hot));
      // As after a crash: they are in the store, and nobody wakes them.
      for (int i = 0; i < COLD; i += 25) server.journal().accept(cold(i, Math.min(i + 25, COLD)));
      Fed done = fed.get();
      RunningServer.until(() -> open(server, hot) == 0);
      List<Received> turns = turns(server, hot);
      List<Long> seen =
          turns.stream().flatMap(turn -> turn.events().stream()).map(Arrived::seq).toList();
      assertThat(seen).isEqualTo(LongStream.rangeClosed(1, done.sent() + 1).boxed().toList());
      assertThat(turns)
          .allSatisfy(
              turn -> assertThat(turn.events()).hasSizeLessThanOrEqualTo(Limits.EVENTS_PER_TURN));
      assertThat(done.mostOpen()).isLessThanOrEqualTo(Fences.OPEN_MAX);
      for (int i = 0; i < COLD; i++) {
        assertThat(server.journal().answer(conversation("cold" + i), 2)).isPresent();
      }
      System.out.printf(
          "O08: %d conversations answered beside one with %d messages: its %d in %d turns, at most %d open, %d refused as full%n",
          COLD, done.sent(), seen.size() - 1, turns.size(), done.mostOpen(), done.refused());
    }
  }

  /// What was sent into the hot conversation.
  private record Fed(long sent, long refused, long mostOpen) {}

  /// Sends for as long as anybody else waits, and at least so many.
  private static Fed feed(RunningServer server, ConversationId hot) {
    long sent = 0;
    long refused = 0;
    long mostOpen = 0;
    int named = 0;
    while (sent < HOT || !answered(server, COLD - 1) || waits(server, hot)) {
      var batch = new ArrayList<InboundEvent>();
      while (batch.size() < Journal.ACCEPT_MAX) batch.add(said(hot, "message " + ++named));
      var acceptances = new ArrayList<>(server.journal().accept(batch));
      acceptances.add(server.desk().reception().accept(said(hot, "message " + ++named)));
      long taken = acceptances.stream().filter(Accepted.class::isInstance).count();
      sent += taken;
      refused += acceptances.size() - taken;
      mostOpen = Math.max(mostOpen, open(server, hot));
      RunningServer.until(() -> open(server, hot) < Fences.OPEN_MAX);
    }
    return new Fed(sent, refused, mostOpen);
  }

  private static boolean answered(RunningServer server, int cold) {
    return server.journal().answer(conversation("cold" + cold), 2).isPresent();
  }

  private static boolean waits(RunningServer server, ConversationId hot) {
    return server.journal().waiting(2).stream().anyMatch(id -> !id.equals(hot));
  }

  private static long open(RunningServer server, ConversationId id) {
    Head head = server.journal().head(id).orElseThrow();
    return head.inboxSeq() - head.consumedThrough();
  }

  private static List<Received> turns(RunningServer server, ConversationId id) {
    return server.journal().entries(id, 0, Integer.MAX_VALUE).stream()
        .flatMap(logged -> logged.entry() instanceof Received r ? List.of(r).stream() : null)
        .toList();
  }

  private static List<InboundEvent> cold(int from, int to) {
    var events = new ArrayList<InboundEvent>();
    for (int i = from; i < to; i++) {
      events.add(opened(conversation("cold" + i)));
      events.add(said(conversation("cold" + i), "hello"));
    }
    return events;
  }

  private static ConversationId conversation(String name) {
    return ConversationId.of("rest", "local", name);
  }

  private static InboundEvent opened(ConversationId id) {
    return event(id, "opened", new Opened("support", Map.of()));
  }

  private static InboundEvent said(ConversationId id, String text) {
    return event(id, text, new Said(text));
  }

  private static InboundEvent event(ConversationId id, String name, Inbound what) {
    return InboundEvent.untimed(new EventId(id + ":" + name), id, new Principal.Visitor("v"), what);
  }
}
