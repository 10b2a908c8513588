package frontdesk.model.guided;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.conversation.Call;
import frontdesk.conversation.CallId;
import frontdesk.conversation.Json;
import frontdesk.conversation.Made;
import frontdesk.engine.Deadline;
import frontdesk.json.Jsons;
import frontdesk.json.Yaml;
import frontdesk.model.Message;
import frontdesk.model.ModelReply;
import frontdesk.model.ModelRequest;
import frontdesk.model.Wishes;
import frontdesk.tool.ToolSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// A form of another business than the one the model was written for, with little in its schema.
class GuidedModelTest {
  private static final Json SCHEMA =
      Jsons.json(
          Yaml.parse(
              """
              type: object
              properties:
                guest_name: {type: string}
                email: {type: string, format: email}
                room: {type: string, enum: [single, double]}
                wishes: {type: string, x-description: true}
              """));

  @Test
  void asks_by_the_names_of_the_fields_when_the_schema_says_no_more() {
    assertThat(reply("{}", List.of("email", "room"), new Message.Customer("hi")).text())
        .endsWith("Could you please tell me your email and your room?");
  }

  @Test
  void reads_an_address_and_a_choice_from_one_message() {
    var said = new Message.Customer("Ann.Lee@Example.com, double room please");
    assertThat(reply("{}", List.of("email", "room"), said).calls().getFirst().arguments())
        .isEqualTo("{\"email\":\"ann.lee@example.com\",\"room\":\"double\"}");
  }

  @Test
  void a_statement_fills_the_free_text_that_was_asked_for() {
    var question =
        new Message.Assistant("May I have it?", List.of(), List.of("guest_name"), Made.UNKNOWN);
    var reply = reply("{}", List.of("guest_name"), question, new Message.Customer("Ann Lee"));
    assertThat(reply.calls().getFirst().arguments()).isEqualTo("{\"guest_name\":\"Ann Lee\"}");
  }

  @Test
  void speaks_only_of_what_was_really_noted() {
    var call = new Call(new CallId("1"), "book", "{\"room\":\"double\",\"email\":\"a@b.org\"}");
    var reply =
        reply(
            "{\"room\":\"double\"}",
            List.of("email"),
            new Message.Customer("double, a@b.org"),
            new Message.Assistant("", List.of(call), List.of(), Made.UNKNOWN),
            new Message.ToolSaid(call.id(), "book", "{\"invalid\":{\"email\":\"no\"}}"));
    assertThat(reply.text())
        .isEqualTo("Thank you, I've noted the room (double). What is your email?");
  }

  @Test
  void sums_up_a_finished_form_when_there_is_nobody_to_hand_over_to() {
    var call = new Call(new CallId("1"), "book", "{\"room\":\"double\"}");
    var reply =
        reply(
            "{\"room\":\"double\"}",
            List.of(),
            new Message.Customer("double"),
            new Message.Assistant("", List.of(call), List.of(), Made.UNKNOWN),
            new Message.ToolSaid(call.id(), "book", "{}"));
    assertThat(reply.text()).contains("- Room: double");
  }

  @Test
  void M10_never_replies_with_nothing() {
    assertThat(reply("{}", List.of()).text()).isNotBlank();
    assertThat(reply("{}", List.of(), new Message.Customer("")).text()).isNotBlank();
    assertThat(reply("{}", List.of("room"), new Message.Note("A timer rang.")).text()).isNotBlank();
    var noForm =
        new ModelRequest(
            "a",
            "",
            List.of(),
            List.of(new Message.Customer("hi")),
            List.of(),
            "th",
            "UTC",
            Instant.EPOCH,
            "c",
            Wishes.NONE,
            Optional.empty(),
            false,
            new Deadline(0));
    assertThat(new GuidedModel().reply(noForm, _ -> {}).text()).isNotBlank();
  }

  @Test
  void streams_its_text_in_pieces() {
    var pieces = new ArrayList<String>();
    var reply = new GuidedModel().reply(request("{}", List.of("room"), List.of()), pieces::add);
    assertThat(pieces).hasSizeGreaterThan(3);
    assertThat(String.join("", pieces)).isEqualTo(reply.text());
  }

  private static ModelReply reply(String known, List<String> missing, Message... messages) {
    return new GuidedModel().reply(request(known, missing, List.of(messages)), _ -> {});
  }

  private static ModelRequest request(String known, List<String> missing, List<Message> messages) {
    var tool = ToolSpec.look("book", "Books.", SCHEMA, Duration.ofSeconds(1));
    var form = new ModelRequest.Form("", "book", SCHEMA, new Json(known), missing);
    return new ModelRequest(
        "hotel",
        "",
        List.of(tool),
        messages,
        List.of(form),
        "en",
        "UTC",
        Instant.EPOCH,
        "c",
        Wishes.NONE,
        Optional.empty(),
        false,
        new Deadline(0));
  }
}
