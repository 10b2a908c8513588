/// What the README tells people to type.
@NullMarked
package frontdesk.readme;

import org.jspecify.annotations.NullMarked;
