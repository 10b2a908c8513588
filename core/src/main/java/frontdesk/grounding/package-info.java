/// Where the arguments of a tool that acts come from: an act does nothing that nobody said.
@NullMarked
package frontdesk.grounding;

import org.jspecify.annotations.NullMarked;
