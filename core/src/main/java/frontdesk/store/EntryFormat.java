package frontdesk.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import frontdesk.conversation.Entry;
import frontdesk.conversation.InboundEvent;
import frontdesk.conversation.Snapshot;
import frontdesk.json.InvalidJson;
import frontdesk.store.Effects.Outbound;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.exc.InvalidTypeIdException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// How entries, events, snapshots and messages on their way out are kept: as one JSON object
/// each, which begins with `format`. What a version wrote, every later one reads; what it does
/// not know, it refuses with {@link UnreadableEntry}.
///
/// The written text is well-formed Unicode without control characters: a surrogate that stands
/// alone is written as its JSON escape, and so comes back as it was.
public final class EntryFormat {
  /// The format that is written.
  public static final int FORMAT = 1;

  private static final ObjectReader ENTRY = FormatMapper.MAPPER.readerFor(Entry.class);
  private static final ObjectReader EVENT = FormatMapper.MAPPER.readerFor(InboundEvent.class);
  private static final ObjectReader SNAPSHOT = FormatMapper.MAPPER.readerFor(Snapshot.class);
  private static final ObjectReader OUTBOUND = FormatMapper.MAPPER.readerFor(Outbound.class);
  // Without its root type a writer would leave out the kind of an entry.
  private static final ObjectWriter ENTRY_OUT = FormatMapper.MAPPER.writerFor(Entry.class);
  private static final ObjectWriter OTHER_OUT = FormatMapper.MAPPER.writer();

  private EntryFormat() {}

  public static String write(Entry entry) {
    return text(ENTRY_OUT, entry);
  }

  public static String write(InboundEvent event) {
    return text(OTHER_OUT, event);
  }

  public static String write(Snapshot snapshot) {
    return text(OTHER_OUT, snapshot);
  }

  public static String write(Outbound outbound) {
    return text(OTHER_OUT, outbound);
  }

  public static Outbound readOutbound(String text) {
    return read(OUTBOUND, Outbound.class, text);
  }

  public static Entry readEntry(String text) {
    return read(ENTRY, Entry.class, text);
  }

  public static InboundEvent readEvent(String text) {
    return read(EVENT, InboundEvent.class, text);
  }

  public static Snapshot readSnapshot(String text) {
    return read(SNAPSHOT, Snapshot.class, text);
  }

  /// The same text for two events that say the same: in the same conversation, from the same
  /// sender. When they were sent does not matter. SHA-256 in hexadecimal.
  public static String digest(InboundEvent event) {
    List<Object> said = List.of(event.conversation(), event.sender(), event.what());
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest(wellFormed(FormatMapper.DIGESTED.writeValueAsString(said)).getBytes(UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /// The same JSON, with an escape for each surrogate that stands alone, as UTF-8 has none.
  public static String wellFormed(String json) {
    int lone = nextLone(json, 0);
    if (lone == json.length()) return json;
    var escaped = new StringBuilder(json.length() + 60);
    int from = 0;
    while (lone < json.length()) {
      escaped.append(json, from, lone).append("\\u").append(Integer.toHexString(json.charAt(lone)));
      from = lone + 1;
      lone = nextLone(json, from);
    }
    return escaped.append(json, from, json.length()).toString();
  }

  private static int nextLone(String text, int from) {
    int i = from;
    while (i < text.length()) {
      int point = Character.isSurrogate(text.charAt(i)) ? text.codePointAt(i) : 0;
      if (Character.isBmpCodePoint(point) && point != 0) return i;
      i += Character.charCount(point);
    }
    return text.length();
  }

  private static String text(ObjectWriter writer, Object value) {
    try {
      String json = writer.writeValueAsString(value);
      return wellFormed("{\"format\":" + FORMAT + "," + json.substring(1));
    } catch (DatabindException e) {
      if (e.getCause() instanceof InvalidJson) {
        throw new IllegalArgumentException("An entry or event holds text that is not JSON");
      }
      throw e;
    }
  }

  private static <T> T read(ObjectReader reader, Class<T> type, String text) {
    try (JsonParser parser = FormatMapper.MAPPER.createParser(text)) {
      checkFormat(parser);
      return type.cast(reader.readValue(parser));
    } catch (InvalidTypeIdException e) {
      throw new UnreadableEntry("The kind '" + e.getTypeId() + "' is not known" + where(e));
    } catch (UnrecognizedPropertyException e) {
      throw new UnreadableEntry("The field '" + e.getPropertyName() + "' is not known" + where(e));
    } catch (JacksonException e) {
      // Its message may repeat the content, so it is not passed on.
      throw new UnreadableEntry("Not of format " + FORMAT + ", or damaged" + where(e));
    }
  }

  private static void checkFormat(JsonParser parser) {
    boolean begins =
        parser.nextToken() == JsonToken.START_OBJECT
            && "format".equals(parser.nextName())
            && parser.nextToken() == JsonToken.VALUE_NUMBER_INT;
    if (!begins) throw new UnreadableEntry("Does not begin with its format");
    int format = parser.getIntValue();
    if (format < 1 || format > FORMAT) {
      throw new UnreadableEntry(
          "Format "
              + format
              + " is not known, only those up to "
              + FORMAT
              + ": use the version"
              + " that wrote it, or a newer one");
    }
    parser.nextToken();
  }

  private static String where(JacksonException e) {
    var path = new ArrayList<String>();
    for (var step : e.getPath()) {
      String name = step.getPropertyName();
      path.add(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return path.isEmpty() ? "" : " (at " + String.join(".", path) + ")";
  }
}
