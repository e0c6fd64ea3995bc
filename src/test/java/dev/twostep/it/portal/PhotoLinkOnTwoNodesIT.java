package dev.twostep.it.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.fixture.AbuseCase;
import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import dev.twostep.fixture.environment.TwoNodes;
import dev.twostep.fixture.environment.WithKeycloak;
import dev.twostep.fixture.login.LoginDriver;
import dev.twostep.fixture.login.MultipartForm;
import dev.twostep.fixture.login.Page;
import dev.twostep.fixture.picture.QrPicture;
import dev.twostep.it.codes.Race;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Two nodes on one database know one browser and one photo of a link. */
@WithKeycloak
class PhotoLinkOnTwoNodesIT {

  private static final String NUMBER = "+4915175000201";
  private static final byte[] PHOTO =
      QrPicture.encoded(QrPicture.of("otpauth://totp/x?secret=" + Owner.KEY, 400), "png");

  @Test
  @AbuseCase("H15")
  @DisplayName("H15 on two nodes at the same moment one browser begins, and one photo is taken")
  void oneUse(TwoNodes nodes) {
    RealmApi realm = nodes.realm("photo-on-two-nodes");
    realm.post("twostep/setup", Map.of()).orFail();
    realm.policy(
        "realm", realm.name(), Map.of("requirement", "required", "factors", List.of("totp")));
    realm.createUser(NewUser.named("ann").withApp().withPhone(NUMBER));
    Owner ann = new Owner(LoginDriver.at(nodes.first().front()), realm, "ann").logIn();
    String portal = ann.add("GitHub");
    ann.post("/" + portal, Map.of("do", "link", "path", "active", "to", "proven"));
    String link = Owner.link(nodes.gateway(), NUMBER, 1);

    List<LoginDriver> phones =
        IntStream.range(0, 6)
            .mapToObj(i -> node(nodes, i, LoginDriver.at(nodes.first().front())))
            .toList();
    List<Page> opened = phones.stream().map(phone -> phone.get(link)).toList();
    List<Page> begun =
        Race.of(
            IntStream.range(0, 6)
                .<Supplier<Page>>mapToObj(i -> () -> Owner.begin(phones.get(i), opened.get(i)))
                .toList());
    assertThat(begun.stream().map(Page::status).sorted())
        .containsExactly(200, 410, 410, 410, 410, 410);
    int winner =
        IntStream.range(0, 6).filter(i -> begun.get(i).status() == 200).findFirst().orElseThrow();
    List<Page> photos =
        Race.of(
            IntStream.range(0, 4)
                .<Supplier<Page>>mapToObj(
                    i -> () -> photo(node(nodes, i, phones.get(winner)), begun.get(winner).uri()))
                .toList());

    assertThat(photos.stream().map(Page::status).sorted()).containsExactly(200, 410, 410, 410);
    assertThat(ann.open("/" + portal + "/state").body()).contains("taken");
  }

  private static LoginDriver node(TwoNodes nodes, int i, LoginDriver browser) {
    return browser.through((i % 2 == 0 ? nodes.first() : nodes.second()).url());
  }

  private static Page photo(LoginDriver phone, URI address) {
    return phone.upload(address, new MultipartForm().file("picture", "a.png", "image/png", PHOTO));
  }
}
