package dev.twostep.keycloak.wiring;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.util.Objects;
import org.keycloak.Config;

/**
 * A keystore that options name.
 *
 * @param option the one with its path; those with its password and type begin alike
 */
record OneKeystore(Config.Scope config, String option) {

  byte[] read(String alias) throws IOException, GeneralSecurityException {
    char[] password = config.get(option + "Password", "").toCharArray();
    KeyStore store = KeyStore.getInstance(config.get(option + "Type", "PKCS12"));
    Path file = Path.of(Objects.requireNonNull(config.get(option)));
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, password);
    }
    Key key = store.getKey(alias, password);
    if (key == null || key.getEncoded() == null) {
      throw new IllegalArgumentException("the keystore has no secret key of that alias");
    }
    return key.getEncoded();
  }
}
