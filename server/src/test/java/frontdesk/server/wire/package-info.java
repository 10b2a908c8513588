/// The whole product on a provider's wire: a server whose model is the stand-in for OpenAI, over
/// real HTTP on both sides, with all that a provider does wrong.
@NullMarked
package frontdesk.server.wire;

import org.jspecify.annotations.NullMarked;
