package frontdesk.model.guided;

import frontdesk.json.Jsons;
import frontdesk.model.ModelRequest.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a form collects: its fields, what is known of them, and which are missing, in the order of
/// its schema.
record Facts(String tool, List<Field> fields, Map<String, String> known, List<Field> missing) {

  static Facts of(Form form) {
    List<Field> fields =
        Jsons.parse(form.schema())
            .path("properties")
            .propertyStream()
            .map(property -> Field.of(property.getKey(), property.getValue()))
            .toList();
    var known = new LinkedHashMap<String, String>();
    Jsons.parse(form.known())
        .properties()
        .forEach(
            p -> {
              String value = p.getValue().asString("");
              if (!value.isBlank()) known.put(p.getKey(), value);
            });
    List<Field> missing = fields.stream().filter(f -> form.missing().contains(f.name())).toList();
    return new Facts(form.tool(), fields, known, missing);
  }

  static Facts none() {
    return new Facts("", List.of(), Map.of(), List.of());
  }

  Optional<Field> field(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /// As it was before these facts were noted.
  ///
  /// @param earlier what was known of them then
  Facts before(Set<String> noted, Map<String, String> earlier) {
    var then = new LinkedHashMap<>(known);
    then.keySet().removeAll(noted);
    then.putAll(earlier);
    return new Facts(tool, fields, then, missing);
  }
}
