package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.MultipartForm;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.picture.QrPicture;
import dev.twostep.it.codes.Race;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * More pictures at once than are read or wait. Of 1 MB each: fifty of 10 MB ended a server with
 * Keycloak's default heap.
 */
@WithKeycloak
class ManyPicturesIT {

  private static final int OWNERS = 5;
  private static final int EACH = 10;

  private static final byte[] LARGE = QrPicture.encoded(QrPicture.noise(580), "png");

  private static final byte[] CODE =
      QrPicture.encoded(QrPicture.of("otpauth://totp/Git:ann?secret=" + Owner.KEY, 400), "png");

  private final TestEnvironment environment;
  private final RealmApi realm;

  ManyPicturesIT(TestEnvironment environment, RealmApi realm) {
    this.environment = environment;
    this.realm = realm;
  }

  @BeforeAll
  static void setUp(RealmApi realm) {
    realm.setUpTwostep();
    realm.policy(
        "realm", realm.name(), Map.of("requirement", "required", "factors", List.of("totp")));
  }

  @Test
  @DisplayName("H08 of 50 pictures of 1 MB at once some are read; meanwhile users log in")
  @AbuseCase("H08")
  void fiftyAtOnce() {
    assertThat(LARGE).hasSizeBetween(950_000, 1_100_000);
    List<Owner> owners = IntStream.range(0, OWNERS).mapToObj(i -> owner("many-" + i)).toList();
    List<String> portals = owners.stream().map(owner -> owner.add("GitHub")).toList();
    List<Owner> others = IntStream.range(0, OWNERS).mapToObj(i -> known("other-" + i)).toList();

    List<Page> pages =
        Race.of(
            Stream.concat(
                    IntStream.range(0, OWNERS)
                        .boxed()
                        .flatMap(i -> uploads(owners.get(i), portals.get(i))),
                    others.stream().<Supplier<Page>>map(other -> () -> other.logIn().open("")))
                .toList());

    List<Page> uploaded = pages.subList(0, OWNERS * EACH);
    assertThat(uploaded.stream().map(Page::status)).containsOnly(200, 503);
    assertThat(uploaded.stream().filter(page -> page.status() == 503))
        .hasSizeGreaterThanOrEqualTo(OWNERS * EACH / 2)
        .allSatisfy(page -> assertThat(page.text()).contains("try again in a few seconds"))
        .allSatisfy(page -> assertThat(page.headers()).containsKey("retry-after"));
    assertThat(pages.subList(OWNERS * EACH, pages.size()))
        .allSatisfy(page -> assertThat(page.has("#twostep-portals")).isTrue());
    assertThat(owners.get(0).picture(portals.get(0), CODE).has("#code")).as("afterwards").isTrue();
  }

  private static Stream<Supplier<Page>> uploads(Owner owner, String portal) {
    URI address = owner.address("/" + portal + "/picture");
    MultipartForm form =
        new MultipartForm()
            .field("token", owner.token())
            .field("path", "active")
            .file("picture", "a.png", "image/png", LARGE);
    return IntStream.range(0, EACH).mapToObj(i -> () -> owner.browser().upload(address, form));
  }

  private Owner owner(String name) {
    return known(name).logIn();
  }

  private Owner known(String name) {
    realm.createUser(NewUser.named(name).withApp());
    return new Owner(environment.newDriver(), realm, name);
  }
}
