package dev.twostep.keycloak.page;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Keycloak's identity cookie goes along with requests from any site; the random value that it
 * carries is known to our own pages only, and proves that a form is one of them.
 */
final class FormToken {

  private FormToken() {}

  static boolean isRight(@Nullable String ofCookie, String ofForm) {
    return ofCookie != null
        && MessageDigest.isEqual(
            ofCookie.getBytes(StandardCharsets.UTF_8), ofForm.getBytes(StandardCharsets.UTF_8));
  }
}
