package dev.twostep.channel.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A gateway's certificate and the authority that signed it, made by the JDK's keytool. */
record TestCertificate(KeyStore store) {

  private static final String PASSWORD = "changeit";

  static TestCertificate named(Path folder, String alternativeName, String... validity)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path file = folder.resolve("gateway.p12");
    make(file, "authority", "-ext", "bc:c");
    List<String> leaf = new ArrayList<>(List.of("-signer", "authority"));
    leaf.addAll(List.of("-ext", "san=" + alternativeName));
    Collections.addAll(leaf, validity);
    make(file, "gateway", leaf.toArray(String[]::new));
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, PASSWORD.toCharArray());
    }
    return new TestCertificate(store);
  }

  private static void make(Path file, String alias, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of("-genkeypair", "-alias", alias, "-dname", "CN=" + alias));
    command.addAll(List.of("-keyalg", "EC", "-storetype", "PKCS12", "-storepass", PASSWORD));
    command.addAll(List.of("-keystore", file.toString()));
    Collections.addAll(command, options);
    Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (!keytool.waitFor(20, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
      throw new IOException("keytool: " + said);
    }
  }

  SSLContext server() throws GeneralSecurityException, IOException {
    KeyStore own = empty();
    own.setKeyEntry(
        "gateway",
        store.getKey("gateway", PASSWORD.toCharArray()),
        PASSWORD.toCharArray(),
        store.getCertificateChain("gateway"));
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(own, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  SSLContext believingClient() throws GeneralSecurityException, IOException {
    KeyStore trusted = empty();
    trusted.setCertificateEntry("authority", store.getCertificate("authority"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private static KeyStore empty() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    return store;
  }
}
