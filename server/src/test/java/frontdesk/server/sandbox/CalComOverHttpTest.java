package frontdesk.server.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import frontdesk.edge.Edge;
import frontdesk.sandbox.Sandbox;
import frontdesk.sandbox.calcom.CalCom;
import frontdesk.server.http.HelidonServer;
import frontdesk.server.http.Listen;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The calcom sandbox as `sandbox calcom` runs it: over real HTTP.
class CalComOverHttpTest {
  private static final Instant NOW = Instant.parse("2026-11-20T08:00:00Z");
  private static final String BOOKING =
      """
      {"start": "2026-11-24T14:00:00Z", "eventTypeId": 2, "metadata": {"idem": "k-1"},
       "attendee": {"name": "Ann", "email": "ann@example.com", "timeZone": "Asia/Bangkok"}}
      """;

  private final Edge edge = Edge.real();
  private final HttpClient http = HttpClient.newHttpClient();
  private final HelidonServer server =
      HelidonServer.start(
          Listen.local(0),
          new Sandbox(
                  new CalCom(() -> NOW, new SplittableRandom(1), ZoneOffset.UTC), edge.threads())
              .alone(),
          edge.threads(),
          edge.newId());

  @AfterEach
  void stop() {
    http.close();
    server.close();
  }

  @Test
  void X03_a_booking_whose_answer_was_lost_was_made_once() throws Exception {
    fault("drop_after");
    assertThatThrownBy(this::book).isInstanceOf(IOException.class);

    String found = send("GET", "/v2/bookings?attendeeEmail=ann%40example.com", "").body();
    assertThat(found).contains("\"idem\":\"k-1\"", "\"totalItems\":1");
    HttpResponse<String> again = book();
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("no_available_users_found_error");
    assertThat(effects()).isEqualTo("[{\"kind\":\"booking\",\"key\":\"k-1\",\"count\":1}]");
  }

  @Test
  void X03_a_booking_that_failed_after_it_was_made_is_there() throws Exception {
    fault("status_after:500");
    HttpResponse<String> failed = book();
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).contains("InternalServerErrorException");
    assertThat(effects()).contains("\"count\":1");
  }

  @Test
  void X03_a_booking_that_was_cut_before_was_not_made() throws Exception {
    fault("drop_before");
    assertThatThrownBy(this::book).isInstanceOf(IOException.class);
    assertThat(effects()).isEqualTo("[]");
    assertThat(book().statusCode()).isEqualTo(201);
  }

  @Test
  void X05_of_many_at_once_one_gets_the_slot() throws Exception {
    var asked = new ArrayList<CompletableFuture<HttpResponse<String>>>();
    for (int i = 0; i < 20; i++) {
      asked.add(http.sendAsync(request("POST", "/v2/bookings", BOOKING), BodyHandlers.ofString()));
    }
    int made = 0;
    for (var one : asked) if (one.get().statusCode() == 201) made++;
    assertThat(made).isEqualTo(1);
    assertThat(effects()).contains("\"count\":1");
  }

  @Test
  void a_hold_is_changed_and_released_with_patch_and_delete() throws Exception {
    String hold = "{\"eventTypeId\": 2, \"slotStart\": \"2026-11-24T14:00:00Z\"}";
    String body = send("POST", "/v2/slots/reservations", hold).body();
    String uid = body.replaceAll("(?s).*\"reservationUid\":\"(\\w+)\".*", "$1");
    assertThat(send("PATCH", "/v2/slots/reservations/" + uid, hold).statusCode()).isEqualTo(200);
    assertThat(send("DELETE", "/v2/slots/reservations/" + uid, "").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/v2/slots/reservations/" + uid, "").body()).contains("\"data\":null");
  }

  private HttpResponse<String> book() throws IOException, InterruptedException {
    return send("POST", "/v2/bookings", BOOKING);
  }

  private void fault(String what) throws IOException, InterruptedException {
    String faults = "[{\"match\": \"POST /v2/bookings\", \"do\": \"" + what + "\"}]";
    assertThat(send("POST", "/_control/faults", faults).statusCode()).isEqualTo(200);
  }

  private String effects() throws IOException, InterruptedException {
    return send("GET", "/_control/effects", "").body();
  }

  private HttpResponse<String> send(String method, String path, String body)
      throws IOException, InterruptedException {
    return http.send(request(method, path, body), BodyHandlers.ofString());
  }

  private HttpRequest request(String method, String path, String body) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
        .header("Authorization", "Bearer cal_demo")
        .header("cal-api-version", path.startsWith("/v2/slots") ? "2024-09-04" : "2024-08-13")
        .method(method, BodyPublishers.ofString(body))
        .build();
  }
}
