package dev.twostep.bench;

import dev.twostep.bench.NotesProbe.Notes;
import dev.twostep.fixture.admin.AdminApi;
import dev.twostep.fixture.environment.TestEnvironment;
import dev.twostep.fixture.gateway.SmsGatewayDouble;
import dev.twostep.fixture.server.EmbeddedDatabase;
import dev.twostep.fixture.server.KeycloakServer;
import dev.twostep.fixture.server.ServerRecipe;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.HeapBench}: whether the heap
 * grows over 100,000 logins, and how much a login in progress holds.
 */
public final class HeapBench {

  private static final int LOGINS = Integer.getInteger("bench.logins", HeapReport.ENOUGH);
  private static final int PARTS = 10;
  private static final int SOME = LOGINS / PARTS;

  /** A part that would end later than this is not begun: a slow machine still tells something. */
  private static final Duration ENOUGH_TIME =
      Duration.ofMinutes(Integer.getInteger("bench.minutes", 26));

  private HeapBench() {}

  public static void main(String[] arguments) {
    try (EmbeddedDatabase database = EmbeddedDatabase.start();
        MailDrop mails = MailDrop.open();
        SmsGatewayDouble phones = SmsGatewayDouble.start();
        KeycloakServer server = server(database, phones.port());
        HeapLoad load = new HeapLoad(new Logins(server.url(), phones, mails))) {
      plant(database, server, mails, phones);
      Map<Variant, Notes> notes = notes(server);
      Instant start = Instant.now();
      List<Slope.Point> heap = heap(load, new Heap(server.pid()));
      report(new HeapReport(heap, Duration.between(start, Instant.now()), notes));
    }
  }

  private static KeycloakServer server(EmbeddedDatabase database, int gatewayPort) {
    ServerRecipe recipe =
        KeycloakServer.production("bench-heap", database).alsoJar(InsideJar.packed());
    TestEnvironment.serverOptions(gatewayPort).forEach(recipe::option);
    say("Starting Keycloak …");
    return recipe.start();
  }

  private static void plant(
      EmbeddedDatabase database, KeycloakServer server, MailDrop mails, SmsGatewayDouble phones) {
    AdminApi admin = AdminApi.of(server.url(), KeycloakServer.ADMIN, KeycloakServer.ADMIN_PASSWORD);
    RealmSeed seed = new RealmSeed(admin, mails.port(), phones.url());
    HeapRealms realms = new HeapRealms(admin, database, seed);
    EnumSet<Variant> all = EnumSet.copyOf(NotesProbe.KINDS);
    all.addAll(HeapLoad.MIX);
    for (Variant variant : all) {
      say("Making users of: " + variant.label());
      realms.plant(variant, HeapLoad.USERS.getOrDefault(variant, 1));
    }
  }

  private static Map<Variant, Notes> notes(KeycloakServer server) {
    Map<Variant, Notes> notes = new EnumMap<>(Variant.class);
    for (Variant variant : NotesProbe.KINDS) {
      notes.put(variant, new NotesProbe(server.url()).look(variant));
      say(variant.label() + " holds " + notes.get(variant).bytes());
    }
    return notes;
  }

  private static List<Slope.Point> heap(HeapLoad load, Heap heap) {
    List<Slope.Point> points = new ArrayList<>();
    Instant begun = Instant.now();
    for (int part = 1; part <= PARTS && isTimeFor(part, begun); part++) {
      Instant start = Instant.now();
      load.run(SOME);
      double rate = SOME * 1e3 / Duration.between(start, Instant.now()).toMillis();
      points.add(new Slope.Point((double) SOME * part, heap.bytesInUse()));
      say(
          String.format(
              Locale.ROOT,
              "%.0f logins, %.1f a second; heap %.2f MB",
              points.get(part - 1).x(),
              rate,
              points.get(part - 1).y() / 1e6));
    }
    return points;
  }

  private static boolean isTimeFor(int part, Instant begun) {
    Duration soFar = Duration.between(begun, Instant.now());
    return part == 1 || soFar.dividedBy(part - 1).multipliedBy(part).compareTo(ENOUGH_TIME) <= 0;
  }

  private static void report(HeapReport report) {
    String text = report.markdown();
    say("\n" + text);
    if (report.isEnough()) {
      new PageSection("heap").write(text);
    }
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
