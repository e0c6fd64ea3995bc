package dev.twostep.channel.http;

import static java.util.stream.Collectors.toCollection;

import dev.twostep.application.delivery.ConfigProblem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Do the templates name what a message needs, and nothing that is not there? */
record PlaceholderCheck(Set<String> inHeaders, Optional<Set<String>> inBody) {

  static PlaceholderCheck of(List<HeaderTemplate> headers, Optional<BodyTemplate> body) {
    return new PlaceholderCheck(
        used(headers.stream().map(HeaderTemplate::value)), body.map(known -> used(known.texts())));
  }

  private static Set<String> used(Stream<String> templates) {
    return templates
        .flatMap(template -> Placeholders.usedIn(template).stream())
        .collect(toCollection(TreeSet::new));
  }

  List<ConfigProblem> problems(Optional<String> from, Optional<Secret> secret) {
    List<ConfigProblem> problems = new ArrayList<>();
    checkUnknown(HttpSettings.HEADERS, inHeaders, problems);
    if (inHeaders.contains(Placeholders.TEXT)) {
      problems.add(
          new ConfigProblem(
              HttpSettings.HEADERS, "{text} has several lines and cannot be a header"));
    }
    inBody.ifPresent(used -> checkBody(used, problems));
    if (uses(Placeholders.FROM) && from.equals(Optional.of(""))) {
      problems.add(new ConfigProblem(HttpSettings.FROM, "{from} is used: write the sender"));
    }
    if (uses(Placeholders.SECRET) && secret.map(Secret::isNone).orElse(false)) {
      problems.add(
          new ConfigProblem(
              HttpSettings.SECRET, "{secret} is used: write ${vault.key} or the key"));
    }
    return problems;
  }

  boolean usesReceipts() {
    return uses(Placeholders.RECEIPT);
  }

  private boolean uses(String name) {
    return inHeaders.contains(name) || inBody.map(used -> used.contains(name)).orElse(false);
  }

  private static void checkBody(Set<String> used, List<ConfigProblem> problems) {
    checkUnknown(HttpSettings.BODY, used, problems);
    boolean hasNumber = used.contains(Placeholders.TO) || used.contains(Placeholders.DIGITS);
    if (!hasNumber || !used.contains(Placeholders.TEXT)) {
      problems.add(
          new ConfigProblem(
              HttpSettings.BODY,
              "say where number and text go: {to} (or {digits}, without the +) and {text}"));
    }
  }

  private static void checkUnknown(
      String attribute, Set<String> used, List<ConfigProblem> problems) {
    if (!Placeholders.KNOWN.containsAll(used)) {
      problems.add(
          new ConfigProblem(
              attribute, "known placeholders are {to} {digits} {text} {from} {secret} {receipt}"));
    }
  }
}
