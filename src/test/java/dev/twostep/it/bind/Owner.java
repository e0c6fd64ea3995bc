package dev.twostep.it.bind;

import dev.twostep.fixture.admin.NewUser;
import dev.twostep.fixture.admin.RealmApi;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.StreamSupport;

/** Somebody with an account and a phone. */
record Owner(RealmApi realm, String id, String name, String phone) {

  private static final AtomicInteger NUMBERS =
      new AtomicInteger(new SecureRandom().nextInt(9_000_000));

  /** Their number is known to the server. */
  static Owner withPhone(RealmApi realm, String name) {
    String phone = freshNumber();
    return new Owner(realm, realm.createUser(NewUser.named(name).withPhone(phone)), name, phone);
  }

  static Owner withoutPhone(RealmApi realm, String name) {
    return new Owner(realm, realm.createUser(NewUser.named(name)), name, freshNumber());
  }

  static String freshNumber() {
    return String.format(Locale.ROOT, "+491529%07d", NUMBERS.incrementAndGet());
  }

  /** The names of the apps that are bound. */
  List<String> apps() {
    return StreamSupport.stream(realm.credentials(id).spliterator(), false)
        .filter(credential -> credential.path("type").asText().equals("otp"))
        .map(credential -> credential.path("userLabel").asText())
        .toList();
  }

  List<String> appIds() {
    return StreamSupport.stream(realm.credentials(id).spliterator(), false)
        .filter(credential -> credential.path("type").asText().equals("otp"))
        .map(credential -> credential.path("id").asText())
        .toList();
  }
}
