package dev.twostep.it.bind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Whoever has apps already: how many, under which names, and one in place of another. */
@WithKeycloak
class SeveralAppsIT {

  private static final String BOUND = "is now bound";

  private static TestEnvironment environment;
  private static RealmApi realm;

  @BeforeAll
  static void setUp(TestEnvironment shared, RealmApi own) {
    environment = shared;
    realm = own;
    realm.setUpTwostep();
  }

  private static Binder open(Owner owner) {
    return Binder.open(environment, realm, owner);
  }

  @Test
  @AbuseCase("C13")
  @DisplayName("C13 the old app stays until the new one is bound, then it goes")
  void theOldAppStaysUntilTheNewOneIsBound() {
    String phone = Owner.freshNumber();
    String id = realm.createUser(NewUser.named("ida").withPhone(phone).withApp());
    Owner ida = new Owner(realm, id, "ida", phone);
    String old = ida.appIds().get(0);
    Binder binder =
        Binder.open(environment, realm, ida, Map.of("kc_action", "CONFIGURE_TOTP:renew-" + old));
    Totp app = binder.scan();
    String sms = binder.ask();
    assertThat(ida.appIds()).containsExactly(old);
    assertThat(binder.bind(sms, "000000").text()).doesNotContain(BOUND);
    assertThat(ida.appIds()).containsExactly(old);
    binder.coolDown();

    assertThat(binder.bind(sms, app.code()).text()).contains(BOUND);
    assertThat(ida.appIds()).hasSize(1).doesNotContain(old);
    assertThat(ida.apps()).containsExactly("otp");
    assertThat(binder.press("done", Map.of()).code()).isPresent();
  }

  @Test
  @AbuseCase("C13")
  @DisplayName("C13 renewing another user's app, or one that is not there, is refused")
  void renewsOnesOwnOnly() {
    String other = realm.createUser(NewUser.named("jack").withApp());
    String foreign = new Owner(realm, other, "jack", "").appIds().get(0);
    Owner kim = Owner.withPhone(realm, "kim");
    for (String id : new String[] {foreign, "no-such-app", "", ":" + foreign}) {
      Binder binder =
          Binder.open(environment, realm, kim, Map.of("kc_action", "CONFIGURE_TOTP:renew-" + id));
      assertThat(binder.page().text()).as(id).contains("not one of yours");
    }
    assertThat(new Owner(realm, other, "jack", "").appIds()).containsExactly(foreign);
  }

  @Test
  @AbuseCase("C25")
  @DisplayName("C25 a sixth app is refused with the reason")
  void fiveAppsAreEnough() {
    NewUser many = NewUser.named("lea");
    for (int app = 0; app < 5; app++) {
      many = many.withApp();
    }
    String phone = Owner.freshNumber();
    Owner lea = new Owner(realm, realm.createUser(distinct(many.withPhone(phone))), "lea", phone);
    assertThat(lea.apps()).hasSize(5);

    Binder binder = open(lea);

    assertThat(binder.page().text()).contains("five authenticator apps already");
    assertThat(binder.page().has("#twostep-cancel")).isTrue();
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> distinct(NewUser user) {
    Map<String, Object> all = user.representation();
    int number = 0;
    for (Map<String, Object> one : (Iterable<Map<String, Object>>) all.get("credentials")) {
      if ("otp".equals(one.get("type"))) {
        one.put("userLabel", "app " + ++number);
      }
    }
    return all;
  }

  @Test
  @AbuseCase("C24")
  @DisplayName("C24 a label of markup, bidi characters, formulas or 10 kB is kept harmless")
  void labelsAreHarmless() {
    Owner max = Owner.withPhone(realm, "max");
    String[] labels = {"<script>alert(1)</script>", "a\u202eb\u0000c", "x".repeat(10_000)};
    for (String label : labels) {
      Binder binder = open(max);
      Totp app = binder.scan();
      String sms = binder.ask();
      Page shown = binder.press("verify", Map.of("code", "", "app", "", "label", label));
      assertThat(shown.body()).doesNotContain("<script>alert(1)");
      Page bound = binder.press("verify", Map.of("code", sms, "app", app.code(), "label", label));
      assertThat(bound.text()).contains(BOUND);
    }
    assertThat(max.apps()).containsExactly("<script>alert(1)</script>", "abc", "x".repeat(40));
  }
}
