package frontdesk.model.guided;

import frontdesk.conversation.Call;
import frontdesk.json.Jsons;
import frontdesk.model.Message;
import frontdesk.model.Message.Assistant;
import frontdesk.model.Message.Customer;
import frontdesk.model.Message.Note;
import frontdesk.model.Message.ToolSaid;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// The messages of a request, looked at from their end.
///
/// @param newest what the customer wrote last, in one or several messages
/// @param earlier what the customer wrote before
/// @param question the assistant's last words before that
/// @param since what happened after it
public record Talk(
    List<String> newest, List<String> earlier, Optional<Assistant> question, List<Message> since) {
  private static final int LATIN_WORDS_MIN = 3;

  private static final Pattern BLANK = Pattern.compile("\\s");

  public static Talk of(List<Message> all) {
    List<Message> messages = all.stream().filter(m -> !(m instanceof Note)).toList();
    int end = messages.size();
    while (end > 0 && !(messages.get(end - 1) instanceof Customer)) end--;
    int start = end;
    while (start > 0 && messages.get(start - 1) instanceof Customer) start--;
    return new Talk(
        customers(messages.subList(start, end)),
        customers(messages.subList(0, start)),
        lastWords(messages.subList(0, start)),
        messages.subList(end, messages.size()));
  }

  /// What the last tool said that the model has not answered yet.
  public Optional<ToolSaid> outcome() {
    return !since.isEmpty() && since.getLast() instanceof ToolSaid said
        ? Optional.of(said)
        : Optional.empty();
  }

  /// What was noted by calls of a tool since the customer wrote, as far as it is text.
  Map<String, String> notedSince(String tool) {
    return noted(since, tool);
  }

  /// What was noted by calls of a tool before the customer wrote last.
  static Map<String, String> notedBefore(List<Message> all, String tool) {
    int end = all.size();
    while (end > 0 && !(all.get(end - 1) instanceof Customer)) end--;
    return noted(all.subList(0, end), tool);
  }

  /// The fields that the last question was about.
  Set<String> asked(List<Field> fields) {
    if (question.isEmpty()) return Set.of();
    String text = question.get().text();
    var single = new LinkedHashSet<String>();
    for (Field field : fields) {
      boolean there =
          text.contains(English.PHRASES.question(field))
              || text.contains(Thai.PHRASES.question(field));
      if (there) single.add(field.name());
    }
    if (!single.isEmpty()) return single;
    if (!question.get().asked().isEmpty()) return new LinkedHashSet<>(question.get().asked());
    for (Field field : fields) {
      boolean there = field.wording().ask().values().stream().anyMatch(text::contains);
      if (there) single.add(field.name());
    }
    return single;
  }

  /// The language the customer writes: the newest message that shows one, else what the request
  /// says.
  public String language(String locale) {
    List<String> all = new ArrayList<>(earlier);
    all.addAll(newest);
    for (String text : all.reversed()) {
      if (text.chars().anyMatch(c -> Span.isThai((char) c))) return "th";
      if (words(text).split("[^A-Za-z]+").length >= LATIN_WORDS_MIN) return "en";
    }
    return locale.startsWith("th") ? "th" : "en";
  }

  /// Without addresses, which are written alike in every language.
  private static String words(String text) {
    return BLANK
        .splitAsStream(text)
        .filter(word -> !word.contains("@") && !word.contains("/"))
        .collect(Collectors.joining(" "))
        .strip();
  }

  private static List<String> customers(List<Message> messages) {
    var texts = new ArrayList<String>();
    for (Message message : messages) if (message instanceof Customer(var text)) texts.add(text);
    return texts;
  }

  private static Optional<Assistant> lastWords(List<Message> messages) {
    for (Message message : messages.reversed()) {
      if (message instanceof Assistant said && !said.text().isBlank()) return Optional.of(said);
    }
    return Optional.empty();
  }

  private static Map<String, String> noted(List<Message> messages, String tool) {
    var noted = new LinkedHashMap<String, String>();
    for (Message message : messages) {
      if (!(message instanceof Assistant said)) continue;
      for (Call call : said.calls()) {
        if (!call.tool().equals(tool)) continue;
        Jsons.tryObject(call.arguments())
            .ifPresent(
                values -> values.properties().forEach(p -> note(noted, p.getKey(), p.getValue())));
      }
    }
    return noted;
  }

  private static void note(Map<String, String> noted, String name, JsonNode value) {
    if (value.isString() && !value.asString().isBlank()) noted.put(name, value.asString());
  }
}
