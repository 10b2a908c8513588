package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person types behind `bin/frontdesk`: usage, settings, exit codes.
class MainTest {
  private static final String KEYS =
      "channels: {rest: {keys: [{name: shop, key: \"0123456789abcdef\"}]}}\n";

  @TempDir Path directory;

  private final Shell shell = new Shell();

  @Test
  void help_lists_every_command_and_version_says_which_this_is() {
    var help = shell.run("help");
    assertThat(help.code()).isZero();
    assertThat(help.out())
        .contains("demo", "serve", "chat", "ops", "doctor", "dates", "rehearse", "version", "help");
    assertThat(help.out()).contains("sandbox");
    assertThat(shell.run("help", "chat").out()).contains("--message", "--as", "--server");
    assertThat(shell.run("chat", "--help").code()).isZero();
    var version = shell.run("version");
    assertThat(version.code()).isZero();
    assertThat(version.out()).startsWith("frontdesk ");
  }

  @Test
  void wrong_usage_is_one_line_and_exit_code_2() {
    for (List<String> command :
        List.of(
            List.<String>of(),
            List.of("sing"),
            List.of("--frob"),
            List.of("demo", "--prot", "8080"),
            List.of("demo", "--port", "many"),
            List.of("ops"),
            List.of("ops", "sing"),
            List.of("ops", "show"),
            List.of("sandbox", "odoo"),
            List.of("sandbox", "openai", "--port", "70000"),
            List.of("sandbox", "openai", "--script", "no-such-file.yaml"),
            List.of("sandbox", "calcom", "--script", "no-such-file.yaml"),
            List.of("version", "now"))) {
      var ran = shell.run(command.toArray(String[]::new));
      assertThat(ran.code()).as(command + ran.err()).isEqualTo(2);
      assertThat(ran.errors()).as(String.valueOf(command)).hasSize(1);
      assertThat(ran.out()).isEmpty();
    }
  }

  @Test
  void sandbox_without_a_name_lists_those_there_are() {
    var ran = shell.run("sandbox");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).isEqualTo("openai\ncalcom\n");
  }

  @Test
  void C02_settings_of_the_environment_that_are_wrong_are_one_line_each() {
    assertThat(refused(new Shell().with("LOGLEVEL", "LOUD").run("version")))
        .containsExactly("LOGLEVEL: no such level; set DEBUG, INFO, WARNING, ERROR or CRITICAL");
    assertThat(refused(demo("FRONTDESK_RATE", "fast")))
        .first()
        .asString()
        .startsWith("FRONTDESK_RATE: ");
    assertThat(refused(demo("FRONTDESK_RATE", "-1"))).hasSize(1);
    assertThat(refused(demo("FRONTDESK_ZONE", "Mars/Olympus")))
        .containsExactly("FRONTDESK_ZONE: must be an IANA zone such as Asia/Bangkok");
    assertThat(refused(demo("FRONTDESK_MODEL", "gpt")))
        .containsExactly("model: 'gpt' is not known; set openai, guided or scripted:FILE");
    assertThat(refused(demo("FRONTDESK_MODEL", "scripted:/nowhere"))).hasSize(1);
  }

  private Shell.Ran demo(String name, String value) {
    return new Shell().with(name, value).run("demo", "--port", "0", "--data", directory + "/demo");
  }

  private static List<String> refused(Shell.Ran ran) {
    assertThat(ran.code()).as(ran.err()).isEqualTo(2);
    return ran.errors();
  }

  @Test
  void an_obsolete_setting_is_told_and_ignored() {
    var ran = new Shell().with("OPENAI_ASSISTANT_ID", "asst_1").run("version");
    assertThat(ran.code()).isZero();
    assertThat(ran.errors())
        .containsExactly("OPENAI_ASSISTANT_ID: is obsolete and ignored, remove it");
  }

  @Test
  void C02_serve_tells_every_problem_of_its_file_at_once() throws IOException {
    var ran =
        new Shell()
            .with("FRONTDESK_ZONE", "Mars/Olympus")
            .run(
                "serve",
                "--config",
                file(
                    """
                    lisen: 127.0.0.1:8080
                    listen: 127.0.0.1:99999
                    channels:
                      rest:
                        functions: [customer_suport]
                        keys:
                          - {name: shop, key: short}
                          - {name: "The Desk", key: "0123456789abcdef"}
                          - {name: unset, key: "${NO_SUCH_KEY}-0123456789abcdef"}
                          - {name: boss, key: "0123456789abcdef", role: king}
                          - {key: "0123456789abcdef"}
                    limits: {burst: 0}
                    """));
    assertThat(refused(ran))
        .containsExactlyInAnyOrder(
            "NO_SUCH_KEY: is not set, but the file uses it",
            "lisen: unknown key; did you mean 'listen'?",
            "listen: must be PORT or HOST:PORT, such as 127.0.0.1:8080",
            "limits.burst: must be a whole number from 1 to 1000000",
            "FRONTDESK_ZONE: must be an IANA zone such as Asia/Bangkok",
            "channels.rest.keys[0].key: must have at least 16 characters",
            "channels.rest.keys[1].name: must have the form [a-z0-9-]{1,40}",
            "channels.rest.keys[3].role: must be client, staff or operator",
            "channels.rest.keys[4].name: is missing, add it");
    assertThat(ran.err()).doesNotContain("0123456789abcdef", "short");
  }

  @Test
  void C02_what_a_file_names_must_be_there() throws IOException {
    assertThat(refused(shell.run("serve", "--config", directory + "/none.yaml")))
        .containsExactly("--config: cannot read " + directory + "/none.yaml");
    assertThat(refused(serve("a: [", ""))).hasSize(1);
    assertThat(refused(serve(KEYS, "agents: [nobody]\n")))
        .anyMatch(line -> line.startsWith("agents: there is no agent 'nobody'"));
    assertThat(
            refused(
                serve(
                    "channels: {rest: {functions: [x], keys: [{name: a, key: \"0123456789abcdef\"}]}}\n",
                    "")))
        .containsExactly("channels.rest.functions: no agent has the function x");
    assertThat(refused(serve(KEYS, "model: gpt\n"))).hasSize(1);
  }

  private Shell.Ran serve(String text, String more) throws IOException {
    return shell.run("serve", "--config", file(text + "data: " + directory + "/data\n" + more));
  }

  @Test
  void C06_serve_refuses_to_start_without_a_clients_key() throws IOException {
    String operator = "{name: desk, key: \"0123456789abcdef\", role: operator}";
    for (String text :
        List.of(
            "",
            "listen: 8080\n",
            "channels: {}\n",
            "channels: {rest: {}}\n",
            "channels: {rest: {keys: []}}\n",
            "channels: {rest: {keys: [" + operator + "]}}\n")) {
      assertThat(refused(shell.run("serve", "--config", file(text))))
          .as(text)
          .containsExactly(
              "channels.rest.keys: add at least one {name, key, role} of role client or staff");
    }
  }

  @Test
  void C06_the_default_install_listens_on_this_machine_only_and_has_no_password_of_its_own()
      throws IOException {
    Settings settings = SettingsFile.parse(KEYS, new Environment(Map.of("HOME", "/users/one")));
    assertThat(settings.host()).isEqualTo("127.0.0.1");
    assertThat(settings.port()).isEqualTo(8080);
    assertThat(settings.requestsPerSecond()).isEqualTo(20);
    assertThat(settings.burst()).isEqualTo(100);
    assertThat(settings.functions()).as("those of public agents").isEmpty();
    assertThat(settings.data()).isEqualTo(Path.of("/users/one/.local/share/frontdesk"));

    String config = file(KEYS + "listen: 0\ndata: " + directory + "/data\n");
    try (var server =
        ChildServer.start(directory.resolve("log"), Map.of(), "serve", "--config", config)) {
      for (String key : List.of("", "admin", "operator", "frontdesk", "demo", "unset")) {
        assertThat(server.api().withKey(key).create("{}").status()).isEqualTo(401);
        assertThat(server.api().withKey(key).send("GET", "/api/ops/conversations/", "").status())
            .isEqualTo(401);
      }
      assertThat(server.api().withKey("0123456789abcdef").create("{}").status()).isEqualTo(201);
      assertThat(server.api().send("GET", "/health/live", "").status()).isEqualTo(200);
    }
  }

  @Test
  void FRONTDESK_RATE_is_the_rate_of_serve_unless_the_file_says_otherwise() {
    var environment = new Environment(Map.of("FRONTDESK_RATE", "0"));
    assertThat(SettingsFile.parse(KEYS, environment).requestsPerSecond()).isZero();
    var own = SettingsFile.parse(KEYS + "limits: {requests_per_second: 7}\n", environment);
    assertThat(own.requestsPerSecond()).isEqualTo(7);
  }

  @Test
  void a_variable_stands_for_its_value_whatever_is_in_it() {
    String text = "channels: {rest: {keys: [{name: shop, key: \"${SHOP_KEY}\"}]}}\n";
    String value = "a: [b], #c \"d\" ${X} e";
    var settings = SettingsFile.parse(text, new Environment(Map.of("SHOP_KEY", value)));
    assertThat(settings.keys().getFirst().key().matches(value)).isTrue();
    assertThat(settings.toString()).doesNotContain(value);
  }

  @Test
  void the_demo_makes_an_operators_key_of_its_own_at_each_start() throws IOException {
    Path log = directory.resolve("log");
    String data = directory + "/demo";
    try (var demo =
        ChildServer.start(
            log, Map.of("FRONTDESK_RATE", "0"), "demo", "--port", "0", "--data", data)) {
      assertThat(demo.api().create("{}").status()).isEqualTo(201);
      for (String key : List.of("", "op-", "operator")) {
        assertThat(demo.api().withKey(key).send("GET", "/api/ops/conversations/", "").status())
            .isEqualTo(401);
      }
      String id = demo.api().create();
      for (int i = 0; i < 120; i++) assertThat(demo.api().read(id).status()).isEqualTo(200);

      var second = shell.run("demo", "--port", "0", "--data", data);
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.errors()).hasSize(1);
      assertThat(second.err()).contains("is held by process " + demo.pid() + " (demo, since ");
    }
  }

  @Test
  void a_port_that_is_taken_is_a_failure_in_one_line() {
    try (var server = RunningServer.start(directory.resolve("one"))) {
      var second = shell.run("demo", "--port", "" + server.port(), "--data", directory + "/two");
      assertThat(second.code()).isEqualTo(1);
      assertThat(second.err()).contains("cannot listen on 127.0.0.1:" + server.port());
      assertThat(second.err().lines()).hasSize(1);
    }
  }

  @Test
  void doctor_tells_what_works_and_what_to_do_about_the_rest() throws IOException {
    String data = directory + "/data";
    String config = file(KEYS + "listen: 0\ndata: " + data + "\n");
    var well = shell.run("doctor", "--config", config);
    assertThat(well.code()).as(well.out()).isZero();
    assertThat(well.lines()).allMatch(line -> line.startsWith("ok "));
    assertThat(well.out()).contains("settings", "data", "agent support", "model", "port");

    try (var server = RunningServer.start(Path.of(data))) {
      String taken = file(KEYS + "listen: " + server.port() + "\ndata: " + data + "\nmodel: gpt\n");
      var ill = shell.run("doctor", "--config", taken);
      assertThat(ill.code()).isEqualTo(1);
      assertThat(ill.lines().stream().filter(line -> line.startsWith("FAILS")))
          .hasSize(3)
          .anyMatch(line -> line.contains("is held by process"))
          .anyMatch(line -> line.contains("'gpt' is not known"))
          .anyMatch(line -> line.contains(server.port() + " is taken"));
    }
  }

  private String file(String text) throws IOException {
    return Files.writeString(directory.resolve("frontdesk.yaml"), text).toString();
  }
}
