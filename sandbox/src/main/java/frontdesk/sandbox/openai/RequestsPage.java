package frontdesk.sandbox.openai;

import frontdesk.model.ModelReply.AskedCall;
import frontdesk.sandbox.Html;
import frontdesk.sandbox.openai.Requests.Kept;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Shows requests as the model saw them: newest first, calls beside what they came to, older
/// messages folded away.
final class RequestsPage {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private RequestsPage() {}

  /// What was said, in the words of a request.
  static List<Seen> answer(Speech speech) {
    var said = new ArrayList<Seen>();
    if (speech.thinks()) said.add(new Seen.Thought(""));
    if (!speech.commentary().isEmpty()) said.add(new Seen.Said("commentary", speech.commentary()));
    if (!speech.refusal().isEmpty()) said.add(new Seen.Said("refusal", speech.refusal()));
    else if (speech.speaks()) said.add(new Seen.Said("assistant", speech.text()));
    for (AskedCall call : speech.calls()) {
      said.add(new Seen.Called(call.id(), call.tool(), call.arguments()));
    }
    return said;
  }

  static String html(List<Kept> requests) {
    if (requests.isEmpty()) {
      return "<p>No request yet. Set <code>OPENAI_BASE_URL</code> to the address of this page and"
          + " <code>v1</code> (beside the demo: <code>api/v1</code>), and talk to an agent.</p>\n";
    }
    var html = new StringBuilder("<p class=dim>The last ").append(requests.size());
    html.append(" requests as the model saw them, newest first. Reload for more.</p>\n");
    requests.forEach(request -> article(request, html));
    return html.toString();
  }

  private static void article(Kept request, StringBuilder html) {
    boolean good = request.status() < 400;
    html.append("<article>\n<header><h2>").append(Html.text(request.endpoint()));
    html.append("</h2><span>").append(Html.text(request.model())).append("</span>");
    html.append("<strong class=").append(good ? "good>" : "bad>").append(request.status());
    html.append("</strong><span class=dim>").append(Html.text(request.outcome()));
    html.append("</span><time class=dim>").append(TIME.format(request.at()));
    html.append(" UTC</time></header>\n");
    List<Seen> seen = request.seen();
    int older = seen.size() - request.newest();
    tools(request.tools(), html);
    if (older > 0) {
      html.append("<details><summary>").append(older).append(" earlier</summary>\n");
      list(seen.subList(0, older), "old", html);
      html.append("</details>\n");
    }
    list(seen.subList(older, seen.size()), "old", html);
    list(request.answer(), "new", html);
    html.append("</article>\n");
  }

  private static void tools(List<String> tools, StringBuilder html) {
    if (tools.isEmpty()) return;
    html.append("<details><summary>").append(tools.size());
    html.append(tools.size() == 1 ? " tool" : " tools").append("</summary><p>");
    html.append(Html.text(String.join(", ", tools))).append("</p></details>\n");
  }

  private static void list(List<Seen> seen, String age, StringBuilder html) {
    if (seen.isEmpty()) return;
    html.append("<dl class=").append(age).append(">\n");
    Map<String, String> outcomes = outcomes(seen);
    for (Seen one : seen) {
      switch (one) {
        case Seen.Said(var role, var text) -> row(role, html, text);
        case Seen.Thought _ -> row("reasoning", html, "(sealed)");
        case Seen.Called(var id, var tool, var arguments) -> {
          String call = tool + " " + arguments;
          String outcome = outcomes.remove(id);
          if (outcome == null) row("call " + id, html, call);
          else row("call " + id, html, call, "→ " + outcome);
        }
        // Beside its call, unless that was cut off with the oldest.
        case Seen.CameTo(var call, var output) -> {
          if (outcomes.containsKey(call)) row("outcome " + call, html, output);
        }
      }
    }
    html.append("</dl>\n");
  }

  private static void row(String term, StringBuilder html, String... texts) {
    html.append("<dt>").append(Html.text(term)).append("</dt><dd>");
    for (String text : texts) html.append("<pre>").append(Html.text(text)).append("</pre>");
    html.append("</dd>\n");
  }

  private static Map<String, String> outcomes(List<Seen> seen) {
    var outcomes = new HashMap<String, String>();
    for (Seen one : seen) {
      if (one instanceof Seen.CameTo(var call, var output)) outcomes.put(call, output);
    }
    return outcomes;
  }
}
