/// The model that fills a form without any provider: reads facts out of what customers write, by
/// the form's schema, and asks for what is missing.
@NullMarked
package frontdesk.model.guided;

import org.jspecify.annotations.NullMarked;
