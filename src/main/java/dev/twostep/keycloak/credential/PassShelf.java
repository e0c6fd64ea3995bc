package dev.twostep.keycloak.credential;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.credential.CredentialModel;
import org.keycloak.models.UserModel;

/** Where a user's pass is kept: one at most, and it stays when it is used or over. */
public final class PassShelf {

  private final UserModel user;

  public PassShelf(UserModel user) {
    this.user = user;
  }

  /** The user's pass, which may be over. */
  public Optional<StoredPass> pass() {
    return stored().stream().findFirst().map(StoredPass::of);
  }

  /** Keeps this pass in place of an earlier one. */
  public void keep(StoredPass pass) {
    remove();
    user.credentialManager().createStoredCredential(pass.credential());
  }

  /** Whether there was one. */
  public boolean remove() {
    List<CredentialModel> all = stored();
    all.forEach(one -> user.credentialManager().removeStoredCredentialById(one.getId()));
    return !all.isEmpty();
  }

  /** Takes a pass away that nobody can use any more. */
  public void removeIfOver(Instant now) {
    if (pass().filter(pass -> !pass.sealed().term().isLiveAt(now)).isPresent()) {
      remove();
    }
  }

  private List<CredentialModel> stored() {
    return user.credentialManager().getStoredCredentialsByTypeStream(StoredPass.TYPE).toList();
  }
}
