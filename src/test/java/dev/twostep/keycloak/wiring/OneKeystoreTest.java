package dev.twostep.keycloak.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.keycloak.Config;

class OneKeystoreTest {

  private static final String ALIAS = "twostep-portal-2027";
  private static final char[] PASSWORD = "keystores-password".toCharArray();

  @TempDir Path folder;

  private final byte[] key = new byte[32];
  private final Map<String, String> options = new HashMap<>();

  @BeforeEach
  void keystore() throws IOException, GeneralSecurityException {
    Arrays.fill(key, (byte) 3);
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, PASSWORD);
    store.setEntry(
        ALIAS,
        new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
        new KeyStore.PasswordProtection(PASSWORD));
    Path file = folder.resolve("keys.p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD);
    }
    options.put("portalKeystore", file.toString());
    options.put("portalKeystorePassword", new String(PASSWORD));
  }

  @Test
  void readsTheKeyOfAnAlias() throws IOException, GeneralSecurityException {
    assertThat(read(ALIAS)).isEqualTo(key);
  }

  @Test
  void saysThatAnAliasIsNotThere() {
    assertThatThrownBy(() -> read("twostep-portal-2026"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no secret key of that alias");
  }

  @Test
  void opensNothingWithAWrongPasswordOrWithoutAFile() {
    options.put("portalKeystorePassword", "another");
    assertThatThrownBy(() -> read(ALIAS)).isInstanceOf(IOException.class);
    options.put("portalKeystore", folder.resolve("absent").toString());
    assertThatThrownBy(() -> read(ALIAS)).isInstanceOf(IOException.class);
  }

  private byte[] read(String alias) throws IOException, GeneralSecurityException {
    return new OneKeystore(scope(), "portalKeystore").read(alias);
  }

  private Config.Scope scope() {
    return (Config.Scope)
        Proxy.newProxyInstance(
            Config.Scope.class.getClassLoader(),
            new Class<?>[] {Config.Scope.class},
            (scope, method, of) ->
                options.getOrDefault((String) of[0], of.length > 1 ? (String) of[1] : ""));
  }
}
