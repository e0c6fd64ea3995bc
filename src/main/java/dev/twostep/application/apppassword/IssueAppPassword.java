package dev.twostep.application.apppassword;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.apppassword.AppPassword;
import dev.twostep.domain.apppassword.SealedAppPassword;
import dev.twostep.domain.code.ServerKey;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Draws a new app password for one account; nothing is stored here, and it itself nowhere. */
public final class IssueAppPassword {

  /** The password, to be shown once, and what is to be kept of it. */
  public record Issued(AppPassword password, SealedAppPassword sealed) {}

  private static final int ID_BYTES = 16;

  private final ServerKey key;
  private final SecureRandom random;

  public IssueAppPassword(ServerKey key, SecureRandom random) {
    this.key = key;
    this.random = random;
  }

  public Issued issue(Account account) {
    AppPassword password = AppPassword.random(random);
    byte[] id = new byte[ID_BYTES];
    random.nextBytes(id);
    String hex = HexFormat.of().formatHex(id);
    String seal = password.sealedWith(key, hex, account.user());
    return new Issued(password, new SealedAppPassword(hex, seal));
  }
}
