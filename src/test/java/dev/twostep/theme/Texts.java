package dev.twostep.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/** Message files on the class path: ours as packed, and Keycloak's. */
final class Texts {

  static final List<Locale> LANGUAGES =
      List.of(Locale.ENGLISH, Locale.GERMAN, Locale.forLanguageTag("nl"));

  private static final Map<String, Properties> READ = new ConcurrentHashMap<>();

  private Texts() {}

  static Properties ours(Locale language) {
    return read(path(language));
  }

  /** The file of ours as it was written. */
  static List<String> lines(Locale language) {
    try (var in = open(path(language))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String path(Locale language) {
    return "theme-resources/messages/messages_" + language + ".properties";
  }

  /** What a page or an e-mail sees: ours first, because a theme wins over theme-resources. */
  static Properties withKeycloaks(Locale language, String type) {
    Properties all = new Properties();
    all.putAll(ours(language));
    all.putAll(read("theme/base/" + type + "/messages/messages_" + language + ".properties"));
    return all;
  }

  static Properties read(String path) {
    return READ.computeIfAbsent(path, Texts::load);
  }

  private static Properties load(String path) {
    Properties read = new Properties();
    try (var in = open(path)) {
      read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return read;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String path) {
    InputStream in = Texts.class.getClassLoader().getResourceAsStream(path);
    if (in == null) {
      throw new IllegalArgumentException("not on the class path: " + path);
    }
    return in;
  }
}
