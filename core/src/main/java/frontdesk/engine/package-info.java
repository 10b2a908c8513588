/// Who runs a turn, on which threads, and until when.
@NullMarked
package frontdesk.engine;

import org.jspecify.annotations.NullMarked;
