package dev.twostep.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedThread;
import jdk.jfr.consumer.RecordingFile;

/**
 * {@code mvn -Pbench verify -Dquick -Dbench.main=dev.twostep.bench.FlameGraph
 * -Dbench.flightRecording=logins.jfr -Dbench.flameGraph=logins.svg}: draws the CPU samples of a
 * flight recording.
 */
public final class FlameGraph {

  /** Requests, and our own threads; not the compiler, timers or the cluster. */
  private static final String THREADS = "executor-thread.*|vert.x-.*|twostep.*";

  private final Pattern threads =
      Pattern.compile(System.getProperty("bench.flameThreads", THREADS));
  private final Flame all = new Flame("all");

  private FlameGraph() {}

  public static void main(String[] arguments) throws IOException {
    FlameGraph graph = new FlameGraph();
    graph.read(Path.of(Settings.flightRecording()));
    Path picture = Path.of(System.getProperty("bench.flameGraph", "target/bench/flame.svg"));
    Files.createDirectories(picture.toAbsolutePath().getParent());
    String title = System.getProperty("bench.flameTitle", "Where the CPU time of logins goes");
    Files.writeString(picture, new FlameSvg(title, graph.all).text());
    say(graph.all.samples() + " samples, drawn in " + picture);
  }

  private void read(Path recording) throws IOException {
    try (RecordingFile events = new RecordingFile(recording)) {
      while (events.hasMoreEvents()) {
        RecordedEvent event = events.readEvent();
        if (event.getEventType().getName().equals("jdk.ExecutionSample") && isWanted(event)) {
          all.add(stack(event));
        }
      }
    }
  }

  private boolean isWanted(RecordedEvent event) {
    return Optional.ofNullable(event.<RecordedThread>getValue("sampledThread"))
        .map(RecordedThread::getJavaName)
        .filter(name -> threads.matcher(name).matches())
        .isPresent();
  }

  /** Outermost frame first. */
  private static List<String> stack(RecordedEvent event) {
    List<String> names = new ArrayList<>();
    if (event.getStackTrace() != null) {
      event.getStackTrace().getFrames().stream()
          .filter(RecordedFrame::isJavaFrame)
          .map(FlameGraph::name)
          .forEach(names::add);
    }
    Collections.reverse(names);
    return names;
  }

  /** All lambdas of a class under one name: their own are new in each run. */
  private static String name(RecordedFrame frame) {
    String type = frame.getMethod().getType().getName();
    int lambda = type.indexOf("$$Lambda");
    return (lambda < 0 ? type : type.substring(0, lambda) + "$$Lambda")
        + "."
        + frame.getMethod().getName();
  }

  @SuppressWarnings("SystemOut") // The console is this program's only place to speak.
  private static void say(String text) {
    System.out.println(text);
  }
}
