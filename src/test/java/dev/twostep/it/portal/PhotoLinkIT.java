package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.Totp;
import dev.twostep.fixture.admin.Json;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.MultipartForm;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.picture.QrPicture;
import dev.twostep.it.codes.Race;
import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The link that brings a phone to the page for a photo, in right and in wrong hands. */
@WithKeycloak
class PhotoLinkIT {

  private static final byte[] PHOTO =
      QrPicture.encoded(QrPicture.of("otpauth://totp/Git:ann?secret=" + Owner.KEY, 400), "png");

  private static final String COOKIE = "__Secure-twostep-photo";

  private static final byte[] NO_CODE =
      QrPicture.encoded(new BufferedImage(300, 300, BufferedImage.TYPE_INT_RGB), "png");

  private final TestEnvironment environment;
  private final RealmApi realm;

  PhotoLinkIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.attribute("twostep.country", "DE");
    realm.policy(
        "realm", realm.name(), Map.of("requirement", "required", "factors", List.of("totp")));
  }

  /** Somebody with a portal and a phone, whose link is out. */
  private record Sent(Owner owner, String portal, String number, String link) {}

  @Test
  @DisplayName(
      "The whole way: link, photo, the same words, the owner’s code; then the link is dead")
  @AbuseCase("H15")
  void wholeWay() {
    Sent sent = sent("way-ann", "+4915175000101");
    LoginDriver phone = environment.newDriver();
    assertThat(phone.get(sent.link()).has("#twostep-start")).isTrue();
    assertThat(phone.get(sent.link()).has("#twostep-start")).as("opened again").isTrue();
    Page begun = Owner.begin(phone, sent.link());
    String words = begun.document().select("#twostep-words").text();
    assertThat(begun.uri().getPath()).endsWith("/twostep/p");
    assertThat(state(sent)).isEqualTo("started");
    assertThat(sent.owner().open("/" + sent.portal()).document().select("#twostep-words").text())
        .isEqualTo(words);

    Page blurred = photo(phone, begun, NO_CODE);
    assertThat(blurred.text()).contains("No code can be read", "9 more tries");
    assertThat(sent.owner().open("/" + sent.portal() + "/state").body())
        .as("by which the page notices")
        .contains("picture-too-blurred", "\"tries\":1");
    assertThat(sent.owner().open("/" + sent.portal()).text())
        .contains("The last photo did not work");
    assertThat(photo(phone, begun, PHOTO).text()).contains("The photo has arrived");
    assertThat(photo(phone, begun, PHOTO).status()).isEqualTo(410);
    assertThat(phone.get(begun.uri().toString()).status()).isEqualTo(410);
    assertThat(phone.get(sent.link()).status()).as("used").isEqualTo(410);
    assertThat(state(sent)).isEqualTo("taken");
    assertThat(sent.owner().state(sent.portal())).isEqualTo("listed");
    assertThat(post(sent, Map.of("do", "code", "code", Totp.ofBase32(Owner.KEY).code())).text())
        .as("no proof before the words")
        .contains("done already");
    assertThat(post(sent, Map.of("do", "same")).has("#code")).isTrue();
    assertThat(post(sent, Map.of("do", "code", "code", Totp.ofBase32(Owner.KEY).code())).text())
        .contains("we make the codes for this portal");
  }

  @Test
  @DisplayName(
      "H15 of many browsers at the same moment one begins, and of many photos one is taken")
  @AbuseCase("H15")
  void oneUse() {
    Sent sent = sent("race-ann", "+4915175000102");
    List<LoginDriver> phones =
        IntStream.range(0, 8).mapToObj(i -> environment.newDriver()).toList();
    List<Page> opened = phones.stream().map(phone -> phone.get(sent.link())).toList();
    List<Page> begun =
        Race.of(
            IntStream.range(0, 8)
                .<Supplier<Page>>mapToObj(i -> () -> Owner.begin(phones.get(i), opened.get(i)))
                .toList());

    assertThat(begun.stream().map(Page::status).sorted())
        .containsExactly(200, 410, 410, 410, 410, 410, 410, 410);
    int winner =
        IntStream.range(0, 8).filter(i -> begun.get(i).status() == 200).findFirst().orElseThrow();
    LoginDriver phone = phones.get(winner);
    List<Page> photos =
        Race.of(
            IntStream.range(0, 4)
                .<Supplier<Page>>mapToObj(i -> () -> photo(phone, begun.get(winner), PHOTO))
                .toList());
    assertThat(photos.stream().filter(page -> page.text().contains("The photo has arrived")))
        .hasSize(1);
    assertThat(photos.stream().map(Page::status).filter(status -> status != 200))
        .as("late, or one too many at the same moment")
        .hasSize(3)
        .isSubsetOf(410, 503);
  }

  @Test
  @DisplayName("The form of another site neither begins with a link nor moves a phone to another")
  void foreignForm() {
    Sent sent = sent("post-ann", "+4915175000114");
    Sent mallory = sent("post-mallory", "+4915175000115");
    LoginDriver phone = environment.newDriver();
    Page begun = Owner.begin(phone, sent.link());
    String known = phone.cookies().value(COOKIE);
    String others = environment.newDriver().get(mallory.link()).form().formData().toString();
    assertThat(others).contains("token=");

    for (String token : List.of("", "no", others.replaceAll(".*token=([^,\\]]+).*", "$1"))) {
      Page refused =
          phone.post(URI.create(mallory.link()), Map.of("twostepAction", "start", "token", token));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.headers().toString()).contains("no-referrer", "no-store");
    }
    LoginDriver blind = environment.newDriver();
    blind.post(URI.create(mallory.link()), Map.of("twostepAction", "start", "token", ""));
    assertThat(blind.cookies().value(COOKIE)).isEmpty();
    assertThat(state(mallory)).isEqualTo("sent");
    assertThat(phone.cookies().value(COOKIE)).isNotEmpty().isEqualTo(known);
    assertThat(photo(phone, begun, PHOTO).text()).contains("The photo has arrived");
    assertThat(state(sent)).isEqualTo("taken");
    Page start = phone.get(mallory.link());
    phone.get(mallory.link());
    assertThat(Owner.begin(phone, start).has("#picture")).as("an older tab").isTrue();
  }

  @Test
  @DisplayName("H19 a stranger’s key stays inactive, and other words throw it away")
  @AbuseCase("H19")
  void stranger() {
    Sent sent = sent("poison-ann", "+4915175000103");
    LoginDriver stranger = environment.newDriver();
    Page begun = Owner.begin(stranger, sent.link());
    photo(stranger, begun, PHOTO);
    assertThat(Owner.begin(environment.newDriver(), sent.link()).text())
        .contains("arrived by this link");
    assertThat(realm.events().toString()).contains("link-opened", "key-by-phone");
    assertThat(sent.owner().open("/" + sent.portal()).text())
        .as("the notice, where its owner waits")
        .contains("A photo has come", "somebody else might slip in a key");
    assertThat(sent.owner().state(sent.portal())).isEqualTo("listed");
    assertThat(stranger.get(begun.uri().toString()).body()).doesNotContain(Owner.KEY, "Git:ann");

    assertThat(post(sent, Map.of("do", "different")).text()).contains("thrown the photo away");
    assertThat(sent.owner().state(sent.portal())).isEqualTo("listed");
    assertThat(state(sent)).isEqualTo("none");
    assertThat(post(sent, Map.of("do", "same")).text()).contains("done already");
  }

  @Test
  @DisplayName("H21 H38 the phone learns and keeps nothing of its owner, and nobody else the link")
  @AbuseCase({"H21", "H38"})
  void tellsNothing() {
    Sent sent = sent("quiet-ann", "+4915175000104");
    LoginDriver phone = environment.newDriver();
    Page start = phone.get(sent.link());
    Page begun = Owner.begin(phone, sent.link());
    Page done = photo(phone, begun, PHOTO);

    for (Page page : List.of(start, begun, done)) {
      assertThat(page.headers().toString()).contains("no-referrer", "no-store");
      assertThat(page.body())
          .doesNotContain("quiet-ann", sent.number(), "GitHub for", Owner.KEY, "Git:ann");
      assertThat(page.document().select("script[src], link[href], img[src]"))
          .allSatisfy(
              one ->
                  assertThat(one.absUrl(one.hasAttr("src") ? "src" : "href"))
                      .startsWith(environment.url().toString().replaceFirst("/$", "")));
    }
    assertThat(begun.body() + done.body()).doesNotContain(Owner.secretOf(sent.link()));
    assertThat(phone.cookies().value("KEYCLOAK_IDENTITY")).isEmpty();
    assertThat(phone.get(sent.owner().path("")).has("input[name=password]")).isTrue();
    assertThat(environment.log() + realm.events() + environment.database().dump())
        .doesNotContain(Owner.secretOf(sent.link()));
  }

  @Test
  @DisplayName("H36 a number in the profile gets no link; another one needs a proof of now")
  @AbuseCase("H36")
  void provenNumber() {
    String proven = "+4915175000105";
    String profile = "+4915175000106";
    String id =
        realm.createUser(
            NewUser.named("number-ann")
                .withApp()
                .withPhone(proven)
                .attribute("phoneNumber", profile));
    Owner ann = new Owner(environment.newDriver(), realm, "number-ann").logIn();
    String portal = ann.add("GitHub for ann");
    Page ways = ann.open("/" + portal + "?way=active");
    assertThat(ways.document().select("#twostep-phone").text()).endsWith("05");
    assertThat(ways.body()).doesNotContain(proven, profile);
    realm.userAttribute(id, "phoneNumber", "+4915175000107");
    ann.post("/" + portal, Map.of("do", "link", "path", "active", "to", "proven"));

    assertThat(Owner.link(environment.gateway(), proven, 1)).isNotEmpty();
    assertThat(environment.gateway().inbox(profile)).isEmpty();
    assertThat(environment.gateway().inbox("+4915175000107")).isEmpty();
    Page other =
        ann.post("/" + portal, Map.of("do", "link", "path", "active", "number", "0151 75000108"));
    assertThat(other.text()).contains("on its way");
    assertThat(Owner.link(environment.gateway(), "+4915175000108", 1)).isNotEmpty();
    assertThat(
            ann.post("/" + portal, Map.of("do", "link", "path", "active", "number", "030 12345"))
                .text())
        .contains("no mobile number");
    realm.policy("user", id, Map.of("requirement", "off"));
    Owner later = new Owner(environment.newDriver(), realm, "number-ann");
    later.browser().password(later.open(""), "number-ann", NewUser.PASSWORD);
    later.post("/" + portal, Map.of("do", "link", "path", "active", "number", "0151 75000109"));
    assertThat(environment.gateway().inbox("+4915175000109")).isEmpty();
  }

  @Test
  @DisplayName("A newer link ends the one before; messages are limited as those with codes are")
  void newerLink() {
    Sent sent = sent("again-ann", "+4915175000110");
    post(sent, Map.of("do", "drop"));
    assertThat(environment.newDriver().get(sent.link()).status()).isEqualTo(404);
    assertThat(post(sent, Map.of("do", "link", "path", "active", "to", "proven")).text())
        .contains("wait half a minute");
    assertThat(environment.gateway().inbox(sent.number())).hasSize(1);
    assertThat(environment.newDriver().get(sent.link().replaceFirst("p/.{4}", "p/AAAA")).status())
        .isEqualTo(404);
  }

  @Test
  @DisplayName("Ten photos are enough; and after its time a link is dead")
  void ends() {
    Sent sent = sent("ends-ann", "+4915175000111");
    LoginDriver phone = environment.newDriver();
    Page begun = Owner.begin(phone, sent.link());
    for (int i = 0; i < 9; i++) {
      assertThat(photo(phone, begun, NO_CODE).status()).isEqualTo(200);
    }
    assertThat(photo(phone, begun, NO_CODE).text()).contains("too many photos");
    assertThat(photo(phone, begun, PHOTO).text()).contains("too many photos");

    Sent late = sent("late-ann", "+4915175000112");
    environment
        .database()
        .sql("update twostep_portal_intake set expires_at = 1 where portal_id = ?", late.portal());
    Page dead = environment.newDriver().get(late.link());
    assertThat(dead.status()).isEqualTo(410);
    assertThat(dead.text()).contains("good for ten minutes");
  }

  private Owner owner(String name, String number) {
    realm.createUser(NewUser.named(name).withApp().withPhone(number));
    return new Owner(environment.newDriver(), realm, name).logIn();
  }

  private Sent sent(String name, String number) {
    Owner owner = owner(name, number);
    String portal = owner.add("GitHub for ann");
    Page page = owner.post("/" + portal, Map.of("do", "link", "path", "active", "to", "proven"));
    assertThat(page.text()).contains("on its way");
    return new Sent(owner, portal, number, Owner.link(environment.gateway(), number, 1));
  }

  private static Page post(Sent sent, Map<String, String> fields) {
    return sent.owner().post("/" + sent.portal(), fields);
  }

  private static String state(Sent sent) {
    String json = sent.owner().open("/" + sent.portal() + "/state").body();
    return Json.read(json).path("state").asText();
  }

  private static Page photo(LoginDriver phone, Page begun, byte[] photo) {
    return phone.upload(
        begun.uri(), new MultipartForm().file("picture", "IMG_1.jpg", "image/jpeg", photo));
  }
}
