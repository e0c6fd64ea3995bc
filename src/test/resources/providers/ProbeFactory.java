package org.example.probe;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Logs, from inside a server, which libraries its providers get. */
public final class ProbeFactory implements RealmResourceProviderFactory, RealmResourceProvider {

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    Logger log = Logger.getLogger(ProbeFactory.class);
    tell().forEach(line -> log.info("probe: " + line));
  }

  private static List<String> tell() {
    return List.of(
        "stax in " + javax.xml.stream.XMLInputFactory.newFactory().getClass().getName(),
        "stax out " + javax.xml.stream.XMLOutputFactory.newFactory().getClass().getName(),
        "stax events " + javax.xml.stream.XMLEventFactory.newFactory().getClass().getName(),
        "dom " + javax.xml.parsers.DocumentBuilderFactory.newInstance().getClass().getName(),
        "transformer " + javax.xml.transform.TransformerFactory.newInstance().getClass().getName(),
        "stax services " + services(javax.xml.stream.XMLInputFactory.class),
        "jackson core " + jar(com.fasterxml.jackson.core.JsonFactory.class),
        "jackson databind " + jar(com.fasterxml.jackson.databind.ObjectMapper.class),
        "jackson modules " + services(com.fasterxml.jackson.databind.Module.class),
        "jackson factories " + services(com.fasterxml.jackson.core.JsonFactory.class),
        "slf4j " + jar(org.slf4j.Logger.class),
        "codec " + jar(org.apache.commons.codec.binary.Hex.class));
  }

  private static String services(Class<?> type) {
    return ServiceLoader.load(type).stream()
        .map(one -> one.type().getName())
        .sorted()
        .collect(Collectors.joining(","));
  }

  private static String jar(Class<?> type) {
    String path = type.getProtectionDomain().getCodeSource().getLocation().toString();
    return path.substring(path.lastIndexOf('/', path.length() - 2) + 1);
  }

  @Override
  public Object getResource() {
    return this;
  }

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return this;
  }

  @Override
  public void init(Config.Scope config) {}

  @Override
  public void close() {}

  @Override
  public String getId() {
    return "probe";
  }
}
