package frontdesk.server.http;

import frontdesk.http.Response;
import frontdesk.json.Jsons;

/// Answers that only say what went wrong: `{"detail": …}`. Nothing of the request is in them.
public final class Errors {
  private Errors() {}

  public static Response of(int status, String detail) {
    return Response.json(status, Jsons.json(Jsons.object().put("detail", detail)));
  }

  /// 503: nothing was acknowledged; come back.
  public static Response unavailable(String detail) {
    return of(503, detail).withHeader("Retry-After", "1");
  }

  static Response badRequest() {
    return closing(of(400, "Bad request."));
  }

  static Response tooLarge() {
    return closing(of(413, "The request is too large."));
  }

  static Response closing(Response response) {
    return response.withHeader("Connection", "close");
  }
}
