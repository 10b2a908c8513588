package frontdesk.sandbox.openai;

import frontdesk.http.Body;
import frontdesk.http.Headers;
import frontdesk.http.Response;
import frontdesk.json.Jsons;
import frontdesk.sandbox.CutBody;
import frontdesk.sandbox.openai.Wire.End;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/// Puts a reply on the wire, and ends it as the turn says.
final class Sending {
  private Sending() {}

  static Response whole(Written reply, End end) {
    return switch (end) {
      case USUAL -> Response.json(200, Jsons.json(reply.whole()));
      case FAILED -> failed(reply);
      case ERROR -> Failures.of(500);
      case MISSING -> half(reply, false);
      case RESET -> half(reply, true);
    };
  }

  static Response streamed(Written reply, End end, Chance chance) {
    List<ObjectNode> all = reply.events();
    List<ObjectNode> half = all.subList(0, (all.size() + 1) / 2);
    byte[] bytes =
        switch (end) {
          case USUAL -> bytes(reply, joined(all, reply.last()), reply.closing());
          case MISSING, RESET -> bytes(reply, all, "");
          case ERROR -> bytes(reply, joined(half, List.of(reply.error())), "");
          case FAILED -> bytes(reply, joined(half, List.of(reply.failed())), "");
        };
    var split = new SplitBody(bytes, chance);
    Body body = Body.of(end == End.RESET ? new CutBody(split, bytes.length) : split);
    Headers headers = Headers.of("Content-Type", "text/event-stream; charset=utf-8");
    return new Response(200, headers.with("Cache-Control", "no-store"), body);
  }

  private static Response failed(Written reply) {
    int status = reply instanceof ChatReply ? 500 : 200;
    return Response.json(status, Jsons.json(reply.failedWhole()));
  }

  private static Response half(Written reply, boolean cut) {
    byte[] all = utf8(Jsons.json(reply.whole()).text());
    byte[] half = Arrays.copyOf(all, all.length / 2);
    var bytes = new ByteArrayInputStream(half);
    Body body = Body.of(cut ? new CutBody(bytes, half.length) : bytes);
    return new Response(200, Headers.of("Content-Type", "application/json"), body);
  }

  private static List<ObjectNode> joined(List<ObjectNode> first, List<ObjectNode> then) {
    var all = new ArrayList<>(first);
    all.addAll(then);
    return all;
  }

  private static byte[] bytes(Written reply, List<ObjectNode> events, String closing) {
    var text = new StringBuilder();
    for (int i = 0; i < events.size(); i++) text.append(reply.frame(events.get(i), i));
    return utf8(text.append(closing).toString());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
