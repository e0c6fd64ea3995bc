package dev.twostep.channel.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A gateway that misbehaves below HTTP: hangs, resets, drips, floods. */
final class RawGateway implements AutoCloseable {

  @FunctionalInterface
  interface Behaviour {
    void serve(Socket socket) throws IOException, InterruptedException;
  }

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicInteger calls = new AtomicInteger();

  RawGateway(Behaviour behaviour) throws IOException {
    Thread thread = new Thread(() -> accept(behaviour), "raw-gateway");
    thread.setDaemon(true);
    thread.start();
  }

  /** Takes the request and says nothing until the test is over. */
  static RawGateway hanging() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    return new RawGateway(socket -> never.await());
  }

  /** Takes the request and drops the connection with a TCP reset. */
  static RawGateway resetting() throws IOException {
    return new RawGateway(
        socket -> {
          read(socket);
          socket.setSoLinger(true, 0);
        });
  }

  /** Says success at once, then sends a body without end, one byte every few milliseconds. */
  static RawGateway dripping() throws IOException {
    CountDownLatch never = new CountDownLatch(1);
    return new RawGateway(
        socket -> {
          read(socket);
          write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n");
          while (!never.await(5, TimeUnit.MILLISECONDS)) {
            write(socket, " ");
          }
        });
  }

  /** Says success, then sends far more than anyone should read. */
  static RawGateway flooding(AtomicInteger kilobytesTaken) throws IOException {
    return new RawGateway(
        socket -> {
          read(socket);
          write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 52428800\r\n\r\n");
          for (int sent = 0; sent < 50 * 1024; sent++) {
            write(socket, " ".repeat(1024));
            kilobytesTaken.incrementAndGet();
          }
        });
  }

  static RawGateway saying(String answer) throws IOException {
    return new RawGateway(
        socket -> {
          read(socket);
          write(socket, answer);
        });
  }

  static void read(Socket socket) throws IOException {
    byte[] buffer = new byte[64 * 1024];
    if (socket.getInputStream().read(buffer) < 0) {
      throw new IOException("no request");
    }
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  private void accept(Behaviour behaviour) {
    while (closed.getCount() > 0) {
      try (Socket socket = server.accept()) {
        calls.incrementAndGet();
        behaviour.serve(socket);
      } catch (IOException e) {
        // The other side went away, which is what most of these tests are about.
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  int port() {
    return server.getLocalPort();
  }

  int calls() {
    return calls.get();
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
