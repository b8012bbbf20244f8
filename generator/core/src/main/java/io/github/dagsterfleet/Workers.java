package io.github.dagsterfleet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;

/** Does one thing to many, on a fixed number of threads; results come in the order of what was given. */
final class Workers implements AutoCloseable {
    private final ExecutorService threads;
    private final Progress progress;

    Workers(int threads, Progress progress) {
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "dagster-fleet");
            thread.setDaemon(true);
            return thread;
        });
        this.progress = progress;
    }

    /** Begins something that is wanted later; the answer waits for it. */
    <R> Supplier<R> start(Supplier<R> work) {
        Future<R> running = threads.submit(work::get);
        return () -> await(running);
    }

    /** @param what the work is called to whom it is told how far it is */
    <T, R> List<R> map(String what, List<T> items, Function<? super T, ? extends R> work) {
        AtomicInteger done = new AtomicInteger();
        List<Future<? extends R>> running = new ArrayList<>(items.size());
        for (T item : items) {
            running.add(threads.submit(() -> {
                R result = work.apply(item);
                progress.at(what, done.incrementAndGet(), items.size());
                return result;
            }));
        }
        List<R> results = new ArrayList<>(items.size());
        for (Future<? extends R> future : running) {
            results.add(await(future));
        }
        return results;
    }

    private static <R> R await(Future<R> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
