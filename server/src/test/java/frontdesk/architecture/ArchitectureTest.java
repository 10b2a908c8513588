package frontdesk.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleName;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          // Tests of another module come as a jar.
          .withImportOption(location -> !location.contains("-tests.jar"))
          .importPackages("frontdesk");

  private static final String[] CORE = {
    "frontdesk.conversation..",
    "frontdesk.json..",
    "frontdesk.model..",
    "frontdesk.tool..",
    "frontdesk.store..",
    "frontdesk.engine..",
    "frontdesk.http..",
    "frontdesk.dates..",
    "frontdesk.agent..",
    "frontdesk.runtime..",
    "frontdesk.edge.."
  };

  /// Calls that read the world: a clock, chance, the environment, or start a thread.
  private static final Map<String, Set<String>> WORLDLY =
      Map.of(
          "java.lang.System", Set.of("getenv", "currentTimeMillis", "nanoTime", "exit", "console"),
          "java.time.Instant", Set.of("now"),
          "java.time.LocalDate", Set.of("now"),
          "java.time.LocalDateTime", Set.of("now"),
          "java.time.ZonedDateTime", Set.of("now"),
          "java.util.UUID", Set.of("randomUUID"),
          "java.lang.Math", Set.of("random"),
          "java.lang.Thread",
              Set.of("<init>", "sleep", "startVirtualThread", "ofVirtual", "ofPlatform"));

  private static final Set<String> WORLDLY_TYPES =
      Set.of(
          "java.util.Random",
          "java.security.SecureRandom",
          "java.net.Socket",
          "java.net.ServerSocket",
          "java.net.http.HttpClient",
          "java.util.concurrent.Executors",
          "java.lang.ProcessBuilder");

  @Test
  void the_product_was_imported() {
    assertThat(PRODUCT).hasSizeGreaterThan(150);
  }

  @Test
  void a_conversation_knows_only_the_jdk() {
    classes()
        .that()
        .resideInAPackage("frontdesk.conversation..")
        .should()
        .onlyDependOnClassesThat(
            resideInAnyPackage("frontdesk.conversation..", "java..", "org.jspecify.."))
        .check(PRODUCT);
  }

  @Test
  void the_core_knows_no_adapter_no_store_and_no_server() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "frontdesk.adapters..",
            "frontdesk.sandbox..",
            "frontdesk.rehearsal..",
            "frontdesk.sqlite..",
            "frontdesk.simulation..",
            "frontdesk.server..",
            "io.helidon..",
            "java.sql..",
            "picocli..",
            "io.micrometer..")
        .check(PRODUCT);
  }

  @Test
  void adapters_and_stores_know_the_core_only() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "frontdesk.adapters..",
            "frontdesk.sqlite..",
            "frontdesk.sandbox..",
            "frontdesk.rehearsal..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("frontdesk.server..", "frontdesk.simulation..", "io.helidon..")
        .check(PRODUCT);
    slices().matching("frontdesk.adapters.(*)..").should().notDependOnEachOther().check(PRODUCT);
    slices()
        .matching("frontdesk.(sqlite|adapters|sandbox|rehearsal)..")
        .should()
        .notDependOnEachOther()
        .check(PRODUCT);
  }

  @Test
  void sandboxes_are_named_only_by_the_commands_that_run_them() {
    noClasses()
        .that(
            DescribedPredicate.not(
                resideInAPackage("frontdesk.sandbox..")
                    .or(
                        resideInAPackage("frontdesk.server.commands..")
                            .and(
                                simpleName("DemoCommand")
                                    .or(simpleName("ChatCommand"))
                                    .or(simpleName("SandboxCommand"))
                                    .or(simpleName("StandIns"))))))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("frontdesk.sandbox..")
        .check(PRODUCT);
    noClasses()
        .that(
            resideInAPackage("frontdesk.server.commands..")
                .and(
                    DescribedPredicate.not(
                        simpleName("DemoCommand")
                            .or(simpleName("ChatCommand"))
                            .or(simpleName("SandboxCommand"))
                            .or(simpleName("StandIns")))))
        .should()
        .dependOnClassesThat()
        .haveSimpleName("StandIns")
        .check(PRODUCT);
    slices().matching("frontdesk.sandbox.(*)..").should().notDependOnEachOther().check(PRODUCT);
  }

  @Test
  void packages_have_no_cycles() {
    slices()
        .matching("frontdesk.(*)..")
        .should()
        .beFreeOfCycles()
        .check(PRODUCT.that(resideInAnyPackage(CORE)));
  }

  @Test
  void only_the_edges_touch_clock_chance_threads_sockets_and_environment() {
    ArchRule rule = edgesOnly();
    rule.check(
        PRODUCT.that(
            DescribedPredicate.not(
                resideInAnyPackage(
                    "frontdesk.edge..",
                    "frontdesk.server..",
                    "frontdesk.simulation..",
                    "frontdesk.bench.."))));
  }

  @Test
  void that_rule_finds_what_it_forbids() {
    JavaClasses edge = PRODUCT.that(resideInAPackage("frontdesk.edge.."));
    assertThatThrownBy(() -> edgesOnly().check(edge))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("nanoTime")
        .hasMessageContaining("randomUUID");
  }

  @Test
  void the_clock_of_the_server_is_read_through_its_edge() {
    noClasses()
        .that()
        .resideInAPackage("frontdesk.server..")
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(PRODUCT);
    noClasses()
        .that()
        .resideInAPackage("frontdesk.server..")
        .and(DescribedPredicate.not(simpleName("Main")))
        .should()
        .callMethod(System.class, "getenv")
        .check(PRODUCT);
  }

  private static ArchRule edgesOnly() {
    return noClasses()
        .should()
        .accessTargetWhere(
            new DescribedPredicate<>("reads the world") {
              @Override
              public boolean test(JavaAccess<?> call) {
                return WORLDLY
                    .getOrDefault(call.getTargetOwner().getName(), Set.of())
                    .contains(call.getName());
              }
            })
        .orShould()
        .dependOnClassesThat(
            new DescribedPredicate<>("are the world") {
              @Override
              public boolean test(JavaClass type) {
                return WORLDLY_TYPES.contains(type.getName());
              }
            });
  }
}
