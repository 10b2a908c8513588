/// The HTTP server: Helidon behind an `HttpHandler`, routes, limits, health and metrics.
@NullMarked
package frontdesk.server.http;

import org.jspecify.annotations.NullMarked;
