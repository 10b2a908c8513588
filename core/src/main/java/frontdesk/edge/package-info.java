/// The real clock, chance and threads. Nothing else in core touches them.
@NullMarked
package frontdesk.edge;

import org.jspecify.annotations.NullMarked;
