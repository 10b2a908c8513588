/// Conversations over REST: create, write, read.
@NullMarked
package frontdesk.adapters.rest;

import org.jspecify.annotations.NullMarked;
