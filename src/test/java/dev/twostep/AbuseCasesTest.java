package dev.twostep;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.twostep.fixture.AbuseCase;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

/**
 * Every row of {@code abuse-cases.tsv} has an owner: a test of ours that carries its id, or the
 * issue that will bring one.
 */
class AbuseCasesTest {

  private static final String TESTED = "tested";
  private static final Set<String> OWNERS = Set.of(TESTED, "3", "4", "5", "6", "7", "8", "later");

  private static final Map<String, String> ATTACKS = column("/abuse-cases.tsv", 4);
  private static final Map<String, String> OWNER_OF = column("/abuse-owners.tsv", 1);
  private static final Map<String, Set<String>> TESTS = testsById();

  @Test
  void everyCaseHasOneOwner() {
    assertThat(ATTACKS).hasSize(218);
    assertThat(OWNER_OF.keySet()).containsExactlyElementsOf(ATTACKS.keySet());
    assertThat(OWNER_OF.values()).isSubsetOf(OWNERS);
  }

  @Test
  void everyTestedCaseHasATest() {
    assertThat(ATTACKS.keySet().stream().filter(id -> owner(id).equals(TESTED)))
        .filteredOn(id -> !TESTS.containsKey(id))
        .as("marked as tested, but no test carries its id")
        .isEmpty();
  }

  @Test
  void everyTestsCaseExistsAndIsMarkedAsTested() {
    assertThat(TESTS.keySet())
        .filteredOn(id -> !owner(id).equals(TESTED))
        .as("carried by a test, but unknown or another issue's")
        .isEmpty();
  }

  @Test
  void tellsWhoOwnsTheRest() {
    Map<String, List<String>> rest =
        ATTACKS.keySet().stream()
            .filter(id -> !owner(id).equals(TESTED))
            .collect(
                Collectors.groupingBy(AbuseCasesTest::owner, TreeMap::new, Collectors.toList()));
    System.out.println("Abuse cases with a test: " + TESTS.keySet().size());
    rest.forEach((owner, ids) -> System.out.println(title(owner) + ": " + String.join(" ", ids)));

    assertThat(rest).doesNotContainKey("");
  }

  private static String title(String owner) {
    return owner.equals("later") ? "Later" : "Issue " + owner;
  }

  private static String owner(String id) {
    return OWNER_OF.getOrDefault(id, "");
  }

  /** The tests, unit and integration alike, that carry each id; a disabled one carries nothing. */
  private static Map<String, Set<String>> testsById() {
    Map<String, Set<String>> byId = new TreeMap<>();
    members()
        .filter(member -> member.isAnnotatedWith(AbuseCase.class))
        .filter(member -> member.isMetaAnnotatedWith(Testable.class))
        .filter(member -> !member.isAnnotatedWith(Disabled.class))
        .forEach(
            member ->
                Arrays.stream(member.getAnnotationOfType(AbuseCase.class).value())
                    .forEach(
                        id ->
                            byId.computeIfAbsent(id, none -> new TreeSet<>())
                                .add(member.getFullName())));
    return byId;
  }

  private static Stream<JavaMember> members() {
    JavaClasses classes =
        new ClassFileImporter()
            .importUrl(AbuseCasesTest.class.getProtectionDomain().getCodeSource().getLocation());
    return classes.stream().flatMap(one -> one.getMembers().stream());
  }

  private static Map<String, String> column(String resource, int column) {
    try (InputStream in = AbuseCasesTest.class.getResourceAsStream(resource)) {
      Map<String, String> byId = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .forEach(fields -> assertThat(byId.put(fields[0], fields[column])).isNull());
      return byId;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
