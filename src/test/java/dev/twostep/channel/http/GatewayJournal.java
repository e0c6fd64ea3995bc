package dev.twostep.channel.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gateway in this process that writes down every request and answers as it is told. */
final class GatewayJournal implements AutoCloseable {

  record Entry(String method, String target, Map<String, List<String>> headers, String body) {}

  private final HttpServer server;
  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new ConcurrentHashMap<>();
  private volatile int status = 200;
  private volatile String body = "";

  GatewayJournal() throws IOException {
    this(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
  }

  GatewayJournal(HttpServer server) {
    this.server = server;
    server.createContext("/", this::answer);
    server.start();
  }

  GatewayJournal answers(int newStatus, String newBody) {
    status = newStatus;
    body = newBody;
    return this;
  }

  GatewayJournal withHeader(String name, String value) {
    headers.put(name, value);
    return this;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String received =
          new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      entries.add(
          new Entry(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              received));
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  Entry only() {
    if (entries.size() != 1) {
      throw new AssertionError("expected one request, got " + entries.size());
    }
    return entries.get(0);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
