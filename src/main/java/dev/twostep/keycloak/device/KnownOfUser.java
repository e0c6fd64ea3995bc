package dev.twostep.keycloak.device;

import dev.twostep.domain.device.Personal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** What a user's profile tells whoever wants to guess a passcode. */
public final class KnownOfUser {

  private KnownOfUser() {}

  public static Personal of(UserModel user, Stream<String> phones) {
    List<String> names = new ArrayList<>();
    List<String> numbers = new ArrayList<>(phones.toList());
    List<String> dates = new ArrayList<>();
    Stream.of(user.getUsername(), user.getFirstName(), user.getLastName())
        .filter(name -> name != null)
        .map(KnownOfUser::local)
        .forEach(names::add);
    if (user.getEmail() != null) {
      names.add(local(user.getEmail()));
    }
    user.getAttributes()
        .forEach(
            (name, values) -> {
              String word = name.toLowerCase(Locale.ROOT);
              if (word.contains("birth") || word.contains("date") || word.equals("dob")) {
                dates.addAll(values);
              } else if (word.contains("phone") || word.contains("mobile")) {
                numbers.addAll(values);
              }
            });
    return new Personal(names, numbers, dates);
  }

  private static String local(String name) {
    return name.replaceFirst("@.*", "");
  }
}
