package dev.twostep.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail server that keeps nothing but the code of each mail; cheap however many there were. */
final class MailDrop implements AutoCloseable {

  private static final Pattern RECIPIENT = Pattern.compile("(?i)RCPT TO:<([^>]+)>.*");

  /** The last line of every code message names the host that the code is for. */
  private static final Pattern CODE = Pattern.compile("@\\S+ #([0-9]{6}).*");

  private final ServerSocket socket;
  private final Map<String, BlockingQueue<String>> codes = new ConcurrentHashMap<>();

  private MailDrop(ServerSocket socket) {
    this.socket = socket;
  }

  static MailDrop open() {
    try {
      MailDrop drop = new MailDrop(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
      daemon(drop::acceptAll);
      return drop;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The code of the next mail to that address. */
  String awaitCode(String address, Duration patience) {
    try {
      String code = codesFor(address).poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (code == null) {
        throw new IllegalStateException("no mail for " + address + " within " + patience);
      }
      return code;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BlockingQueue<String> codesFor(String address) {
    return codes.computeIfAbsent(address, a -> new LinkedBlockingQueue<>());
  }

  private void acceptAll() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        daemon(() -> converse(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void converse(Socket connection) {
    try (connection;
        BufferedReader in =
            new BufferedReader(
                new InputStreamReader(connection.getInputStream(), StandardCharsets.UTF_8))) {
      OutputStream out = connection.getOutputStream();
      say(out, "220 bench");
      String recipient = "";
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        Matcher named = RECIPIENT.matcher(line);
        recipient = named.matches() ? named.group(1) : recipient;
        if (line.toUpperCase(Locale.ROOT).startsWith("DATA")) {
          say(out, "354 go on");
          readMail(in, recipient);
        }
        say(out, line.toUpperCase(Locale.ROOT).startsWith("QUIT") ? "221 bye" : "250 ok");
      }
    } catch (IOException theOtherSideLeft) {
      return;
    }
  }

  private void readMail(BufferedReader in, String recipient) throws IOException {
    List<String> mail = new ArrayList<>();
    for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
      if (line == null) {
        // Cut off: whoever sends it sends it again.
        return;
      }
      mail.add(line);
    }
    // A notice, such as of a device that is trusted now, has no code.
    mail.stream()
        .map(CODE::matcher)
        .filter(Matcher::matches)
        .map(code -> code.group(1))
        .findFirst()
        .ifPresent(codesFor(recipient)::add);
  }

  private static void say(OutputStream out, String answer) throws IOException {
    out.write((answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  private static void daemon(Runnable task) {
    Thread thread = new Thread(task, "mail-drop");
    thread.setDaemon(true);
    thread.start();
  }
}
