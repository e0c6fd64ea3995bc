package dev.twostep.it.codes;

import dev.twostep.fixture.login.Page;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Requests that leave at the same moment. */
public final class Race {

  private Race() {}

  public static List<Page> of(List<Supplier<Page>> requests) {
    CyclicBarrier start = new CyclicBarrier(requests.size());
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      List<CompletableFuture<Page>> running =
          requests.stream()
              .map(request -> CompletableFuture.supplyAsync(() -> at(start, request), threads))
              .toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Page at(CyclicBarrier start, Supplier<Page> request) {
    try {
      start.await();
      return request.get();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
