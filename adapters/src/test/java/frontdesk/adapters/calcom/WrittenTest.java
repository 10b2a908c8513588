package frontdesk.adapters.calcom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
  private static final Instant START = Instant.parse("2026-11-24T16:45:00Z");

  @ParameterizedTest
  @CsvSource({
    "UTC, UTC, UTC",
    "Z, UTC, UTC",
    "Asia/Bangkok, 'Asia/Bangkok, UTC+7', Asia/Bangkok",
    "Asia/Kathmandu, 'Asia/Kathmandu, UTC+5:45', Asia/Kathmandu",
    "America/New_York, 'America/New_York, UTC-5', America/New_York",
    "Europe/London, 'Europe/London, UTC', Europe/London",
    "+07:00, UTC+7, Etc/GMT-7",
    "-10:00, UTC-10, Etc/GMT+10",
    "+05:30, UTC+5:30, UTC"
  })
  void C9_a_zone_is_told_with_its_offset_and_has_a_name_for_the_provider(
      String id, String told, String name) {
    var written = new Written(false, ZoneId.of(id));
    assertThat(written.zone(START)).isEqualTo(told);
    assertThat(written.iana()).isEqualTo(name);
    assertThat(ZoneId.getAvailableZoneIds()).contains(written.iana());
  }

  @Test
  void what_lasts_beyond_midnight_tells_both_days() {
    var bangkok = ZoneId.of("Asia/Bangkok");
    Instant end = START.plusSeconds(3600);
    assertThat(new Written(false, bangkok).span(START, end))
        .isEqualTo(
            "Tuesday, 24 November 2026, 23:45–Wednesday, 25 November 2026, 00:45 (Asia/Bangkok,"
                + " UTC+7)");
    assertThat(new Written(true, bangkok).span(START, end))
        .isEqualTo(
            "วันอังคารที่ 24 พฤศจิกายน พ.ศ. 2569 (ค.ศ. 2026) เวลา 23:45–วันพุธที่ 25 พฤศจิกายน พ.ศ."
                + " 2569 (ค.ศ. 2026) เวลา 00:45 น. (Asia/Bangkok, UTC+7)");
  }
}
