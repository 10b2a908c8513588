/// The path of a message: {@link frontdesk.runtime.TurnLoop} is the file to read first.
@NullMarked
package frontdesk.runtime;

import org.jspecify.annotations.NullMarked;
