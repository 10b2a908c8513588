/// The program as it is delivered: the one jar, and the command that starts it.
@NullMarked
package frontdesk.program;

import org.jspecify.annotations.NullMarked;
