package frontdesk.sandbox.openai;

import frontdesk.http.Response;
import frontdesk.sandbox.Answer;
import frontdesk.sandbox.Effects;
import frontdesk.sandbox.openai.Wire.Counted;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Answers a request that was read, and keeps what is known of it afterwards.
final class Answering {
  private static final int WINDOW_TOKENS = 400_000;
  private static final int REASONING_TOKENS = 16;

  private final Given given;
  private final Effects effects;
  private final Requests requests;
  private final InstantSource clock;
  private final RandomGenerator random;
  private final Prompts prompts = new Prompts();

  Answering(
      Given given,
      Effects effects,
      Requests requests,
      InstantSource clock,
      RandomGenerator random) {
    this.given = given;
    this.effects = effects;
    this.requests = requests;
    this.clock = clock;
    this.random = random;
  }

  /// What to do about it.
  ///
  /// @throws Refused it is longer than a model reads
  Answer answer(String endpoint, Asked asked, Play.Cue cue) {
    byte[] prompt = asked.prompt();
    if (Usage.tokens(prompt.length) > WINDOW_TOKENS) {
      String param = asked.api() == Asked.Api.CHAT ? "messages" : "input";
      throw Refused.invalid("context_length_exceeded", param, Failures.tooLong());
    }
    return new Answer(cue.trouble(), () -> say(endpoint, asked, cue, prompt));
  }

  /// Keeps a request that was refused, for the page.
  void refused(String endpoint, ObjectNode body, Failure failure) {
    requests.add(
        new Requests.Kept(
            clock.instant(),
            endpoint,
            body.path("model").asString(""),
            failure.status(),
            failure.message(),
            List.of(),
            List.of(),
            0,
            List.of()));
  }

  void reset() {
    prompts.reset();
  }

  private Response say(String endpoint, Asked asked, Play.Cue cue, byte[] prompt) {
    Chance chance = chance();
    Wire wire = cue.wire();
    Speech speech = Speech.of(cue, asked, chance::id);
    Usage usage = usage(speech, prompt);
    Usage shown = wire.usage() == Counted.ABSURD ? Usage.ABSURD : usage;
    long created = clock.instant().getEpochSecond();
    Written reply =
        switch (asked.api()) {
          case CHAT ->
              new ChatReply(
                  "chatcmpl-" + chance.id(), created, asked, speech, wire.usage(), shown, chance);
          case RESPONSES -> {
            var object = new ResponseObject("resp_" + chance.id(), created, asked);
            yield given(new ResponsesReply(object, speech, wire.usage(), shown, chance), asked);
          }
        };
    effects.did(asked.api().effect(), asked.caller());
    keep(endpoint, asked, speech, usage);
    Response response =
        asked.streamed()
            ? Sending.streamed(reply, wire.end(), chance)
            : Sending.whole(reply, wire.end());
    return response.withHeader("X-Request-Id", "req_" + chance.id());
  }

  private Written given(ResponsesReply reply, Asked asked) {
    given.gave(reply.items());
    if (asked.body().path("store").asBoolean(true)) {
      List<JsonNode> history = new ArrayList<>(asked.whole());
      history.addAll(reply.items());
      given.stored(reply.id(), history);
    }
    return reply;
  }

  private Usage usage(Speech speech, byte[] prompt) {
    long reasoning = speech.thinks() ? REASONING_TOKENS : 0;
    long cached = prompts.cached(prompt);
    return new Usage(Usage.tokens(prompt.length), cached, speech.tokens() + reasoning, reasoning);
  }

  private void keep(String endpoint, Asked asked, Speech speech, Usage usage) {
    String outcome =
        "%s, %d tokens in (%d cached), %d out"
            .formatted(
                asked.streamed() ? "streamed" : "whole",
                usage.input(),
                usage.cached(),
                usage.output());
    requests.add(
        new Requests.Kept(
            clock.instant(),
            endpoint,
            asked.model(),
            200,
            outcome,
            asked.tools(),
            asked.seen(),
            newest(asked.seen()),
            RequestsPage.answer(speech)));
  }

  /// What came after the last reply, with its calls where their outcomes came.
  private static int newest(List<Seen> seen) {
    int from = seen.size() - Seen.newest(seen).size();
    boolean outcomes = Seen.newest(seen).stream().anyMatch(Seen.CameTo.class::isInstance);
    while (outcomes && from > 0 && Seen.isOwn(seen.get(from - 1))) from--;
    return seen.size() - from;
  }

  private Chance chance() {
    synchronized (random) {
      return new Chance(random.nextLong());
    }
  }
}
