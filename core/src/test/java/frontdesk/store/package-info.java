/// The contracts that every store keeps.
@NullMarked
package frontdesk.store;

import org.jspecify.annotations.NullMarked;
