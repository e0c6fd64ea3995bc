package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.Page;
import dev.twostep.it.codes.Race;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What becomes of forms that are wrong, late, old, or sent twice at the same moment. */
@WithKeycloak
class DeskFormsIT {

  private static final String OTHER = "MFRGGZDFMZTWQ2LKMFRGGZDFMZTWQ2LK";
  private static final String STATE = "update twostep_portal_intake set ";

  private final TestEnvironment environment;
  private final RealmApi realm;

  DeskFormsIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.attribute("twostep.country", "DE");
    realm.policy("realm", realm.name(), Map.of("requirement", "required"));
  }

  @Test
  @DisplayName("A tab that shows an earlier key proves nothing of a later one, nor ends it")
  void staleProof() {
    Owner ann = owner("tabs-ann");
    String portal = ann.add("GitHub");
    Page old = ann.typed(portal, "active", Owner.KEY);
    Page now = ann.typed(portal, "active", OTHER);
    Map<String, String> code = Map.of("code", Totp.ofBase32(OTHER).code());

    assertThat(sent(ann, old, "#code", code).text()).contains("done already");
    assertThat(sent(ann, old, "#twostep-drop", Map.of()).text()).contains("done already");
    assertThat(ann.state(portal)).isEqualTo("listed");
    assertThat(sent(ann, now, "#code", code).text()).contains("we make the codes");
  }

  @Test
  @DisplayName("A tab that shows the running code of an earlier key accepts nothing of a later one")
  void staleAccepted() {
    Owner ann = owner("accept-ann");
    String portal = ann.add("Etsy");
    Page old = ann.typed(portal, "activate", Owner.KEY);
    ann.typed(portal, "activate", OTHER);

    assertThat(sent(ann, old, "#twostep-accepted", Map.of()).text()).contains("done already");
    assertThat(ann.state(portal)).isEqualTo("listed");
  }

  @Test
  @DisplayName("A tab that shows earlier words neither confirms nor refuses what came since")
  void staleWords() {
    Owner ann = owner("words-ann");
    String portal = ann.add("GitHub");
    ann.typed(portal, "active", Owner.KEY);
    intake(portal, "state = 'taken', words = 'Tiger Piano'");
    Page old = ann.open("/" + portal);
    intake(portal, "words = 'Radio Robot', id = 'another'");

    for (String button : List.of("#twostep-same", "#twostep-different")) {
      assertThat(sent(ann, old, button, Map.of()).text()).contains("done already", "Radio Robot");
    }
    assertThat(sent(ann, ann.open("/" + portal), "#twostep-same", Map.of()).has("#code")).isTrue();
  }

  @Test
  @DisplayName("A portal that was added is shown at once, and its codes may wait")
  void added() {
    Owner ann = owner("added-ann");
    Page page = ann.post("", Map.of("do", "add-named", "name", "Stadtwerke"));

    assertThat(page.document().select("#twostep-portal").text()).isEqualTo("Stadtwerke");
    assertThat(page.text()).contains("on your list now");
    assertThat(page.has("#twostep-active")).isTrue();
    assertThat(page.document().select("#twostep-all").text()).startsWith("Later");
    assertThat(ann.post("", Map.of("do", "add", "entry", "github")).has("#twostep-active"))
        .isTrue();
  }

  @Test
  @DisplayName("An address that names no portal is nobody’s page")
  void noPortal() {
    Owner ann = owner("odd-ann");
    for (String odd : List.of("/%7Bx%7D", "/%7Bx", "/a%25b", "/x".repeat(1) + "y".repeat(300))) {
      assertThat(ann.open(odd).status()).as(odd).isEqualTo(404);
      assertThat(environment.newDriver().get(ann.path(odd)).has("input[name=username]"))
          .as(odd)
          .isTrue();
    }
  }

  @Test
  @DisplayName("Of eight portals of one name, added at the same moment, one is there")
  void sameName() {
    Owner ann = owner("race-ann");
    Map<String, String> form =
        Map.of("token", ann.token(), "do", "add-named", "name", "Stadtwerke");
    List<Page> pages = race(8, ann.address(""), ann, i -> form);

    assertThat(pages).allMatch(page -> page.status() == 200);
    assertThat(ann.open("").document().select("[data-portal]")).hasSize(1);
    assertThat(pages.stream().filter(page -> page.text().contains("this name already"))).hasSize(7);
  }

  @Test
  @DisplayName("Keys and removals that come at the same moment end in one, and in no error")
  void sameMoment() {
    Owner ann = owner("same-ann");
    String portal = ann.add("GitHub");
    Map<String, String> key =
        Map.of("token", ann.token(), "do", "typed", "path", "active", "secret", Owner.KEY);
    assertThat(race(8, ann.address("/" + portal), ann, i -> key))
        .allMatch(page -> page.status() == 200)
        .allMatch(page -> page.has("#code"));

    Map<String, String> gone = Map.of("token", ann.token(), "do", "remove", "credential", portal);
    List<Page> removed = race(8, ann.address(""), ann, i -> gone);
    assertThat(removed).allMatch(page -> page.status() == 200 || page.status() == 404);
    assertThat(removed.stream().filter(page -> page.text().contains("have been deleted")))
        .hasSize(1);
    assertThat(
            environment
                .database()
                .sql("select 1 from twostep_portal_intake where portal_id = ?", portal))
        .isEmpty();
  }

  @Test
  @DisplayName("The last code is shown with its job and the robot that asked for it")
  void lastCode() {
    Owner ann = owner("last-ann");
    String portal = ann.add("GitHub");
    ann.typed(portal, "active", Owner.KEY);
    ann.post("/" + portal, Map.of("do", "code", "code", Totp.ofBase32(Owner.KEY).code()));
    String client =
        realm.createClient(Map.of("clientId", "collector-1", "name", "Invoice collector"));
    handed(portal, client);
    assertThat(ann.open("").text()).contains("Job: invoice-7 (Invoice collector)");
    handed(portal, "gone");
    assertThat(ann.open("").text()).contains("Job: invoice-7").doesNotContain("invoice-7 (");
  }

  private void handed(String portal, String client) {
    environment
        .database()
        .sql(
            "update twostep_portal set handed_at = ?, handed_job = 'invoice-7', handed_client = ?"
                + " where id = ?",
            System.currentTimeMillis(),
            client,
            portal);
  }

  private static List<Page> race(
      int count, URI address, Owner ann, IntFunction<Map<String, String>> form) {
    return Race.of(
        IntStream.range(0, count)
            .<Supplier<Page>>mapToObj(i -> () -> ann.browser().post(address, form.apply(i)))
            .toList());
  }

  private static Page sent(Owner owner, Page page, String button, Map<String, String> fields) {
    return owner.browser().submit(page, page.form("form:has(" + button + ")"), fields);
  }

  private void intake(String portal, String change) {
    environment.database().sql(STATE + change + " where portal_id = ?", portal);
  }

  private Owner owner(String name) {
    realm.createUser(NewUser.named(name).withApp());
    return new Owner(environment.newDriver(), realm, name).logIn();
  }

  @Test
  @DisplayName("What was typed is there again, with the error; a key is not")
  void keepsWhatWasTyped() {
    Owner ann = owner("typed-ann");
    String taken = ann.add("Water");
    String portal = ann.add("Power");

    assertWrong(
        ann.post("", Map.of("do", "add-named", "name", "x".repeat(61))),
        "#twostep-named",
        "x".repeat(61));
    assertWrong(
        ann.post("", Map.of("do", "add-named", "name", "WATER")), "#twostep-named", "WATER");
    Page renamed = ann.post("", Map.of("do", "rename", "credential", portal, "name", "water"));
    assertWrong(renamed, "[data-portal=" + portal + "] input[name=name]", "water");
    assertThat(renamed.has("[data-portal=" + portal + "] details[open]")).isTrue();
    assertThat(renamed.has("[data-portal=" + taken + "] [aria-invalid]")).isFalse();

    Page number =
        ann.post("/" + portal, Map.of("do", "link", "path", "activate", "number", "030 12345"));
    assertWrong(number, "#number", "030 12345");
    assertThat(number.document().select("input[name=path]").attr("value")).isEqualTo("activate");
    Page typed = ann.typed(portal, "active", Owner.KEY + "9");
    assertThat(typed.body()).doesNotContain(Owner.KEY);
    assertThat(typed.document().select("input[name=path]").attr("value")).isEqualTo("active");
    assertThat(ann.open("/" + portal + "/picture").has("#twostep-portal")).isTrue();
  }

  @Test
  @DisplayName("Whose proof has expired comes back to the same instructions, and is told why")
  void comesBack() {
    String id = realm.createUser(NewUser.named("back-ann").withApp());
    realm.policy("user", id, Map.of("requirement", "off"));
    Owner ann = new Owner(environment.newDriver(), realm, "back-ann");
    ann.browser().password(ann.open(""), "back-ann", NewUser.PASSWORD);
    String portal = ann.add("GitHub");

    Page back = proven(ann, ann.typed(portal, "activate", Owner.KEY));

    assertThat(back.text()).contains("once more", "another 4 minutes");
    assertThat(back.document().select("input[name=path]").attr("value")).isEqualTo("activate");
    assertThat(back.body()).doesNotContain(Owner.KEY);
    Owner again = new Owner(environment.newDriver(), realm, "back-ann");
    again.browser().password(again.open(""), "back-ann", NewUser.PASSWORD);
    Page link = again.open("/" + portal + "?way=activate");
    assertThat(link.document().select("#twostep-confirm").attr("href"))
        .contains(portal + "%3Fway%3Dactivate");
  }

  private static void assertWrong(Page page, String field, String typed) {
    var input = page.document().select(field);
    assertThat(input.attr("value")).isEqualTo(typed);
    assertThat(input.attr("aria-invalid")).as(page.text()).isEqualTo("true");
    assertThat(page.has(".pf-m-danger, .alert-error")).as(page.text()).isTrue();
  }

  private static Page proven(Owner owner, Page asked) {
    return owner
        .browser()
        .submit(
            asked,
            asked.form("#twostep-form"),
            Map.of("code", NewUser.appOf(owner.name()).code(), "twostepAction", "verify"));
  }
}
