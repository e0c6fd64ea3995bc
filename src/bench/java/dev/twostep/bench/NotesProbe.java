package dev.twostep.bench;

import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.Page;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Opens one login of each kind up to its second page, and asks the server what it holds there. */
record NotesProbe(URI server) {

  static final List<Variant> KINDS =
      List.of(
          Variant.KEYCLOAK_OTP,
          Variant.TWOSTEP_TOTP,
          Variant.TWOSTEP_SMS,
          Variant.TWOSTEP_EMAIL,
          Variant.TWOSTEP_DEVICE);

  /** Bytes by note. */
  record Notes(Map<String, Integer> bytes) {

    int all() {
      return bytes.values().stream().mapToInt(Integer::intValue).sum();
    }

    int ofTwostep() {
      return bytes.entrySet().stream()
          .filter(note -> note.getKey().toLowerCase(Locale.ROOT).startsWith("twostep"))
          .mapToInt(Map.Entry::getValue)
          .sum();
    }
  }

  Notes look(Variant variant) {
    BenchUser user = new BenchUser(0);
    LoginDriver browser = LoginDriver.at(server);
    Page page = browser.login(variant.realm(), Logins.CLIENT, user.name(), BenchUser.PASSWORD);
    if (!page.has("input[name=code]") && !page.has("input[name=otp]")) {
      throw new IllegalStateException(variant + " was asked for no code: " + page.text());
    }
    Page answer = browser.get("/realms/" + variant.realm() + "/bench-notes");
    if (answer.status() != 200) {
      throw new IllegalStateException("the server tells no notes: " + answer.body());
    }
    Map<String, Integer> bytes = new LinkedHashMap<>();
    for (String line : answer.body().split("\n", -1)) {
      int blank = line.lastIndexOf(' ');
      bytes.merge(
          line.substring(0, blank), Integer.valueOf(line.substring(blank + 1)), Integer::sum);
    }
    return new Notes(bytes);
  }
}
