package dev.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.twostep.application.challenge.Account;
import dev.twostep.application.challenge.CheckTotp;
import dev.twostep.application.challenge.SendCode;
import dev.twostep.application.delivery.Letter;
import dev.twostep.application.delivery.TextMessage;
import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.Otp;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.contact.PhoneNumber;
import dev.twostep.domain.delivery.Origin;
import dev.twostep.domain.delivery.SmsText;
import dev.twostep.domain.factor.FactorKind;
import dev.twostep.domain.notice.Recipient;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever holds a code, a secret or somebody's address does not print it. */
class SilentTypesTest {

  private static final String SECRET = "12345678901234567890123456789012";
  private static final String PHONE = "+4915112345678";
  private static final Path SOURCES =
      Path.of(System.getProperty("twostep.project", ""), "src", "main", "java");

  private static final Pattern RECORD = Pattern.compile("\\brecord (\\w+)\\(([^)]*)\\)");
  private static final Pattern TELLING =
      Pattern.compile(
          "\\b(?:String|byte\\[]|char\\[]) "
              + "(?:to|text|html|code|digits|address|number|typed|e164|secret|password|mail|phone)\\b");

  /** Its text explains a rule that did not win. */
  private static final Set<String> HARMLESS = Set.of("Loser");

  static Stream<Object> keepers() {
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    Letter.Address address =
        new Letter.Address(FactorKind.SMS, PHONE, Locale.ENGLISH, "login.example.org");
    Account anna = new Account("acme", "anna-id");
    ChallengeId challenge = new ChallengeId("0".repeat(32));
    Origin origin = new Origin("login.example.org", "123456");
    TimeSteps steps =
        new TimeSteps(new TimeSteps.Secret(secret, "HmacSHA1"), Duration.ofSeconds(30), 6, 1);
    return Stream.of(
        ServerKey.of(secret),
        ServerKey.of(secret).codeOf(challenge, "anna-id", Purpose.LOGIN),
        Otp.at(secret, "HmacSHA1", 1, 6),
        Answer.typed("123456"),
        steps,
        new CheckTotp.App("app", steps),
        Recipient.of(PhoneNumber.ofE164(PHONE)),
        PhoneNumber.ofE164(PHONE),
        new TextMessage(PhoneNumber.ofE164(PHONE), "Your code is 123456."),
        origin,
        SmsText.compose(name -> name + ": 123456", "Acme", origin),
        address,
        new Letter(
            "id",
            new Letter.Subject("acme", "anna-id", challenge, Purpose.LOGIN),
            address,
            Optional.of(address),
            Instant.EPOCH),
        new SendCode.Request(
            anna,
            "login",
            Purpose.LOGIN,
            new SendCode.Route(address, Optional.of(address), "192.0.2.1")));
  }

  @ParameterizedTest
  @MethodSource("keepers")
  @DisplayName("J03 nothing that keeps a secret prints it")
  @AbuseCase("J03")
  void nothingThatKeepsASecretPrintsIt(Object keeper) {
    assertThat(keeper.toString()).doesNotContainPattern("[1-9][0-9]{4}");
  }

  @Test
  @DisplayName("J03 a record with a telling component words its own toString")
  @AbuseCase("J03")
  void aRecordWithATellingComponentWordsItsOwnToString() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      assertThat(files.filter(file -> file.toString().endsWith(".java")).flatMap(this::talkative))
          .isEmpty();
    }
  }

  private Stream<String> talkative(Path file) {
    String source = read(file);
    return RECORD
        .matcher(source)
        .results()
        .filter(one -> TELLING.matcher(one.group(2)).find())
        .filter(one -> !HARMLESS.contains(one.group(1)))
        .filter(one -> !body(source, one).contains("String toString()"))
        .map(one -> SOURCES.relativize(file) + ": " + one.group(1));
  }

  /** From the record's opening brace to the one that closes it. */
  private static String body(String source, MatchResult header) {
    int start = source.indexOf('{', header.end());
    int depth = 0;
    int end = start;
    do {
      char c = source.charAt(end++);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    } while (depth > 0);
    return source.substring(start, end);
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
