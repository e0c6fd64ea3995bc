package dev.twostep.domain.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CatalogueTest {

  private static final KnownPortal AND = new KnownPortal("1und1", "1&1", "www.1und1.de", "");
  private static final KnownPortal HUB = new KnownPortal("github", "GitHub", "github.com", "");
  private static final KnownPortal BILL = new KnownPortal("bill", "Bill.com", "app.bill.com", "");

  private final Catalogue catalogue = new Catalogue(List.of(HUB, BILL, AND));

  @Test
  void sortsByName() {
    assertThat(catalogue.portals()).containsExactly(AND, BILL, HUB);
    assertThat(catalogue.search(" ")).containsExactly(AND, BILL, HUB);
    assertThat(catalogue.find("bill")).contains(BILL);
    assertThat(catalogue.find("Bill.com")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"git hub, github", "GITHUB.COM, github", "billcom, bill", "1 & 1, 1und1"})
  void findsWhatWasMeant(String typed, String key) {
    assertThat(catalogue.search(typed)).extracting(KnownPortal::key).containsExactly(key);
  }

  @Test
  void takesNoKeyTwice() {
    assertThatThrownBy(() -> new Catalogue(List.of(HUB, HUB)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("github");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://x.test", "x", "x.test/login", "X.test", "-x.test", "x..test", ""})
  void takesHostsOnly(String host) {
    assertThatThrownBy(() -> new KnownPortal("some", "Some", host, ""))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
