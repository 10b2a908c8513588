package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import frontdesk.adapters.calcom.CalComCheck.Known;
import frontdesk.http.Secret;
import org.junit.jupiter.api.Test;

class CalComCheckTest {
  private final Desk desk = new Desk("Asia/Bangkok", Desk.KEY, false);

  @Test
  void tells_whose_key_it_is() {
    assertThat(find(Desk.KEY)).isEqualTo(new Known.Account("demo", "Asia/Bangkok"));
  }

  @Test
  void tells_that_a_key_is_not_taken() {
    assertThat(find(new Secret("cal_other"))).isEqualTo(new Known.Unauthorised());
  }

  @Test
  void tells_that_nobody_answers() {
    desk.fault("GET /v2/me", "drop_before", 2);
    assertThat(find(Desk.KEY)).isEqualTo(new Known.NoAnswer());
  }

  @Test
  void tells_that_the_server_is_none_of_cal_com() {
    desk.fault("GET /v2/me", "garbage");
    assertThat(find(Desk.KEY)).isInstanceOf(Known.CannotTell.class);
    desk.fault("GET /v2/me", "status:404");
    assertThat(find(Desk.KEY)).isEqualTo(new Known.CannotTell("cal.com, GET /v2/me: HTTP 404"));
    desk.fault("GET /v2/me", "status:500", 2);
    assertThat(find(Desk.KEY)).isEqualTo(new Known.CannotTell("cal.com, GET /v2/me: HTTP 500"));
  }

  private Known find(Secret key) {
    var settings = new CalComSettings(CalComSettings.DEFAULT_URL, key);
    var check = new CalComCheck(settings, desk.http(), () -> desk.now, desk.time);
    return check.find(desk.soon().deadline());
  }
}
