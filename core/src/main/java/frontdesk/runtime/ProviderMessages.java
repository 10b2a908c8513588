package frontdesk.runtime;

import frontdesk.conversation.ConversationId;
import frontdesk.conversation.Inbound.Opened;
import frontdesk.conversation.Inbound.Said;
import frontdesk.json.InvalidJson;
import frontdesk.json.InvalidSettings;
import frontdesk.json.Jsons;
import frontdesk.runtime.ImportedLog.Named;
import frontdesk.store.Archives.Archived;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// A conversation that was held elsewhere: a JSON array of messages of Chat Completions, also with
/// the older `function` role and `function_call`. Instructions of other agents (`system`,
/// `developer`) are left out, as an agent has its own.
///
/// @param archived the conversation, to be restored
/// @param instructions how many messages were left out
public record ProviderMessages(Archived archived, int instructions) {
  private static final int MESSAGES_MAX = 10_000;
  private static final int ARGUMENTS_MAX = 1_000_000;
  private static final Set<String> INSTRUCTIONS = Set.of("system", "developer");

  /// Whether a file holds such a list, and not an archive.
  public static boolean isList(String text) {
    return text.stripLeading().startsWith("[");
  }

  /// Reads the list as the conversation of that id.
  ///
  /// @param at when it is said to have been
  /// @throws InvalidSettings with one line that names the message and the fix
  public static ProviderMessages read(String text, Opened opened, ConversationId id, Instant at) {
    try {
      return read(Jsons.parse(text), new ImportedLog(opened, id, at));
    } catch (InvalidJson e) {
      throw new InvalidSettings(List.of("messages: " + e.getMessage() + ", mend the file"));
    } catch (Wrong e) {
      throw new InvalidSettings(List.of(String.valueOf(e.getMessage())));
    }
  }

  private static ProviderMessages read(JsonNode list, ImportedLog log) {
    if (list.isEmpty()) throw new Wrong("messages", "is empty, there is nothing to restore");
    if (list.size() > MESSAGES_MAX) {
      throw new Wrong("messages", "at most " + MESSAGES_MAX + ", leave out the oldest");
    }
    int instructions = 0;
    for (int i = 0; i < list.size(); i++) {
      String role = list.get(i).path("role").asString("");
      if (INSTRUCTIONS.contains(role)) instructions++;
      else take(new Message("messages[" + i + "]", list.get(i)), role, log);
    }
    return new ProviderMessages(log.whole(), instructions);
  }

  private static void take(Message message, String role, ImportedLog log) {
    if (!message.json().isObject()) throw new Wrong(message.path(), "must be an object");
    switch (role) {
      case "user" -> log.customerSaid(message.customerText());
      case "assistant" -> log.modelSaid(message.words(), message.calls());
      case "tool" -> {
        String id = message.required("tool_call_id");
        if (!log.returned(id, message.requiredText())) {
          throw new Wrong(message.path() + ".tool_call_id", noCall(id));
        }
      }
      case "function" -> {
        String name = message.required("name");
        if (!log.toolReturned(name, message.requiredText())) {
          throw new Wrong(message.path() + ".name", noCall(name));
        }
      }
      default ->
          throw new Wrong(
              message.path() + ".role",
              "must be one of developer, system, user, assistant, tool, function");
    }
  }

  private static String noCall(String name) {
    return "'"
        + Texts.cut(name, 64)
        + "' is no call of the assistant's message before it that"
        + " waits for an outcome; leave this message out, or put that call before it";
  }

  /// A message that cannot be taken, in one line.
  private static final class Wrong extends RuntimeException {
    private static final long serialVersionUID = 1;

    Wrong(String path, String problem) {
      super(path + ": " + problem);
    }
  }

  private record Message(String path, JsonNode json) {

    String customerText() {
      String text = requiredText();
      if (Said.fits(text)) return text;
      throw new Wrong(path + ".content", "at most " + Said.BYTES_MAX + " bytes, shorten it");
    }

    /// Of an assistant, which may say nothing, or refuse.
    String words() {
      String content = content();
      JsonNode refusal = json.path("refusal");
      return content.isEmpty() && refusal.isString() ? refusal.asString() : content;
    }

    String requiredText() {
      JsonNode content = json.path("content");
      if (content.isString() || content.isArray()) return content();
      throw new Wrong(path + ".content", "is missing, write a text");
    }

    private String content() {
      JsonNode content = json.path("content");
      if (content.isString()) return content.asString();
      if (content.isArray()) return parts(content);
      if (content.isNull() || content.isMissingNode()) return "";
      throw new Wrong(path + ".content", "must be a text or a list of parts");
    }

    private String parts(JsonNode parts) {
      var texts = new ArrayList<String>();
      for (JsonNode part : parts.values()) {
        String type = part.path("type").asString("");
        JsonNode text = part.path(type.equals("refusal") ? "refusal" : "text");
        if (!Set.of("text", "refusal").contains(type) || !text.isString()) {
          String name = path + ".content[" + texts.size() + "]";
          throw new Wrong(name, "only text can be taken; say in words what it shows");
        }
        texts.add(text.asString());
      }
      return texts.stream().collect(Collectors.joining("\n"));
    }

    List<Named> calls() {
      var calls = new ArrayList<Named>();
      JsonNode list = json.path("tool_calls");
      if (!list.isArray() && !list.isNull() && !list.isMissingNode()) {
        throw new Wrong(path + ".tool_calls", "must be a list");
      }
      for (JsonNode call : list.values()) {
        var one = new Message(path + ".tool_calls[" + calls.size() + "]", call);
        calls.add(one.child("function").call(one.required("id")));
      }
      // As calls were written before there were several: it has no id but its name.
      if (json.path("function_call").isObject()) calls.add(child("function_call").call(""));
      return calls;
    }

    private Named call(String id) {
      String arguments = required("arguments");
      if (arguments.length() > ARGUMENTS_MAX) {
        throw new Wrong(path + ".arguments", "at most " + ARGUMENTS_MAX + " characters");
      }
      return new Named(id, required("name"), arguments);
    }

    private Message child(String name) {
      return new Message(path + "." + name, json.path(name));
    }

    private String required(String name) {
      JsonNode value = json.path(name);
      if (value.isString() && !(value.asString().isBlank() && !name.equals("arguments"))) {
        return value.asString();
      }
      throw new Wrong(path + "." + name, "is missing, write a text");
    }
  }
}
