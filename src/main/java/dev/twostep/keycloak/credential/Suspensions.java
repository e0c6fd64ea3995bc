package dev.twostep.keycloak.credential;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.models.UserModel;

/** Factors that their owner disowned: kept for whoever looks into it, good for nothing else. */
public final class Suspensions {

  /** Stored with customers' users; holds ids of credentials. */
  public static final String ATTRIBUTE = "twostep.suspended";

  private final UserModel user;

  public Suspensions(UserModel user) {
    this.user = user;
  }

  /** The ids of the credentials that count for nothing. */
  public Set<String> all() {
    return user.getAttributeStream(ATTRIBUTE).collect(Collectors.toUnmodifiableSet());
  }

  public boolean holds(String credential) {
    return all().contains(credential);
  }

  /** False if it was suspended already. */
  public boolean add(String credential) {
    Set<String> suspended = new TreeSet<>(all());
    boolean added = suspended.add(credential);
    if (added) {
      user.setAttribute(ATTRIBUTE, List.copyOf(suspended));
    }
    return added;
  }

  /** False if it was not suspended. */
  public boolean lift(String credential) {
    Set<String> suspended = new TreeSet<>(all());
    boolean lifted = suspended.remove(credential);
    if (suspended.isEmpty()) {
      user.removeAttribute(ATTRIBUTE);
    } else if (lifted) {
      user.setAttribute(ATTRIBUTE, List.copyOf(suspended));
    }
    return lifted;
  }
}
