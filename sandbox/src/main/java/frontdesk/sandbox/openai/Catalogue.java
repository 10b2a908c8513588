package frontdesk.sandbox.openai;

import frontdesk.http.Response;
import frontdesk.json.Jsons;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// The models there are, with the day of their end where one is announced. Those that have ended
/// are unknown, as at the provider.
final class Catalogue {
  private static final long CREATED = 1_767_225_600; // 2026-01-01
  private static final Pattern REASONING = Pattern.compile("(o|gpt-([5-9]|[1-9]\\d))(?!.*-chat).*");
  // As a customer of the provider may call what it has deployed.
  private static final String DEPLOYMENT = "support-prod";
  private static final Map<String, String> SHUTDOWN = new LinkedHashMap<>();

  static {
    SHUTDOWN.put("gpt-6-luna", "");
    SHUTDOWN.put("gpt-5.6-sol", "");
    SHUTDOWN.put("gpt-5.6-terra", "");
    SHUTDOWN.put("gpt-5.1", "2027-04-01");
    SHUTDOWN.put("gpt-4o", "2027-01-14");
    SHUTDOWN.put("gpt-4o-mini", "2027-01-14");
    SHUTDOWN.put("gpt-4.1", "2027-01-14");
    SHUTDOWN.put("gpt-4.1-mini", "2027-01-14");
    SHUTDOWN.put("gpt-5", "2026-12-11");
    SHUTDOWN.put("gpt-5-mini", "2026-12-11");
    SHUTDOWN.put("o3", "2026-12-11");
    SHUTDOWN.put(DEPLOYMENT, "");
  }

  private Catalogue() {}

  /// The name itself.
  ///
  /// @throws Refused there is no such model
  static String known(String id) {
    if (SHUTDOWN.containsKey(id)) return id;
    String message = "The model '" + id + "' does not exist or you do not have access to it.";
    throw new Refused(new Failure(404, Failure.INVALID, "model_not_found", "model", message));
  }

  /// Whether it reasons before it answers: `gpt-5` and later, those that begin with `o`, and the
  /// deployment, whose name does not tell.
  static boolean reasons(String id) {
    return id.equals(DEPLOYMENT) || REASONING.matcher(id).matches();
  }

  static Response all() {
    ArrayNode data = Jsons.array();
    SHUTDOWN.keySet().forEach(id -> data.add(model(id)));
    ObjectNode list = Jsons.object().put("object", "list");
    list.set("data", data);
    return Response.json(200, Jsons.json(list));
  }

  static Response one(String id) {
    return Response.json(200, Jsons.json(model(known(id))));
  }

  private static ObjectNode model(String id) {
    ObjectNode model = Jsons.object().put("id", id).put("object", "model");
    model.put("created", CREATED).put("owned_by", "openai");
    String end = SHUTDOWN.getOrDefault(id, "");
    return end.isEmpty() ? model.putNull("shutdown_date") : model.put("shutdown_date", end);
  }
}
