package frontdesk.adapters.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import frontdesk.adapters.openai.OpenAiSettings.Api;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Made;
import frontdesk.engine.HandTime;
import frontdesk.json.Jsons;
import frontdesk.model.ModelException;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.store.EntryFormat;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OddRepliesTest {
  @ParameterizedTest
  @EnumSource(Api.class)
  void M08_missing_and_repeated_ids_and_200_calls_pass_through(Api api) {
    var calls = new ArrayList<AskedCall>();
    for (int i = 0; i < 200; i++) {
      calls.add(new AskedCall(i % 3 == 0 ? "" : "same", "note", "{\"n\":" + i + "}"));
    }
    assertThat(streamed(api, says(List.of(), calls)).calls()).isEqualTo(calls);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M10_only_thoughts_are_an_empty_text(Api api) {
    ModelReply reply = streamed(api, says(List.of(), List.of()));
    assertThat(reply.text()).isEmpty();
    assertThat(reply.ending()).isEqualTo(Ending.COMPLETE);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M11_a_reply_without_end_is_cut_and_not_read_on(Api api) {
    String begin =
        api == Api.CHAT
            ? "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
            : "data: {\"type\":\"response.output_text.delta\",\"output_index\":0,\"delta\":\"";
    String piece = begin + "ยาวมาก".repeat(100) + (api == Api.CHAT ? "\"}}]}\n\n" : "\"}\n\n");
    var endless = new Endless(piece.getBytes(StandardCharsets.UTF_8));
    Provider provider = Provider.events(endless);
    ModelReply reply = provider.reply(api);
    assertThat(reply.ending()).isEqualTo(Ending.CUT);
    assertThat(reply.text()).hasSize(Draft.TEXT_MAX);
    assertThat(provider.shown.toString()).isEqualTo(reply.text());
    assertThat(provider.closed).isTrue();
    assertThat(endless.read).isLessThan(1_000_000);
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M11_a_whole_reply_of_a_megabyte_is_cut_and_its_calls_are_not_made(Api api) {
    RandomReply said =
        says(List.of("😀x".repeat(350_000)), List.of(new AskedCall("1", "note", "{}")));
    ModelReply reply = whole(api, said);
    assertThat(reply.ending()).isEqualTo(Ending.CUT);
    assertThat(reply.text()).hasSizeBetween(Draft.TEXT_MAX - 1, Draft.TEXT_MAX);
    assertThat(Character.isHighSurrogate(reply.text().charAt(reply.text().length() - 1))).isFalse();
    assertThat(reply.calls()).isEmpty();
    assertThat(reply.made().items()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M11_arguments_without_end_are_cut_and_no_call_is_made(Api api) {
    String arguments = "{\"a\":\"" + "x".repeat(Draft.ARGUMENTS_MAX) + "\"}";
    ModelReply reply =
        streamed(api, says(List.of("Hm"), List.of(new AskedCall("1", "note", arguments))));
    assertThat(reply.ending()).isEqualTo(Ending.CUT);
    assertThat(reply.calls()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Api.class)
  void M11_a_body_that_is_far_too_large_is_not_read(Api api) {
    ModelException failure =
        catchThrowableOfType(
            ModelException.class, () -> Provider.json(200, "x".repeat(5_000_000)).reply(api));
    assertThat(failure.kind()).isEqualTo(ModelException.Kind.BROKEN);
  }

  @Test
  void of_a_reply_that_is_not_whole_nothing_is_kept_to_be_sent_back() {
    var cut = new RandomReply(List.of("Half"), "", "", true, List.of(), false, true, true);
    assertThat(streamed(Api.RESPONSES, cut).made().items()).isEmpty();
    assertThat(streamed(Api.RESPONSES, says(List.of("All"), List.of())).made().items()).hasSize(2);
  }

  @Test
  void commentary_is_kept_but_is_not_the_answer() {
    var said =
        new RandomReply(List.of("Nine."), "", "Looking", true, List.of(), false, false, true);
    Provider provider = Provider.events(ResponsesWire.events(said, new Random(3)));
    ModelReply reply = provider.reply(Api.RESPONSES);
    assertThat(reply.text()).isEqualTo("Nine.");
    assertThat(provider.shown).hasToString("Nine.");
    assertThat(reply.made().items().toString()).contains("Looking", "\"phase\":\"commentary\"");
  }

  @Test
  void a_stream_without_deltas_or_without_items_still_says_all() {
    String item = "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}";
    String done =
        "data: {\"type\":\"response.completed\",\"response\":{\"status\":\"completed\",\"output\":[%s]}}\n\n";
    String itemDone =
        "data: {\"type\":\"response.output_item.done\",\"item\":%s}\n\n".formatted(item);
    String delta = "data: {\"type\":\"response.output_text.delta\",\"delta\":\"Hi\"}\n\n";
    for (String events :
        List.of(
            itemDone + done.formatted(""),
            done.formatted(item),
            delta + done.formatted(""),
            delta + itemDone + done.formatted(item),
            delta + done.formatted(item) + "data: [DONE]\n\n")) {
      Provider provider = Provider.events(events);
      assertThat(provider.reply(Api.RESPONSES).text()).as(events).isEqualTo("Hi");
      assertThat(provider.shown).as(events).hasToString("Hi");
    }
  }

  @Test
  void the_members_of_an_event_may_come_in_any_order() {
    String events =
        """
        data: {"delta":"Hi","type":"response.output_text.delta"}

        data: {"response":{"output":[],"status":"completed"},"type":"response.completed"}

        """;
    assertThat(Provider.events(events).reply(Api.RESPONSES).text()).isEqualTo("Hi");
  }

  @Test
  void a_character_that_comes_in_halves_is_shown_whole() {
    String events =
        """
        data: {"choices":[{"delta":{"content":"a\\ud83d"}}]}

        data: {"choices":[{"delta":{"content":"\\udc4d"}}]}

        data: {"choices":[{"delta":{"content":"b\\ud83d"},"finish_reason":"stop"}]}

        """;
    var pieces = new ArrayList<String>();
    ModelReply reply =
        new OpenAi(Provider.events(events), Requests.settings(Api.CHAT, true), new HandTime())
            .reply(Provider.HELLO, pieces::add);
    assertThat(pieces).containsExactly("a", "👍", "b");
    assertThat(reply.text()).isEqualTo("a👍b");
  }

  @Test
  void items_are_kept_as_the_log_keeps_them() {
    String item =
        "{ \"type\":\"reasoning\",\n \"encrypted_content\" : \"\\u0e01ข/\\/\", \"x\":1.50e3, \"n\":-0.0 }";
    String body = "{\"status\":\"completed\",\"output\":[ " + item + " ]}";
    for (String answer : List.of(body, "\uFEFF" + body)) {
      Made made = Provider.json(200, answer).reply(Api.RESPONSES).made();
      assertThat(Jsons.parse(made.items().getFirst())).isEqualTo(Jsons.parse(item));
      var said = new Entry.ModelSaid("", List.of(), Ending.COMPLETE, made);
      assertThat(EntryFormat.readEntry(EntryFormat.write(said))).isEqualTo(said);
    }
  }

  @Test
  void items_that_the_log_would_not_take_are_not_kept() {
    String twice = "{\"type\":\"reasoning\",\"id\":\"rs_1\",\"id\":\"rs_2\"}";
    String said = "{\"type\":\"message\",\"content\":[{\"type\":\"output_text\",\"text\":\"Hi\"}]}";
    String body = "{\"status\":\"completed\",\"output\":[" + twice + "," + said + "]}";
    ModelReply reply = Provider.json(200, body).reply(Api.RESPONSES);
    assertThat(reply.text()).isEqualTo("Hi");
    assertThat(reply.made().items()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // no index
        "{'id':'a','function':{'name':'n','arguments':'{'}}~{'function':{'arguments':'}'}}|a:{}",
        // no index, the id repeated
        "{'id':'a','function':{'name':'n','arguments':'{'}}"
            + "~{'id':'a','function':{'name':'n','arguments':'}'}}|a:{}",
        // the id and name repeated
        "{'index':0,'id':'a','function':{'name':'n','arguments':'{'}}"
            + "~{'index':0,'id':'a','function':{'name':'n','arguments':'}'}}|a:{}",
        // the same index for each
        "{'index':0,'id':'a','function':{'name':'n','arguments':'{}'}}"
            + "~{'index':0,'id':'b','function':{'name':'n','arguments':'{}'}}|a:{} b:{}",
        // no index, each whole
        "{'id':'a','function':{'name':'n','arguments':'{}'}}"
            + "~{'id':'b','function':{'name':'n','arguments':'{}'}}|a:{} b:{}",
        // neither index nor id
        "{'function':{'name':'n','arguments':'{}'}}~{'function':{'name':'n','arguments':'{}'}}"
            + "|:{} :{}",
        // the id later
        "{'index':0,'function':{'name':'n'}}~{'index':0,'id':'a','function':{'arguments':'{}'}}"
            + "|a:{}",
        // an object in place of text
        "{'index':0,'id':'a','function':{'name':'n','arguments':{'b':[1]}}}|a:{'b':[1]}"
      })
  void M08_pieces_of_calls_are_put_together_however_they_are_named(String pieces, String calls) {
    var events = new StringBuilder();
    for (String piece : pieces.split("~", -1)) {
      events
          .append("data: {'choices':[{'index':0,'delta':{'tool_calls':[")
          .append(piece)
          .append("]}}]}\n\n");
    }
    events.append("data: {'choices':[{'index':0,'delta':{},'finish_reason':'tool_calls'}]}\n\n");
    ModelReply reply = Provider.events(events.toString().replace('\'', '"')).reply(Api.CHAT);
    assertThat(reply.calls().stream().map(c -> c.id() + ":" + c.arguments()).toList())
        .containsExactly(calls.replace('\'', '"').split(" ", -1));
    assertThat(reply.calls()).allMatch(call -> call.tool().equals("n"));
  }

  @Test
  void content_in_parts_is_joined_and_thoughts_are_left_out() {
    String body =
        """
        {"choices":[{"message":{"reasoning_content":"Hm","content":[
          {"type":"thinking","thinking":[{"type":"text","text":"Hm"}]},
          {"type":"text","text":"Nine "},{"type":"text","text":"o'clock"}]}}]}
        """;
    assertThat(Provider.json(200, body).reply(Api.CHAT).text()).isEqualTo("Nine o'clock");
  }

  private static RandomReply says(List<String> texts, List<AskedCall> calls) {
    return new RandomReply(texts, "", "", true, calls, false, false, true);
  }

  private static ModelReply streamed(Api api, RandomReply said) {
    var random = new Random(7);
    return Provider.events(
            switch (api) {
              case RESPONSES -> ResponsesWire.events(said, random);
              case CHAT -> ChatWire.events(said, random);
            })
        .reply(api);
  }

  private static ModelReply whole(Api api, RandomReply said) {
    return Provider.json(
            200,
            switch (api) {
              case RESPONSES -> ResponsesWire.whole(said);
              case CHAT -> ChatWire.whole(said);
            })
        .reply(api);
  }

  /// The same bytes again and again.
  private static final class Endless extends InputStream {
    private final byte[] piece;
    private long read;

    Endless(byte[] piece) {
      this.piece = piece;
    }

    @Override
    public int read() {
      return piece[(int) (read++ % piece.length)];
    }

    @Override
    public int read(byte[] target, int offset, int length) {
      for (int i = 0; i < length; i++) target[offset + i] = (byte) read();
      return length;
    }
  }
}
