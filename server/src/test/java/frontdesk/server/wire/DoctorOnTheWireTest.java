package frontdesk.server.wire;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.server.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `doctor` says about a model before a customer asks it.
class DoctorOnTheWireTest {
  @TempDir Path data;

  private final Provider provider = new Provider();
  private final Shell shell = new Shell();

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void a_model_that_is_there_is_well() throws IOException {
    var ran = doctor("openai");
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(line(ran)).startsWith("ok").contains("gpt-6-luna at " + provider.url());
    assertThat(provider.asked()).isEmpty();
  }

  @Test
  void M17_a_model_that_will_be_shut_down_is_well_with_a_warning() throws IOException {
    var ran = doctor("openai:gpt-4o");
    assertThat(ran.code()).isZero();
    assertThat(line(ran)).contains("gpt-4o", "shuts down on 2027-01-14: set another before");
  }

  @Test
  void M17_a_model_that_is_not_there_fails() throws IOException {
    var ran = doctor("openai:gpt-4-turbo");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(line(ran)).startsWith("FAILS").contains("there is no model gpt-4-turbo at ");
  }

  @Test
  void M17_a_wrong_key_fails_and_is_not_printed() throws IOException {
    shell.with("OPENAI_API_KEY", "sk-wrong-0123456789");
    var ran = doctor("openai");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(line(ran)).startsWith("FAILS").contains("OPENAI_API_KEY is refused");
    assertThat(ran.out() + ran.err()).doesNotContain("sk-wrong");
  }

  @Test
  void the_old_name_of_the_key_is_understood() throws IOException {
    shell.with("OPENAPI_API_KEY", "sk-wrong-0123456789");
    assertThat(line(doctor("openai"))).startsWith("FAILS").contains("is refused");
  }

  @Test
  void M03_an_address_at_which_nobody_answers_fails() throws IOException {
    shell.with("OPENAI_BASE_URL", "http://127.0.0.1:1/v1");
    var ran = run("openai");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(line(ran))
        .startsWith("FAILS")
        .contains("nobody answers at http://127.0.0.1:1/v1, mend OPENAI_BASE_URL");
  }

  @Test
  void a_server_that_does_not_list_its_models_is_well() throws IOException {
    provider.fault(1, "status:405");
    var ran = doctor("openai");
    assertThat(ran.code()).isZero();
    assertThat(line(ran)).contains("but it does not list it (HTTP 405)");
  }

  @Test
  void the_fallback_is_checked_too() throws IOException {
    var ran = doctor("{name: openai, fallback: \"openai:gpt-4-turbo\"}");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.lines())
        .anyMatch(line -> line.startsWith("FAILS") && line.contains("model.fallback"));
  }

  @Test
  void M17_a_model_that_only_an_agent_wishes_for_is_checked_too() throws IOException {
    Path agent = Files.createDirectories(data.resolve("agent"));
    Files.writeString(agent.resolve("instructions.md"), "Be kind.");
    Files.writeString(agent.resolve("agent.yaml"), "name: picky\nmodel: gpt-4-turbo\npublic: true");
    var ran = doctor("openai\nagents: [" + agent + "]");
    assertThat(ran.code()).isEqualTo(1);
    assertThat(line(ran)).startsWith("ok").contains("gpt-6-luna");
    assertThat(ran.lines())
        .anyMatch(line -> line.startsWith("FAILS") && line.contains("model of picky"));
  }

  @Test
  void a_key_that_may_not_ask_about_models_is_not_called_wrong() throws IOException {
    provider.fault(1, "status:403");
    var ran = doctor("openai");
    assertThat(ran.code()).as(ran.out()).isZero();
    assertThat(line(ran)).contains("but it does not list it (HTTP 403)");
  }

  private Shell.Ran doctor(String model) throws IOException {
    shell.with("OPENAI_BASE_URL", provider.url());
    return run(model);
  }

  private Shell.Ran run(String model) throws IOException {
    String file =
        """
        listen: 0
        data: %s
        model: %s
        channels: {rest: {keys: [{name: shop, key: "0123456789abcdef"}]}}
        """
            .formatted(data.resolve("data"), model);
    Path config = Files.writeString(data.resolve("frontdesk.yaml"), file);
    return shell.run("doctor", "--config", config.toString());
  }

  private static String line(Shell.Ran ran) {
    return ran.lines().stream()
        .filter(line -> line.contains(" model "))
        .findFirst()
        .orElse("no line about the model: " + ran.out() + ran.err());
  }
}
