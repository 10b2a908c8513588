package frontdesk.http;

/// HTTP as a function: a server's route, a client's connection and a stand-in are all one of these.
@FunctionalInterface
public interface HttpHandler {
  Response handle(Request request);
}
