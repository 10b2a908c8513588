package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalComSettingsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://api.cal.com",
        "https://api.cal.com/",
        "http://127.0.0.1:8080/sandbox/calcom/api"
      })
  void takes_a_server_with_a_path_or_without(String url) {
    assertThat(settings(url).url()).isEqualTo(URI.create(url));
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://cal.com, CALCOM_URL: must begin with http:// or https://",
    "cal.com, CALCOM_URL: must begin with http:// or https://",
    "https://, CALCOM_URL: must begin with http:// or https://",
    "'https://me:secret@cal.com', 'CALCOM_URL: must have no user, password, ''?'' or ''#'''",
    "'https://cal.com?apiKey=1', 'CALCOM_URL: must have no user, password, ''?'' or ''#'''",
    "'https://api.cal.com/v2', 'CALCOM_URL: leave out /v2, it is added'",
    "'https://api.cal.com/v2/', 'CALCOM_URL: leave out /v2, it is added'"
  })
  void C15_refuses_an_address_in_one_line_that_does_not_repeat_it(String url, String why) {
    // What URI itself takes for none is told by whoever reads the setting.
    String parsed = url.equals("https://") ? "https:///x" : url;
    assertThatThrownBy(() -> settings(parsed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(why);
  }

  @Test
  void prints_no_key() {
    assertThat(settings("https://api.cal.com").toString()).doesNotContain("cal_demo");
  }

  private static CalComSettings settings(String url) {
    return new CalComSettings(URI.create(url), Desk.KEY);
  }
}
