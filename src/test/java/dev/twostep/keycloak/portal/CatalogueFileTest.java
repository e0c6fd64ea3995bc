package dev.twostep.keycloak.portal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.portal.KnownPortal;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CatalogueFileTest {

  private static final String NAMES =
      "1&1, ActiveCampaign, Amazon.de, Amazon.fr, Amazon Seller Central, Atlassian, Audible,"
          + " Bill.com, Billbee, Bitbucket, BitNinja, DigitalOcean, DonDominio, DocuSign, Dropbox,"
          + " Etsy, Facebook, GMX, GitHub, Google Ads, Google Workspace, Google Cloud,"
          + " Google Payments, Heroku, Hootsuite, HubSpot, ImmobilienScout24, Indeed, IONOS,"
          + " Klaviyo, MailChimp, Microsoft Ads, Microsoft 365, MongoDB, Namecheap, Notion, OVH,"
          + " PayPal, Raidboxes, Slack, Shopify, Sipgate, Stripe, Uber, Zoom";

  @Test
  @DisplayName("E5: every portal is there")
  void names() {
    assertThat(CatalogueFile.catalogue().portals())
        .extracting(KnownPortal::name)
        .contains(NAMES.split(", "))
        .hasSize(46);
  }

  @Test
  @DisplayName("PayPal is there once more, for those who get one summary a month")
  void monthly() {
    List<KnownPortal> found = CatalogueFile.catalogue().search("paypal");

    assertThat(found).extracting(KnownPortal::variant).containsExactly("", "monthly");
  }
}
