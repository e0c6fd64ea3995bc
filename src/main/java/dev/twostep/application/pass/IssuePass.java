package dev.twostep.application.pass;

import dev.twostep.application.challenge.Account;
import dev.twostep.domain.code.ServerKey;
import dev.twostep.domain.pass.Pass;
import dev.twostep.domain.pass.PassTerm;
import dev.twostep.domain.pass.SealedPass;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;

/** Draws a new pass for one account; nothing is stored here, and the pass itself nowhere. */
public final class IssuePass {

  /** The pass, to be shown once, and what is to be kept of it. */
  public record Issued(Pass pass, SealedPass sealed) {}

  private final ServerKey key;
  private final Clock clock;
  private final SecureRandom random;

  public IssuePass(ServerKey key, Clock clock, SecureRandom random) {
    this.key = key;
    this.clock = clock;
    this.random = random;
  }

  public Issued issue(Account account) {
    Pass pass = Pass.random(random);
    byte[] id = new byte[16];
    random.nextBytes(id);
    String hex = HexFormat.of().formatHex(id);
    String seal = pass.sealedWith(key, hex, account.user());
    return new Issued(pass, new SealedPass(hex, seal, PassTerm.from(clock.instant())));
  }
}
