package dev.twostep.domain.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.domain.contact.EmailAddress;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.fixture.AbuseCase;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is told, for every set of channels and every kind of change. */
class ChannelsTest {

  private static final String PHONE = "+4915112345678";
  private static final String OLD_PHONE = "+4915187654321";

  /** P phone, Q former phone, p pinned, v verified profile, u unverified profile, f former mail. */
  @ParameterizedTest(name = "has {0}, new {1}, formerly {2}: tells {3}")
  @CsvSource({
    "P,        -,     -, P",
    "P p,      -,     -, P p",
    "P v,      -,     -, P v",
    "P p v,    -,     -, P p",
    "p u,      -,     -, p",
    "v,        -,     -, v",
    "u,        -,     -, u",
    "P u,      -,     -, P",
    "-,        -,     -, -",
    "P,        sms,   -, -",
    "P v,      sms,   -, v",
    "P u,      sms,   -, u",
    "P v,      sms,   Q, Q v",
    "P,        sms,   P, -",
    "v,        -,     Q, Q v",
    "u,        -,     Q, Q",
    "p,        email, -, -",
    "P p,      email, -, P",
    "P p,      email, f, f P",
    "P v,      totp,  -, P v",
    "p,        email, p, -",
  })
  @AbuseCase("C27")
  @DisplayName("C27 every channel but the new one is told, an unproven one only as the last resort")
  void tellsTheOthers(String has, String brought, String formerly, String told) {
    Channels channels =
        new Channels(
            has.contains("P") ? Optional.of(PhoneNumber.ofE164(PHONE)) : Optional.empty(),
            mail(has, "p"),
            mail(has, "v").or(() -> mail(has, "u")),
            has.contains("v"));

    List<Recipient> recipients = channels.told(FactorKind.of(brought), recipients(formerly));

    assertThat(recipients).containsExactlyInAnyOrderElementsOf(recipients(told));
  }

  @ParameterizedTest
  @CsvSource({"Anna@Example.test,anna@example.test", "a@b.test,a@b.test"})
  @DisplayName("one mailbox is told once, however it is written")
  void tellsOnce(String pinned, String former) {
    Channels channels =
        new Channels(
            Optional.empty(), Optional.of(EmailAddress.of(pinned)), Optional.empty(), false);

    assertThat(channels.told(Optional.empty(), List.of(Recipient.of(EmailAddress.of(former)))))
        .hasSize(1);
  }

  private static Optional<EmailAddress> mail(String has, String letter) {
    return has.contains(letter)
        ? Optional.of(EmailAddress.of(letter + "@example.test"))
        : Optional.empty();
  }

  private static List<Recipient> recipients(String letters) {
    return Arrays.stream(letters.split(" "))
        .filter(letter -> !letter.equals("-"))
        .map(
            letter ->
                switch (letter) {
                  case "P" -> Recipient.of(PhoneNumber.ofE164(PHONE));
                  case "Q" -> Recipient.of(PhoneNumber.ofE164(OLD_PHONE));
                  default -> Recipient.of(EmailAddress.of(letter + "@example.test"));
                })
        .toList();
  }
}
