package frontdesk.json;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLFactory;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Parses YAML 1.2 files that people write: one document, no duplicate keys.
public final class Yaml {
  private static final YAMLMapper MAPPER =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private Yaml() {}

  /// Reads text as YAML.
  ///
  /// @throws InvalidJson with one line that says what is wrong and where
  public static JsonNode parse(String text) {
    try {
      JsonNode node = MAPPER.readTree(new WholeCharacters(text));
      return node == null || node.isMissingNode() ? Jsons.object() : node;
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new InvalidJson(
          "not valid YAML"
              + (at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr())
              + ": "
              + e.getOriginalMessage().lines().findFirst().orElse(""));
    }
  }
}
