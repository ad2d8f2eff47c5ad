package wherein.api;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import wherein.index.IndexException;
import wherein.index.Reading;
import wherein.search.Commits;
import wherein.search.Deadline;
import wherein.search.PassageSearcher;
import wherein.text.Printable;

/**
 * The generations of an index that can be read now: the newest, which is opened when its commit lands, and a few older
 * ones for those who are still reading them. Whoever reads holds a {@link Lease}, and sees one generation from start to
 * end. Safe for use by several threads at once.
 *
 * @param <E> what is built on the searcher of each generation
 */
public final class Generations<E> implements Closeable {

    private static final Duration FINDING_COPIES = Duration.ofHours(1);
    private static final Logger LOG = Logger.getLogger(Generations.class.getName());

    /** A commit that could not be opened may be one that is still being copied, so it is tried again after this time. */
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private static final Commits NO_MORE = new Commits() {
        @Override
        public String newest() {
            return "";
        }

        @Override
        public PassageSearcher open() throws IndexException {
            throw new IndexException("there is no index");
        }

        @Override
        public boolean reread(long generation, Reading reading) {
            return false;
        }
    };

    private final Commits commits;
    private final Function<PassageSearcher, E> build;
    private final Consumer<E> warmUp;
    private final Keep keep;
    private final LongSupplier clock;

    /** The newest first. Guarded, as all that changes, by this object. */
    private final Deque<Generation<E>> open = new ArrayDeque<>();

    // Written by the watch and by a sweep.
    private volatile String seen = "";
    private volatile String refused = "";
    private volatile long refusedAt;

    private long refusals;
    private boolean closed;
    private Optional<Sweep> lastSweep = Optional.empty();
    private Optional<String> damage = Optional.empty();
    private final List<Thread> watches = new ArrayList<>();

    /**
     * How long a generation stays after a newer one has come.
     *
     * @param most how many older ones there are at most
     * @param idle for how long after its last use an older one stays
     */
    public record Keep(int most, Duration idle) {}

    /** One generation, held open until it is given back. */
    public interface Lease<E> extends AutoCloseable {

        /** What is built on this generation. */
        E value();

        /** Gives the generation back; must be called once. */
        @Override
        void close();
    }

    /**
     * What is open.
     *
     * @param newest the number of the newest generation; 0 if there is none
     * @param open how many generations are open
     * @param refusals how many commits could not be opened
     */
    public record State(long newest, int open, long refusals) {}

    /**
     * The generations of an index, none of which is opened yet.
     *
     * @param build makes of a generation's searcher what is held beside it
     * @param warmUp is run on what was built, before the first request that is none of ours sees it
     */
    public Generations(Commits commits, Function<PassageSearcher, E> build, Consumer<E> warmUp, Keep keep) {
        this(commits, build, warmUp, keep, System::nanoTime);
    }

    Generations(
            Commits commits, Function<PassageSearcher, E> build, Consumer<E> warmUp, Keep keep, LongSupplier clock) {
        this.commits = commits;
        this.build = build;
        this.warmUp = warmUp;
        this.keep = keep;
        this.clock = clock;
    }

    /** One generation that never changes; {@code searcher} stays open for whoever opened it. */
    public static <E> Generations<E> fixed(PassageSearcher searcher, E value) {
        Generations<E> fixed = new Generations<>(NO_MORE, any -> value, any -> {}, new Keep(0, Duration.ZERO));
        fixed.open.add(new Generation<>(searcher, value, () -> {}));
        return fixed;
    }

    /**
     * Opens the first generation, so that requests can be answered, and warms it up after that: whoever starts a server
     * need not wait for what only makes the first answer quicker. The copies are found before, since all counts tell of them.
     *
     * @return the searcher, open for as long as this is
     * @throws IndexException if there is none that can be used
     */
    public PassageSearcher openFirst() throws IOException, IndexException {
        String newest = commits.newest();
        PassageSearcher searcher = commits.open();
        boolean landed = false;
        try {
            searcher.within(Deadline.after(FINDING_COPIES)).copies("");
            landed = publish(newest, searcher, build.apply(searcher), false);
        } finally {
            if (!landed) {
                searcher.close();
            }
        }
        Thread.ofPlatform()
                .daemon()
                .name("warm-up")
                .start(() -> acquire().ifPresent(lease -> {
                    try (lease) {
                        warmUp.accept(lease.value());
                    }
                }));
        return searcher;
    }

    /** Looks for a new commit {@code every} so often, until this is closed. */
    public synchronized void watch(Duration every) {
        again("index-watch", every, this::refresh);
    }

    /**
     * Reads the files of the newest generation again {@code every} so often, until this is closed, see {@link #sweep}.
     *
     * @param reading is told of the bytes, so that it can leave the disk to others
     */
    public synchronized void sweep(Duration every, Reading reading) {
        again("index-sweep", every, () -> sweep(reading));
    }

    private void again(String name, Duration every, Runnable work) {
        watches.add(Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                while (true) {
                    Thread.sleep(every);
                    work.run();
                }
            } catch (InterruptedException e) {
                // Closed: there is nothing left to look for.
                Thread.currentThread().interrupt();
            }
        }));
    }

    /**
     * Reads the files of the newest generation again. If one of them is no longer what was written, nothing is answered from
     * then on, until a sound commit has landed, or this one can be opened anew.
     *
     * @return what was found; empty if there is no generation, or nothing amiss with what a newer commit has left of its files
     */
    public Optional<Sweep> sweep(Reading reading) {
        long generation = state().newest();
        if (generation == 0) {
            return Optional.empty();
        }
        Optional<Sweep> done;
        try {
            done = commits.reread(generation, reading) ? Optional.of(Sweep.sound(clockTime())) : Optional.empty();
        } catch (IndexException e) {
            done = Optional.of(Sweep.damaged(clockTime(), e.getMessage()));
        } catch (IOException | RuntimeException | Error e) {
            // Nothing is known of the files then; the next sweep tries again.
            done = Optional.of(Sweep.failed(clockTime(), reason(e)));
        }
        done.ifPresent(sweep -> take(sweep, generation));
        return done;
    }

    private static Instant clockTime() {
        return Instant.now().truncatedTo(ChronoUnit.SECONDS);
    }

    private synchronized void take(Sweep sweep, long generation) {
        if (closed || open.isEmpty() || open.getFirst().searcher.generation() != generation) {
            return;
        }
        lastSweep = Optional.of(sweep);
        if (sweep.outcome() != Sweep.Outcome.SOUND) {
            LOG.log(Level.WARNING, "the index was read again: {0}", Printable.escaped(sweep.found()));
        }
        if (sweep.outcome() == Sweep.Outcome.DAMAGED && damage.isEmpty()) {
            damage = Optional.of(sweep.found());
            // It is opened anew in a while, and answers again if it can be: somebody may have put the right file back.
            if (refused.isEmpty()) {
                refused = seen;
                refusedAt = clock.getAsLong();
            }
            seen = "";
        }
    }

    /** What the last sweep of the newest generation found; empty before there was one. */
    public synchronized Optional<Sweep> lastSweep() {
        return lastSweep;
    }

    /** What is damaged of the newest generation, so that nothing may be answered; empty as long as nothing is known of it. */
    public synchronized Optional<String> damage() {
        return damage;
    }

    /**
     * Opens a commit that has landed since the newest generation was opened, warms it up, and lets it answer from now on.
     * One that cannot be used is told in the log, once, and the generation before goes on.
     *
     * @return whether there is a new generation
     */
    public boolean refresh() {
        retire();
        String newest = "";
        try {
            newest = commits.newest();
            if (newest.isEmpty() || newest.equals(seen) || newest.equals(refused) && !isAgain()) {
                return false;
            }
            Optional<PassageSearcher> before = sound();
            return land(
                    newest, before.isPresent() ? commits.openAfter(before.get()) : commits.open(), before.isPresent());
        } catch (IOException | IndexException | RuntimeException | Error e) {
            // An error too, such as no memory for one more generation: the one before goes on, and so does the watch.
            refuse(newest, e);
            return false;
        }
    }

    /** The newest generation, if nothing is known against what it reads. */
    private synchronized Optional<PassageSearcher> sound() {
        return damage.isEmpty() && !open.isEmpty() ? Optional.of(open.getFirst().searcher) : Optional.empty();
    }

    /**
     * Lets {@code searcher}, just opened, answer from now on; closes it where it cannot.
     *
     * @param shares whether it takes over what the newest generation reads, and with it any damage that is found there meanwhile
     */
    private boolean land(String newest, PassageSearcher searcher, boolean shares) throws IOException {
        boolean landed = false;
        try {
            if (isCurrent(searcher)) {
                seen = newest;
                return false;
            }
            E value = build.apply(searcher);
            warmUp.accept(value);
            landed = publish(newest, searcher, value, shares);
            return landed;
        } finally {
            if (!landed) {
                searcher.close();
            }
        }
    }

    /** The newest generation; empty before the first is open and after the end. */
    public synchronized Optional<Lease<E>> acquire() {
        return open.isEmpty() ? Optional.empty() : Optional.of(lease(open.getFirst()));
    }

    /** The generation of this number, if it is still open. */
    public synchronized Optional<Lease<E>> acquire(long number) {
        return open.stream()
                .filter(generation -> generation.searcher.generation() == number)
                .findFirst()
                .map(this::lease);
    }

    /** What is open now. */
    public synchronized State state() {
        return new State(open.isEmpty() ? 0 : open.getFirst().searcher.generation(), open.size(), refusals);
    }

    /** Closes every generation as soon as nobody reads it any more. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            watches.forEach(Thread::interrupt);
        }
        retire();
    }

    private boolean isAgain() {
        return clock.getAsLong() - refusedAt > AGAIN.toNanos();
    }

    /** Between the look at the folder and the opening yet another commit may have landed, which then is seen twice. */
    private synchronized boolean isCurrent(PassageSearcher searcher) {
        return !open.isEmpty()
                && damage.isEmpty()
                && open.getFirst().searcher.generation() == searcher.generation()
                && open.getFirst().searcher.manifest().equals(searcher.manifest());
    }

    /** Whether it answers from now on: after the end nothing does. */
    private boolean publish(String name, PassageSearcher searcher, E value, boolean shares) {
        synchronized (this) {
            if (closed || shares && damage.isPresent()) {
                return false;
            }
            seen = name;
            refused = "";
            damage = Optional.empty();
            lastSweep = Optional.empty();
            if (!open.isEmpty()) {
                open.getFirst().lastUse = clock.getAsLong();
            }
            open.addFirst(new Generation<>(searcher, value, searcher));
        }
        retire();
        return true;
    }

    private void refuse(String newest, Throwable e) {
        refusedAt = clock.getAsLong();
        if (!newest.equals(refused)) {
            synchronized (this) {
                refusals++;
                refused = newest;
            }
            LOG.log(Level.WARNING, "a new commit of the index cannot be used, the one before goes on: {0}", reason(e));
        }
    }

    private static String reason(Throwable e) {
        return switch (e) {
            case OutOfMemoryError memory ->
                "the memory that Java may take was not enough for one more: " + memory.getMessage();
            case NoSuchFileException missing -> Printable.escaped(missing.getMessage()) + " is gone";
            case AccessDeniedException denied ->
                Printable.escaped(denied.getMessage()) + " may not be read; mend its permissions";
            default -> e.getMessage() == null ? "a fault of this program, please report it" : e.getMessage();
        };
    }

    private Lease<E> lease(Generation<E> generation) {
        generation.leases++;
        return new Lease<>() {
            @Override
            public E value() {
                return generation.value;
            }

            @Override
            public void close() {
                synchronized (Generations.this) {
                    generation.leases--;
                    generation.lastUse = clock.getAsLong();
                }
                retire();
            }
        };
    }

    /** Closes what is superfluous and nobody reads: all when this is closed, else what {@link Keep} does not keep. */
    private void retire() {
        List<Generation<E>> superfluous = new ArrayList<>();
        synchronized (this) {
            int number = 0;
            for (Iterator<Generation<E>> each = open.iterator(); each.hasNext(); number++) {
                Generation<E> generation = each.next();
                boolean idle = clock.getAsLong() - generation.lastUse > keep.idle.toNanos();
                boolean kept = !closed && (number == 0 || number <= keep.most && !idle);
                if (!kept && generation.leases == 0) {
                    each.remove();
                    superfluous.add(generation);
                }
            }
        }
        for (Generation<E> generation : superfluous) {
            try {
                generation.closer.close();
            } catch (IOException e) {
                LOG.log(Level.WARNING, "a generation of the index could not be closed", e);
            }
        }
    }

    private static final class Generation<E> {
        private final PassageSearcher searcher;
        private final E value;
        private final Closeable closer;
        private int leases;
        private long lastUse;

        Generation(PassageSearcher searcher, E value, Closeable closer) {
            this.searcher = searcher;
            this.value = value;
            this.closer = closer;
        }
    }
}
