package frontdesk.sandbox.openai;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// The rule of reasoning items: each comes back with the item that it came with.
record Thoughts(Given given) {
  private static final String THOUGHT = "reasoning";

  /// What a thought looks like to everybody else.
  static String sealed(String id) {
    return Base64.getEncoder()
        .encodeToString(("sealed by the sandbox: " + id).getBytes(StandardCharsets.UTF_8));
  }

  void check(List<Fields> items, int at) {
    Fields item = items.get(at);
    if (InputItems.type(item).equals(THOUGHT)) followed(items, at);
    else preceded(items, at);
  }

  private void followed(List<Fields> items, int at) {
    String id = items.get(at).requiredText("id");
    int next = at + 1;
    while (next < items.size() && InputItems.type(items.get(next)).equals(THOUGHT)) next++;
    boolean fits = next < items.size() && isOwn(items.get(next)) && isIts(id, items.get(next));
    if (fits) return;
    throw Refused.invalid(
        "",
        "input",
        "Item '" + id + "' of type 'reasoning' was provided without its required following item.");
  }

  private boolean isIts(String thought, Fields item) {
    Optional<String> id = item.text("id");
    Optional<String> its = given.follower(thought);
    return id.isEmpty() || its.isEmpty() || its.equals(id);
  }

  private void preceded(List<Fields> items, int at) {
    String id = items.get(at).text("id").orElse("");
    Optional<String> thought = given.thought(id);
    if (thought.isEmpty()) return;
    boolean there = at > 0 && items.get(at - 1).text("id").equals(thought);
    if (there) return;
    throw Refused.invalid(
        "",
        "input",
        "Item '%s' of type '%s' was provided without its required 'reasoning' item: '%s'."
            .formatted(id, InputItems.type(items.get(at)), thought.get()));
  }

  private static boolean isOwn(Fields item) {
    String type = InputItems.type(item);
    return type.equals("function_call")
        || (type.equals("message") && item.text("role").filter("assistant"::equals).isPresent());
  }
}
