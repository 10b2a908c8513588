/// The keyless model: decides by the words of tools and messages, and fills arguments by their
/// kind. `docs/rehearsal.md` has its rules.
@NullMarked
package frontdesk.rehearsal;

import org.jspecify.annotations.NullMarked;
