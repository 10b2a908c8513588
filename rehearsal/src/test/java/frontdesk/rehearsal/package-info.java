@NullMarked
package frontdesk.rehearsal;

import org.jspecify.annotations.NullMarked;
