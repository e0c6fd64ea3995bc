package dev.twostep.it.codes;

import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.GatewayRequest;
import dev.twostep.fixture.gateway.ReceiptSender;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.mail.Mail;
import dev.twostep.fixture.mail.MailSink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Everything secret that the doubles of a run saw: it may be nowhere else. */
final class Canaries {

  private static final Pattern CODE =
      Pattern.compile("(?<![0-9A-Za-z.-])[0-9]{6}(?![0-9A-Za-z]|\\.[0-9])");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{8,16}");
  private static final String NEWS = "/twostep/news/";

  private final Set<String> codes = new HashSet<>();
  private final Set<String> numbers = new HashSet<>();
  private final Set<String> words = new HashSet<>();

  Canaries(SmsGatewayDouble gateway, MailSink mail) {
    gateway.requests().forEach(this::add);
    mail.mails().forEach(this::add);
    words.add(ReceiptSender.SECRET);
    for (String option : TestEnvironment.serverOptions(0)) {
      if (option.contains("server-key")) {
        words.add(option.substring(option.indexOf('=') + 1));
      }
    }
  }

  private void add(GatewayRequest request) {
    String text = request.field("text");
    if (!text.contains(NEWS)) {
      addCodes(text);
    }
    String number = request.field("to").replace("+", "");
    if (number.length() > 8) {
      numbers.add(number);
      numbers.add("0" + number.substring(2));
      numbers.add(number.substring(2));
    }
    String key = request.headers().getOrDefault("authorization", "").replace("Bearer ", "");
    if (!key.isBlank()) {
      words.add(key);
    }
  }

  private void add(Mail mail) {
    if (mail.text().contains("@") && !mail.text().contains(NEWS)) {
      addCodes(mail.text());
    }
  }

  private void addCodes(String text) {
    CODE.matcher(text).results().forEach(found -> codes.add(found.group()));
  }

  int count() {
    return codes.size();
  }

  /** What of it stands in that text, with a little of what is around it. */
  List<String> in(String text) {
    Set<String> found = new TreeSet<>();
    around(CODE, codes, text).forEach(found::add);
    around(NUMBER, numbers, text).forEach(found::add);
    words.stream().filter(text::contains).map(word -> "key " + word).forEach(found::add);
    return List.copyOf(found);
  }

  private static Stream<String> around(Pattern pattern, Set<String> secrets, String text) {
    return pattern
        .matcher(text)
        .results()
        .filter(found -> secrets.contains(found.group()))
        .map(
            found ->
                text.substring(
                    Math.max(0, found.start() - 160), Math.min(text.length(), found.end() + 40)))
        .limit(20)
        .collect(Collectors.toSet())
        .stream();
  }
}
