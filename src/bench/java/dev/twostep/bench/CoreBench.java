package dev.twostep.bench;

import dev.twostep.domain.code.Answer;
import dev.twostep.domain.code.Challenge;
import dev.twostep.domain.code.ChallengeId;
import dev.twostep.domain.code.CodeCheck;
import dev.twostep.domain.code.OneTimeCode;
import dev.twostep.domain.code.Purpose;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.code.TimeSteps;
import dev.twostep.domain.device.Device;
import dev.twostep.domain.device.DeviceOwner;
import dev.twostep.domain.device.DeviceToken;
import dev.twostep.domain.device.PasscodeLock;
import dev.twostep.domain.device.Secrets;
import dev.twostep.domain.factor.FactorKind;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.runner.RunnerException;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.CoreBench}: what the rules of a
 * login cost without Keycloak and database. Every answer here is the right one.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBench {

  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String USER = "3f2c7f0e-8b0b-4d8e-9a44-2b7c1f7f0d11";

  private final SecureRandom random = new SecureRandom();
  private final ServerKey key = ServerKey.of(new byte[32]);

  private final ChallengeId id = ChallengeId.random(random);
  private final Challenge challenge =
      Challenge.ask(
          id,
          new Challenge.Question(
              "login",
              Purpose.LOGIN,
              FactorKind.SMS,
              key.digestOf("realm", "+4915123000001"),
              NOW));
  private final String smsCode = key.codeOf(id, USER, Purpose.LOGIN).digits();

  private final TimeSteps app =
      new TimeSteps(new TimeSteps.Secret(new byte[20], "HmacSHA1"), Duration.ofSeconds(30), 6, 1);
  private final String appCode = app.codeAt(NOW.getEpochSecond() / 30).digits();

  private final DeviceOwner owner = new DeviceOwner("realm", USER);
  private final DeviceToken token =
      DeviceToken.issue(key, owner, DeviceToken.newId(random), random);
  private final String cookie = token.text();
  private final Device device =
      new Device(
          token.id(),
          new Device.Made("credential", "print", NOW),
          Secrets.first(token.digest(key), NOW),
          PasscodeLock.none(),
          new Device.Use(NOW, "network"));

  public static void main(String... args) throws RunnerException {
    String table = JmhTable.of(CoreBench.class, PolicyBench.class, PictureBench.class);
    MarkedPage.of(Path.of(System.getProperty("twostep.project", ""), "docs/performance.md"))
        .put("cores", table);
  }

  /** The code is derived anew, then compared. */
  @Benchmark
  public CodeCheck smsCode() {
    OneTimeCode code = key.codeOf(id, USER, Purpose.LOGIN);
    return challenge.check(code, Answer.typed(smsCode), NOW);
  }

  /** The code of the time step before comes first, then that of this one. */
  @Benchmark
  public OptionalLong appCode() {
    return app.stepOf(Answer.typed(appCode), NOW, Long.MIN_VALUE);
  }

  /** Parsed, its tag checked, its secret's digest compared with the stored one. */
  @Benchmark
  public Secrets.Shown deviceCookie() {
    DeviceToken shown = DeviceToken.parse(cookie).filter(t -> t.isOf(owner, key)).orElseThrow();
    return device.shown(shown.digest(key), NOW);
  }
}
