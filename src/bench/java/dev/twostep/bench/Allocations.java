package dev.twostep.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.Notification;
import javax.management.openmbean.CompositeData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/**
 * Bytes that another Java process has allocated, whichever threads did it and whether they live
 * still: what filled its young generation's eden, from one collection to the next. Counted in whole
 * heap regions (1 MB in a heap of 512 MB); objects of half a region or more are not in eden and not
 * counted.
 */
final class Allocations implements AutoCloseable {

  private static final long LATE_NOTIFICATION_NANOS = 10_000_000;

  private final JMXConnector connector;
  private final List<GarbageCollectorMXBean> collectors;
  private final Optional<MemoryPoolMXBean> eden;
  private final AtomicLong collected = new AtomicLong();
  private final AtomicLong collectionsSeen = new AtomicLong();
  private final long collectionsBefore;

  private Allocations(JMXConnector connector) throws IOException, JMException {
    this.connector = connector;
    MBeanServerConnection server = connector.getMBeanServerConnection();
    this.collectors =
        List.copyOf(ManagementFactory.getPlatformMXBeans(server, GarbageCollectorMXBean.class));
    this.eden =
        ManagementFactory.getPlatformMXBeans(server, MemoryPoolMXBean.class).stream()
            .filter(pool -> isEden(pool.getName()))
            .findFirst();
    this.collectionsBefore = collections();
    for (GarbageCollectorMXBean collector : collectors) {
      server.addNotificationListener(collector.getObjectName(), this::collected, null, null);
    }
  }

  @SuppressWarnings("BanJNDI") // The address is that of a process which this one started.
  static Allocations of(long pid) {
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        String address = machine.startLocalManagementAgent();
        return new Allocations(JMXConnectorFactory.connect(new JMXServiceURL(address)));
      } finally {
        machine.detach();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (AttachNotSupportedException | JMException e) {
      throw new IllegalStateException("the server's JVM lets nobody look at its heap", e);
    }
  }

  /** Bytes since this began; only differences mean something. */
  double bytes() {
    if (eden.isEmpty()) {
      return Double.NaN;
    }
    long before;
    long sum;
    do {
      before = collections();
      awaitNotifications(before);
      sum = collected.get() + eden.get().getUsage().getUsed();
    } while (collections() != before);
    return sum;
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException serverHasEnded) {
      return;
    }
  }

  private void awaitNotifications(long collections) {
    while (collectionsSeen.get() < collections - collectionsBefore) {
      LockSupport.parkNanos(LATE_NOTIFICATION_NANOS);
    }
  }

  private long collections() {
    return collectors.stream().mapToLong(GarbageCollectorMXBean::getCollectionCount).sum();
  }

  private void collected(Notification notification, Object handback) {
    if (notification.getUserData() instanceof CompositeData data) {
      var collection = GarbageCollectionNotificationInfo.from(data).getGcInfo();
      collected.addAndGet(
          inEden(collection.getMemoryUsageBeforeGc()) - inEden(collection.getMemoryUsageAfterGc()));
      collectionsSeen.incrementAndGet();
    }
  }

  private static long inEden(Map<String, MemoryUsage> pools) {
    return pools.entrySet().stream()
        .filter(pool -> isEden(pool.getKey()))
        .mapToLong(pool -> pool.getValue().getUsed())
        .sum();
  }

  private static boolean isEden(String pool) {
    return pool.contains("Eden");
  }
}
