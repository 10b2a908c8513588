package frontdesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.rest.RestApi;
import frontdesk.json.JsonSchema;
import frontdesk.json.Jsons;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// openapi.json, as what a server's answers are held against.
final class OpenApi {
  static final JsonNode DOCUMENT = Jsons.parse(RestApi.openApi());
  private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
  private static final Map<String, JsonSchema> SCHEMAS = new ConcurrentHashMap<>();

  private OpenApi() {}

  /// Each operation as method and path, such as `GET /api/conversations/{id}/`.
  static Set<String> operations() {
    var operations = new TreeSet<String>();
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue().propertyNames().stream()
                    .filter(METHODS::contains)
                    .forEach(
                        m -> operations.add(m.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  /// The statuses that an operation declares.
  static Set<String> statuses(String operation) {
    return new TreeSet<>(responses(operation).propertyNames());
  }

  /// The operation that answers a request; empty when the document has none.
  static Optional<String> operation(String method, String path) {
    String slashed = path.endsWith("/") ? path : path + "/";
    return operations().stream()
        .filter(o -> o.startsWith(method + " "))
        .filter(o -> slashed.matches(pattern(o.substring(method.length() + 1))))
        .findFirst();
  }

  /// The answer is declared, with this status, this type and a body of this form.
  static void check(String method, String path, Api.Answer answer) {
    Optional<String> operation = operation(method, path);
    if (operation.isEmpty()) return;
    String where = operation.get() + " answers " + answer.status();
    JsonNode response = responses(operation.get()).path(String.valueOf(answer.status()));
    assertThat(response.isObject()).as(where + ", which is not declared").isTrue();
    response = resolved(response);
    assertThat(answer.header("Content-Type")).as(where).isEqualTo("application/json");
    response
        .path("headers")
        .propertyNames()
        .forEach(name -> assertThat(answer.header(name)).as(where + " " + name).isNotEmpty());
    JsonNode schema = response.at("/content/application~1json/schema");
    assertThat(schema(schema).violations(answer.json())).as(where).isEmpty();
  }

  private static JsonNode responses(String operation) {
    String[] parts = operation.split(" ", 2);
    return DOCUMENT
        .path("paths")
        .path(parts[1])
        .path(parts[0].toLowerCase(Locale.ROOT))
        .path("responses");
  }

  /// References are read from the root of a schema, so the document's components stand there.
  private static JsonSchema schema(JsonNode schema) {
    return SCHEMAS.computeIfAbsent(
        schema.toString(),
        _ -> {
          ObjectNode root = ((ObjectNode) schema).deepCopy();
          root.set("components", DOCUMENT.path("components"));
          return JsonSchema.of(root);
        });
  }

  private static JsonNode resolved(JsonNode node) {
    String reference = node.path("$ref").asString("");
    return reference.isEmpty() ? node : DOCUMENT.at(reference.substring(1));
  }

  private static String pattern(String path) {
    return path.replaceAll("\\{[^}]+\\}", "[^/]+");
  }
}
