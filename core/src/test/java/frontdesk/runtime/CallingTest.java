package frontdesk.runtime;

import static frontdesk.runtime.Story.call;
import static frontdesk.runtime.Story.customerSays;
import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.agent.Agent;
import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Ending;
import frontdesk.conversation.Entry.HandedTo;
import frontdesk.conversation.Entry.ModelSaid;
import frontdesk.conversation.Entry.Noted;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Inbound.Said;
import frontdesk.conversation.Json;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Outcome.Done;
import frontdesk.conversation.Outcome.Failed;
import frontdesk.conversation.Outcome.NeedsInput;
import frontdesk.conversation.Outcome.Refused;
import frontdesk.conversation.Principal;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelReply.AskedCall;
import frontdesk.runtime.Step.Act;
import frontdesk.runtime.Step.Add;
import frontdesk.runtime.Step.Look;
import frontdesk.runtime.Step.Looking;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallingTest {
  private static final Agent AGENT = TestAgent.idle();
  private static final String SLOT = "{\"slot\":\"9\"}";

  @Test
  void looks_run_together_and_before_the_acts_of_the_same_reply() {
    Call act = call("1", "retry", SLOT);
    Call look = call("2", "look", SLOT);
    Call other = call("3", "look", "{\"slot\":\"10\"}");
    Story story = customerSays("Book it").modelCalls(act, look, other);
    assertThat(next(story))
        .isInstanceOfSatisfying(
            Look.class,
            looks -> assertThat(looks.looks()).map(Looking::call).containsExactly(look, other));
    story.comesTo(look, 0, new Done(Json.EMPTY)).comesTo(other, 0, new Done(Json.EMPTY));
    assertThat(acting(story)).isEqualTo(act.id());
  }

  @Test
  void M09_the_same_call_again_and_again_ends_the_turn_and_a_person_is_wanted() {
    Story story = customerSays("Is it free?");
    for (int i = 0; i < Limits.SAME_CALLS; i++) {
      Call look = call(i + ".0", "look", i % 2 == 0 ? SLOT : " {\"slot\" : \"9\"}");
      story.modelCalls(look);
      assertThat(next(story)).isInstanceOf(Look.class);
      story.comesTo(look, 0, new Done(Json.EMPTY));
    }
    Call once = call("9.0", "look", SLOT);
    story.modelCalls(once);
    assertThat(outcome(story, once)).isEqualTo(new Refused(Repeats.WHY));
    story.comesTo(once, 0, new Refused(Repeats.WHY));
    assertThat(((Step.Rest) next(story)).entries())
        .first()
        .isEqualTo(new Entry.PersonWanted("the model came to no end"));
  }

  @Test
  void M09_a_call_that_was_one_too_many_ends_the_turn_though_the_model_has_steps_left() {
    Call first = call("1.0", "look", SLOT);
    Call second = call("1.1", "look", SLOT);
    Story story = customerSays("Is it free?").modelCalls(first, second);
    story.comesTo(first, 0, new Done(Json.EMPTY)).comesTo(second, 0, new Done(Json.EMPTY));
    Call third = call("2.0", "look", SLOT);
    story.modelCalls(third).comesTo(third, 0, new Done(Json.EMPTY));
    Call fourth = call("3.0", "look", SLOT);
    story.modelCalls(fourth);
    assertThat(outcome(story, fourth)).isEqualTo(new Refused(Repeats.WHY));
    story.comesTo(fourth, 0, new Refused(Repeats.WHY));
    assertThat(next(story)).isInstanceOf(Step.Rest.class);
  }

  @Test
  void S16_an_act_is_for_who_spoke_last() {
    Principal two = new Principal.Visitor("two");
    Call retry = call("1.0", "retry", SLOT);
    Story story = Story.begins().arrives(new Said("Hi")).arrives(two, new Said("Book it")).turn();
    Step.Act act = (Step.Act) next(story.modelCalls(retry));
    assertThat(act.intent().principal()).isEqualTo(two);
  }

  @Test
  void X12_acts_of_one_reply_run_one_by_one_in_order() {
    Call first = call("1", "retry", SLOT);
    Call second = call("2", "human", SLOT);
    Story story = customerSays("Book it").modelCalls(first, second);
    assertThat(acting(story)).isEqualTo(first.id());
    story.intends(first, 1).comesTo(first, 1, new Done(Json.EMPTY));
    assertThat(acting(story)).isEqualTo(second.id());
  }

  @Test
  void the_same_act_twice_in_one_reply_is_done_once() {
    Call first = call("1", "retry", "{\"slot\":\"9\",\"seats\":2}");
    Call again = call("2", "retry", "{ \"seats\": 2.0, \"slot\": \"9\" }");
    Story story = customerSays("Book it").modelCalls(first, again);
    assertThat(outcome(story, again))
        .isEqualTo(new Refused("the same request stands twice in one reply"));
    story.comesTo(again, 0, new Refused("twice"));
    assertThat(acting(story)).isEqualTo(first.id());
  }

  @Test
  void M08_an_act_that_one_reply_asks_for_many_times_is_done_once_and_is_no_loop() {
    Call first = call("1.0", "retry", SLOT);
    List<Call> again = IntStream.range(1, 9).mapToObj(i -> call("1." + i, "retry", SLOT)).toList();
    var all = new ArrayList<>(List.of(first));
    all.addAll(again);
    Story story = customerSays("Book it").modelCalls(all.toArray(Call[]::new));
    for (Call call : again) story.comesTo(call, 0, new Refused("twice"));
    assertThat(acting(story)).isEqualTo(first.id());
  }

  @Test
  void looks_may_stand_twice() {
    Story story = customerSays("?").modelCalls(call("1", "look", SLOT), call("2", "look", SLOT));
    assertThat(next(story))
        .isInstanceOfSatisfying(Look.class, looks -> assertThat(looks.looks()).hasSize(2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"teleport", "Retry", "RETRY", "", "retry "})
  void M06_an_unknown_tool_or_the_wrong_case_is_not_run(String name) {
    assertThat(outcome(name, SLOT)).isEqualTo(new Refused("there is no tool of that name"));
  }

  @Test
  void M06_a_tool_of_the_agent_before_the_hand_over_is_not_run() {
    Story story = customerSays("Book it").entry(new HandedTo("closer", new CallId("handed")));
    Call call = call("1", "retry", SLOT);
    Step step = Next.next(TestAgent.collecting(), story.modelCalls(call).log());
    assertThat(((Add) step).entries())
        .containsExactly(new Returned(call.id(), 0, new Refused("there is no tool of that name")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'slot':7}|slot",
        "{'slot':'9','seats':'two'}|seats",
        "{'slot':'9','seats':1e308}|seats",
        "{'slot':'9','seats':1e999999999}|seats",
        "{'slot':'9','seats':-1}|seats",
        "{'slot':'9','seats':1.5}|seats",
        "{'slot':'9','kind':'castle'}|kind",
        "{'slot':'9','lines':[{'sku':'a'},{'sku':5}]}|lines/1/sku"
      })
  void M07_what_does_not_fit_comes_back_with_the_path_of_the_field(String arguments, String path) {
    NeedsInput needs = (NeedsInput) outcome("retry", arguments.replace('\'', '"'));
    assertThat(needs.invalid()).containsOnlyKeys(path);
    assertThat(needs.invalid().get(path)).doesNotContain("castle", "two");
  }

  @Test
  void M07_extra_fields_are_refused() {
    NeedsInput needs = (NeedsInput) outcome("retry", "{\"slot\":\"9\",\"discount\":100}");
    assertThat(needs.invalid().values().toString()).contains("discount");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "  ", "{\"slot\":null}"})
  void M07_what_is_required_and_not_there_is_named(String arguments) {
    assertThat(((NeedsInput) outcome("retry", arguments)).missing()).containsExactly("slot");
  }

  @Test
  void what_is_wrong_is_told_in_the_same_order_each_time() {
    var reasons = new LinkedHashMap<String, String>();
    for (int i = 9; i >= 0; i--) reasons.put("/field" + i, "wrong");
    assertThat(new NeedsInput(List.of(), reasons).invalid().keySet())
        .containsExactlyElementsOf(reasons.keySet());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"slot\":\"9\",}",
        "```json\n{\"slot\":\"9\"}\n```",
        "```\n{\"slot\":\"9\",}\n```  ",
        "\"{\\\"slot\\\":\\\"9\\\"}\"",
        " \n{\"slot\" : \"9\"}"
      })
  void M05_what_models_commonly_get_wrong_is_mended(String arguments) {
    Step step = next(customerSays("Book it").modelCalls(call("1", "retry", arguments)));
    assertThat(((Act) step).intent().arguments()).isEqualTo(new Json(SLOT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"slot\":\"9\"",
        "{\"slot\":\"9",
        "{\"slot\":\"9\",\"seats\":1",
        "\"{\\\"slot\\\":\\\"9\\\"",
        "[\"9\"]",
        "null",
        "9",
        "{\"slot\":\"9\"} and more",
        "{\"slot\":\"9\",\"slot\":\"10\"}",
        "{slot: 9}",
        "{\"slot\":\"9\",\"seats\":1e99999999999}"
      })
  void M05_cut_off_or_other_text_is_never_completed_or_guessed(String arguments) {
    assertThat(outcome("retry", arguments))
        .isEqualTo(new Failed("the arguments are not a JSON object", true));
  }

  @Test
  void whole_numbers_reach_the_tool_with_their_digits() {
    Step step =
        next(
            customerSays("Book it")
                .modelCalls(call("1", "retry", "{\"slot\":\"9\",\"seats\":100}")));
    assertThat(((Act) step).intent().arguments().text())
        .isEqualTo("{\"seats\":100,\"slot\":\"9\"}");
  }

  @Test
  void M08_calls_get_ids_of_ours_whatever_the_provider_sent() {
    var reply =
        ModelReply.calls(
            new AskedCall("x", "look", SLOT),
            new AskedCall("x", "look", SLOT),
            new AskedCall("x", "look", "{\"slot\":\"10\"}"),
            new AskedCall("", "look", SLOT),
            new AskedCall("", "look", SLOT));
    List<Call> calls = Replies.said(AGENT, customerSays("?").log(), reply).calls();
    assertThat(calls).as("the same call under the same id is one").hasSize(4);
    assertThat(calls).map(Call::id).doesNotHaveDuplicates().doesNotContain(new CallId("x"));
  }

  @Test
  void M08_of_200_calls_only_so_many_are_taken() {
    var asked = new ArrayList<AskedCall>();
    for (int i = 0; i < 200; i++) asked.add(new AskedCall("" + i, "look", SLOT));
    var reply = new ModelReply("", asked, Ending.COMPLETE);
    assertThat(Replies.said(AGENT, customerSays("?").log(), reply).calls()).hasSize(16);
  }

  @Test
  void M11_a_long_reply_is_cut_between_characters_and_marked() {
    var reply = ModelReply.text("x".repeat(Limits.REPLY_CHARACTERS - 1) + "😀" + "y".repeat(999));
    ModelSaid said = Replies.said(AGENT, customerSays("?").log(), reply);
    assertThat(said.text()).endsWith("x […]").hasSizeLessThan(Limits.REPLY_CHARACTERS + 9);
    assertThat(said.ending()).isEqualTo(Ending.CUT);
  }

  @Test
  void M11_a_reply_always_fits_into_an_entry() {
    String arguments = "{\"slot\":\"" + "ก".repeat(Limits.ARGUMENT_CHARACTERS - 20) + "\"}";
    var asked = Collections.nCopies(200, new AskedCall("", "look", arguments));
    var reply = new ModelReply("ข".repeat(1_000_000), asked, Ending.COMPLETE);
    ModelSaid said = Replies.said(AGENT, customerSays("?").log(), reply);
    assertThat(said.calls()).hasSize(3);
  }

  @Test
  void arguments_that_are_too_long_are_refused_and_never_run_in_part() {
    String arguments = SLOT + " ".repeat(Limits.ARGUMENT_CHARACTERS);
    var reply = ModelReply.calls(new AskedCall("", "retry", arguments));
    ModelSaid said = Replies.said(AGENT, customerSays("?").log(), reply);
    assertThat(outcome("retry", said.calls().getFirst().arguments())).isInstanceOf(Failed.class);
  }

  @Test
  void a_wrong_fact_does_not_lose_the_right_one_beside_it() {
    List<Entry> entries = noting("{\"number\":\"12\",\"urgency\":\"low\",\"mood\":\"bad\"}");
    assertThat(entries.getFirst()).isEqualTo(new Noted("urgency", new Json("\"low\"")));
    assertThat(entries.getLast().toString()).contains("\"invalid\":{", "number", "mood");
    assertThat(entries).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"number\":\"\"}", "{\"number\":\" \"}", "{\"number\":null}", "{}"})
  void a_blank_fact_erases_nothing(String arguments) {
    List<Entry> entries = noting(arguments);
    assertThat(entries).hasSize(1);
    assertThat(entries.getFirst().toString())
        .contains("\"facts\":{\"number\":\"1234\"}")
        .doesNotContain("invalid\":{");
  }

  @Test
  void handing_over_too_early_is_refused() {
    Step step = collecting(call("1", "hand_over", "{\"to\":\"closer\"}"));
    assertThat(((Add) step).entries())
        .containsExactly(new Returned(new CallId("1"), 0, new Refused("Not known yet: urgency")));
  }

  @Test
  void facts_that_are_noted_in_the_same_reply_count_for_the_hand_over() {
    Step step =
        collecting(
            call("1", "note_facts", "{\"urgency\":\"low\"}"),
            call("2", "hand_over", "{\"to\":\"closer\"}"));
    assertThat(((Add) step).entries()).anyMatch(HandedTo.class::isInstance);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"to\":\"nobody\"}", "{}", "{\"to\":7}", "{\"to\":null}"})
  void a_hand_over_to_nobody_is_refused(String arguments) {
    Step step = collecting(call("1", "hand_over", arguments));
    assertThat(((Add) step).entries().getFirst().toString()).contains("no agent of that name");
  }

  private static List<Entry> noting(String arguments) {
    return ((Add) collecting(call("1", "note_facts", arguments))).entries();
  }

  /// The number is known, the urgency is not.
  private static Step collecting(Call... calls) {
    Story story = customerSays("1234").entry(new Noted("number", new Json("\"1234\"")));
    return Next.next(TestAgent.collecting(), story.modelCalls(calls).log());
  }

  private static Outcome outcome(String tool, String arguments) {
    Call call = call("1", tool, arguments);
    return outcome(customerSays("Book it").modelCalls(call), call);
  }

  private static Outcome outcome(Story story, Call call) {
    assertThat(next(story)).isInstanceOf(Add.class);
    return ((Add) next(story))
        .entries().stream()
            .flatMap(entry -> entry instanceof Returned r ? Stream.of(r) : null)
            .filter(returned -> returned.call().equals(call.id()))
            .findFirst()
            .orElseThrow()
            .outcome();
  }

  private static CallId acting(Story story) {
    return ((Act) next(story)).intent().call();
  }

  private static Step next(Story story) {
    return Next.next(AGENT, story.log());
  }
}
