package frontdesk.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.agent.Limits;
import frontdesk.conversation.Call;
import frontdesk.conversation.Entry;
import frontdesk.conversation.Entry.Previewed;
import frontdesk.conversation.Entry.Returned;
import frontdesk.conversation.Json;
import frontdesk.conversation.Log;
import frontdesk.conversation.Outcome;
import frontdesk.conversation.Principal;
import frontdesk.json.Jsons;
import frontdesk.runtime.Step.Show;
import frontdesk.tool.ToolSpec;
import frontdesk.tool.WriteTool.Previewing;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ArrayNode;

/// Takes a tool's preview into the log, as what exactly can be approved.
final class Previews {
  /// Marks of direction let a text read differently from what it says (T04).
  private static final Pattern DIRECTIONS =
      Pattern.compile("[\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

  private Previews() {}

  static Entry entry(Log log, Show show, Previewing previewing) {
    Call call = show.call();
    return switch (previewing) {
      case Previewing.Not(var why) -> new Returned(call.id(), 0, asFinal(why));
      case Previewing.Preview(var text, var bound) -> {
        String plain = DIRECTIONS.matcher(text).replaceAll("").strip();
        if (plain.isEmpty() || Texts.length(plain) > Limits.PREVIEW_CHARACTERS) {
          yield new Returned(call.id(), 0, new Outcome.Failed("no preview can be shown", false));
        }
        yield previewed(log, show, plain, Jsons.canonical(Jsons.parse(bound)));
      }
    };
  }

  /// What is approved with a preview: the same only when nothing of it has changed.
  static String hash(ToolSpec spec, Previewed preview) {
    return hash(spec, preview.arguments(), preview.bound(), preview.text(), preview.principal());
  }

  private static Previewed previewed(Log log, Show show, String text, Json bound) {
    return new Previewed(
        show.call().id(),
        show.call().tool(),
        show.arguments(),
        text,
        bound,
        hash(show.tool().spec(), show.arguments(), bound, text, show.principal()),
        show.principal(),
        show.epoch(),
        log.at().plus(Limits.PREVIEW_STANDS));
  }

  private static String hash(
      ToolSpec spec, Json arguments, Json bound, String text, Principal principal) {
    ArrayNode parts = Jsons.array();
    parts.add(spec.name()).add(spec.description()).add(spec.parameters().text());
    parts.add(String.valueOf(spec.recovery())).add(arguments.text()).add(bound.text());
    parts.add(text).add(principal.toString());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(Jsons.json(parts).text().getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Nothing was done, whatever a tool says of it.
  private static Outcome asFinal(Outcome why) {
    return switch (why) {
      case Outcome.NeedsInput _, Outcome.Refused _, Outcome.Failed _ -> why;
      case Outcome.Done _ -> new Outcome.Failed("there is nothing to approve", false);
      case Outcome.NotSent _, Outcome.Unknown _ ->
          new Outcome.Failed("the provider could not be asked", true);
    };
  }
}
