/// The rules of the layout, held against the compiled classes.
@NullMarked
package frontdesk.architecture;

import org.jspecify.annotations.NullMarked;
