package frontdesk.adapters.calcom;

import frontdesk.http.Secret;
import java.net.URI;

/// How cal.com is spoken to.
///
/// @param url where its API is, without `/v2`: `https://api.cal.com`, or a server of one's own
/// @param key of the account whose calendar it is
/// @param createEventTypes whether a length that the account has no event type for is made when a
///     meeting of it is booked
/// @param holdSlots whether a time is reserved there while the customer decides about it
public record CalComSettings(URI url, Secret key, boolean createEventTypes, boolean holdSlots) {
  public static final URI DEFAULT_URL = URI.create("https://api.cal.com");

  /// Checks the address.
  ///
  /// @throws IllegalArgumentException with one line that names `CALCOM_URL` and the fix
  public CalComSettings {
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw new IllegalArgumentException("CALCOM_URL: must begin with http:// or https://");
    }
    if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
      throw new IllegalArgumentException("CALCOM_URL: must have no user, password, '?' or '#'");
    }
    if (url.getRawPath().matches(".*/v2/?")) {
      throw new IllegalArgumentException("CALCOM_URL: leave out /v2, it is added");
    }
  }

  /// Neither of the two.
  public CalComSettings(URI url, Secret key) {
    this(url, key, false, false);
  }
}
