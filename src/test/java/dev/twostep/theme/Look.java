package dev.twostep.theme;

import freemarker.cache.URLTemplateLoader;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** A theme as Keycloak composes it: its own folders first, then our theme-resources. */
enum Look {
  V2(List.of("theme/keycloak.v2/login", "theme/base/login")),
  V1(List.of("theme/keycloak/login", "theme/base/login")),
  BASE(List.of("theme/base/login")),
  EMAIL(List.of("theme/base/email"));

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> folders;

  @SuppressWarnings("ImmutableEnumChecker") // caches parsed templates
  private final Configuration configuration;

  Look(List<String> folders) {
    this.folders = folders;
    this.configuration = configuration();
  }

  Properties properties() {
    Properties merged = new Properties();
    for (int i = folders.size() - 1; i >= 0; i--) {
      merged.putAll(Texts.read(folders.get(i) + "/theme.properties"));
    }
    return merged;
  }

  String render(String template, Map<String, Object> model) {
    try {
      StringWriter out = new StringWriter();
      configuration.getTemplate(template, "UTF-8").process(model, out);
      return out.toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TemplateException e) {
      throw new IllegalStateException(template + " does not render", e);
    }
  }

  /** Set up as in Keycloak's DefaultFreeMarkerProvider. */
  private Configuration configuration() {
    Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setTemplateLoader(new Folders());
    return configuration;
  }

  private final class Folders extends URLTemplateLoader {
    @Override
    protected @Nullable URL getURL(String name) {
      ClassLoader loader = Look.class.getClassLoader();
      for (String folder : folders) {
        URL found = loader.getResource(folder + "/" + name);
        if (found != null) {
          return found;
        }
      }
      return loader.getResource("theme-resources/templates/" + name);
    }
  }
}
