package dev.twostep.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.twostep.fixture.mail.MailSink;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves the page "phone &amp; mailbox" and the little client that its login links use. */
final class MessageBoard {

  private final HttpServer http;
  private final SentMessages messages;
  private final DemoClient client;

  private MessageBoard(HttpServer http, SentMessages messages, DemoClient client) {
    this.http = http;
    this.messages = messages;
    this.client = client;
  }

  static MessageBoard start(int port, URI server, MailSink mail) {
    try {
      InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      HttpServer http = HttpServer.create(address, 0);
      DemoClient client = new DemoClient(server, URI.create("http://localhost:" + port));
      MessageBoard board = new MessageBoard(http, new SentMessages(server, mail), client);
      board.serve();
      return board;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void stop() {
    http.stop(0);
  }

  private void serve() {
    http.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "board");
              thread.setDaemon(true);
              return thread;
            }));
    http.createContext("/", this::answer);
    http.start();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    switch (path) {
      case "/" -> html(exchange, BoardPage.whole(messages.newestFirst()));
      case "/live" -> html(exchange, BoardPage.live(messages.newestFirst()));
      case "/board.css" -> send(exchange, "text/css", BoardPage.resource("board.css"));
      case "/board.js" -> send(exchange, "text/javascript", BoardPage.resource("board.js"));
      case "/login" -> redirect(exchange, client.loginAddress(query(exchange, "user")));
      case "/welcome" -> html(exchange, client.welcome(query(exchange, "code")));
      default -> {
        exchange.sendResponseHeaders(404, -1);
        exchange.close();
      }
    }
  }

  private static void html(HttpExchange exchange, String page) throws IOException {
    send(exchange, "text/html", page);
  }

  private static void send(HttpExchange exchange, String type, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(200, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  private static void redirect(HttpExchange exchange, String address) throws IOException {
    exchange.getResponseHeaders().set("Location", address);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static String query(HttpExchange exchange, String name) {
    String query = exchange.getRequestURI().getQuery();
    for (String field : (query == null ? "" : query).split("&", -1)) {
      if (field.startsWith(name + "=")) {
        return field.substring(name.length() + 1);
      }
    }
    return "";
  }
}
