package dev.twostep;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.twostep.fixture.AbuseCase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** The rings of the house, and what each must never mention: domain <- application <- the rest. */
@AnalyzeClasses(
    packages = "dev.twostep",
    importOptions = {ImportOption.DoNotIncludeTests.class, RingsTest.NotGenerated.class})
class RingsTest {

  private static final DescribedPredicate<JavaClass> SHADED =
      resideInAnyPackage("com.google.i18n.phonenumbers..");

  @ArchTest
  static final ArchRule DOMAIN_KNOWS_ONLY_JAVA =
      classes()
          .that()
          .resideInAPackage("dev.twostep.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("dev.twostep.domain..", "java..", "javax.crypto..", "org.jspecify..");

  @ArchTest
  static final ArchRule APPLICATION_KNOWS_ONLY_DOMAIN =
      classes()
          .that()
          .resideInAPackage("dev.twostep.application..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.twostep.application..",
              "dev.twostep.domain..",
              "java..",
              "javax.crypto..",
              "org.jspecify..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule CHANNELS_KNOW_NO_KEYCLOAK =
      noClasses()
          .that()
          .resideInAPackage("dev.twostep.channel..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.keycloak..", "dev.twostep.keycloak..", "jakarta.ws..")
          .allowEmptyShould(true);

  /** Whatever strangers upload meets nothing but the JDK and the sandbox. */
  @ArchTest
  static final ArchRule PICTURES_KNOW_NO_KEYCLOAK =
      classes()
          .that()
          .resideInAPackage("dev.twostep.picture..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "dev.twostep.picture..",
              "dev.twostep.application..",
              "dev.twostep.domain..",
              "com.dylibso.chicory..",
              "java..",
              "javax.imageio..",
              "org.jspecify..");

  @ArchTest
  static final ArchRule THE_SANDBOX_IS_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.twostep.picture..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("com.dylibso.chicory..");

  /** Channels are chosen where messages leave; what decides and asks never knows which it was. */
  @ArchTest
  static final ArchRule LOGINS_KNOW_NO_CHANNEL =
      noClasses()
          .that()
          .resideInAPackage("dev.twostep.keycloak..")
          .and()
          .resideOutsideOfPackages(
              "dev.twostep.keycloak.wiring..",
              "dev.twostep.keycloak.delivery..",
              "dev.twostep.keycloak.gateway..",
              "dev.twostep.keycloak.page..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("dev.twostep.channel..")
          .allowEmptyShould(true);

  @ArchTest
  static final ArchRule PHONE_NUMBERS_ARE_PARSED_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.twostep.keycloak.enrolment")
          .should()
          .dependOnClassesThat(SHADED);

  @ArchTest
  static final ArchRule TWILIO_IS_SPOKEN_TO_IN_ONE_PLACE =
      noClasses()
          .that()
          .resideOutsideOfPackage("dev.twostep.channel.twilio")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("com.twilio..", "org.apache.hc..");

  /** Its one account for the whole server would be that of the realm that came last. */
  @ArchTest
  static final ArchRule TWILIO_HAS_NO_STATIC_CLIENT =
      noClasses().should().dependOnClassesThat(name("com.twilio.Twilio"));

  /** A27: whatever a stranger may try to guess comes from SecureRandom. */
  @ArchTest
  @AbuseCase("A27")
  static final ArchRule NOTHING_IS_PREDICTABLE =
      noClasses()
          .should()
          .callConstructorWhere(target(owner(name(Random.class.getName()))))
          .orShould()
          .callMethodWhere(calls(UUID.class, "randomUUID"))
          .orShould()
          .callMethodWhere(calls(Math.class, "random"))
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocalRandom.class);

  @ArchTest
  static final ArchRule DIGITS_DO_NOT_DEPEND_ON_THE_SERVERS_LOCALE =
      noClasses()
          .should()
          .callMethod(String.class, "format", String.class, Object[].class)
          .orShould()
          .callMethod(String.class, "formatted", Object[].class)
          .orShould()
          .callMethod(String.class, "toLowerCase")
          .orShould()
          .callMethod(String.class, "toUpperCase");

  @ArchTest
  static final ArchRule TIME_IS_HANDED_IN =
      noClasses()
          .should()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethodWhere(readsTheMachinesClock());

  @ArchTest
  static void thereIsSomethingToGuard(JavaClasses classes) {
    assertThat(classes).anyMatch(one -> one.getPackageName().startsWith("dev.twostep.domain"));
  }

  private static DescribedPredicate<JavaCall<?>> calls(Class<?> owner, String method) {
    return target(owner(name(owner.getName()))).and(target(name(method)));
  }

  private static DescribedPredicate<JavaCall<?>> readsTheMachinesClock() {
    Set<String> types =
        Set.of(
            Instant.class.getName(),
            LocalDate.class.getName(),
            LocalDateTime.class.getName(),
            OffsetDateTime.class.getName(),
            ZonedDateTime.class.getName());
    return DescribedPredicate.describe(
        "read the machine's clock",
        call ->
            types.contains(call.getTargetOwner().getName())
                && call.getName().equals("now")
                && call.getTarget().getRawParameterTypes().stream()
                    .noneMatch(type -> type.isEquivalentTo(Clock.class)));
  }

  /** The decoder of photos was WebAssembly; what it can reach is seen to in SandboxTest. */
  static final class NotGenerated implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/dev/twostep/picture/wasm/Zxing");
    }
  }
}
