/// JSON at the edges: strict parsing, canonical form, schemas, YAML.
@NullMarked
package frontdesk.json;

import org.jspecify.annotations.NullMarked;
