package frontdesk.http;

import frontdesk.engine.Deadline;

/// One HTTP request.
///
/// @param path decoded, begins with `/`
/// @param query raw, without `?`; empty when there is none
/// @param remote address of the peer, without port
/// @param deadline when the caller stops waiting for the answer
public record Request(
    String method,
    String path,
    String query,
    Headers headers,
    Body body,
    String remote,
    Deadline deadline) {}
