package wherein.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import wherein.text.Printable;
import wherein.verdict.VerdictException.Reason;

/**
 * The verdicts of a collection, as its file has them now, whoever wrote them. Holds of each line what tells its place and its word, some
 * 90 bytes; reading a million of them takes some seconds, once. Safe for use by several threads at once.
 */
public final class Verdicts {

    /** The name of the file, in the folder of the index. */
    public static final String NAME = VerdictFile.NAME;

    private static final Logger LOG = Logger.getLogger(Verdicts.class.getName());

    /** Lines that are added together. */
    private static final int BATCH = 1_000;

    /** Faults that are told by their lines; the others are counted. */
    private static final int TOLD = 20;

    private final VerdictFile file;
    private final Clock clock;

    /** Guards all that changes with the file, but for what waits. */
    private final Object reading = new Object();

    private Map<String, String> known = new HashMap<>();
    private Map<String, Long> lastTimes = new HashMap<>();
    private VerdictFile.Look look = new VerdictFile.Look(null, 0);
    private long end;
    private long torn;
    private long number;
    private List<Fault> faults = List.of();
    private int faulty;
    private String told = "";
    private volatile State state = State.empty();

    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private final Object writing = new Object();

    /**
     * A line that is no verdict. It stays in the file, and says nothing.
     *
     * @param line its number, from 1
     * @param reason what is the matter with it
     */
    public record Fault(long line, String reason) {}

    /**
     * The verdicts at one moment. Immutable.
     *
     * @param revision a digest of all lines that were read: 0 where there are none
     * @param renamings of documents; the same object for as long as none comes
     */
    record State(Entry[] entries, int count, long revision, Object file, Renamings renamings) {

        /** That of a file that has no line. */
        static State empty() {
            return new State(new Entry[16], 0, 0, new Object(), Renamings.NONE);
        }

        /** Whether {@code earlier} is the beginning of this, and all documents are called as they were then. */
        boolean follows(State earlier) {
            return file == earlier.file && count >= earlier.count && renamings == earlier.renamings;
        }

        /** The id that the document of {@code entry} has now. */
        String nowOf(Entry entry) {
            return renamings.now(entry.document, entry.time);
        }
    }

    private static final class Waiting {
        private final List<Verdict> verdicts;
        private List<Verdict> kept = List.of();
        private VerdictException fault;
        private boolean done;

        Waiting(List<Verdict> verdicts) {
            this.verdicts = verdicts;
        }
    }

    private Verdicts(VerdictFile file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    /** Those of the index in {@code folder}, of which there may be none. Reads the whole file. */
    public static Verdicts of(Path folder) throws IOException {
        return of(folder, Clock.systemUTC());
    }

    static Verdicts of(Path folder, Clock clock) throws IOException {
        Verdicts verdicts = new Verdicts(VerdictFile.in(folder), clock);
        verdicts.read();
        return verdicts;
    }

    /** Where the file is, or would be. */
    public Path path() {
        return file.path();
    }

    /** How many lines are verdicts, those that are superseded among them. */
    public int size() {
        return state.count;
    }

    /** How many lines say something: verdicts, and which documents have other ids. */
    public int lines() {
        State now = state;
        return now.count + now.renamings.size();
    }

    /** How many lines are no verdicts; they are kept, and say nothing. */
    public int faulty() {
        synchronized (reading) {
            return faulty;
        }
    }

    /** The first of these. */
    public List<Fault> faults() {
        synchronized (reading) {
            return List.copyOf(faults);
        }
    }

    /** Bytes at the end of the file that are no line: what a power cut has left of one that nobody was told to be kept. */
    public long torn() {
        synchronized (reading) {
            return torn;
        }
    }

    /**
     * The verdicts now, with what other processes have written meanwhile. Costs a look at the size of the file, and reads what has come.
     * Where the file cannot be read, that is told in the log, and what was read before stays.
     */
    State state() {
        synchronized (reading) {
            try {
                if (!file.look().equals(look)) {
                    read();
                }
                told = "";
            } catch (IOException e) {
                tell(String.valueOf(e.getMessage()));
            }
        }
        return state;
    }

    /** Each request asks, and what is the matter is told once. */
    private void tell(String reason) {
        if (!reason.equals(told)) {
            told = reason;
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", new Object[] {file.path(), Printable.escaped(reason)});
        }
    }

    /** Reads on where the last reading ended; from the beginning where the file is another. Where that fails, nothing has changed. */
    private void read() throws IOException {
        synchronized (reading) {
            VerdictFile.Look now = file.look();
            boolean another = !now.follows(look) || now.bytes() < end;
            Additions additions = another ? new Additions() : new Additions(this);
            VerdictFile.Done done = file.read(another ? 0 : end, additions);
            additions.keep();
            end = done.end();
            torn = done.torn();
            look = new VerdictFile.Look(now.key(), end + torn);
        }
    }

    /** What a reading adds to what is known. Guarded by {@link #reading}. */
    private final class Additions implements VerdictFile.Taker<RuntimeException> {
        private final Map<String, String> texts;
        private final Map<String, Long> times;
        private final State before;
        private final List<Renaming> renamings = new ArrayList<>();
        private final List<Fault> found;
        private Entry[] entries;
        private int count;
        private long revision;
        private long lines;
        private int faultyLines;

        /** To nothing. */
        Additions() {
            this(State.empty(), new HashMap<>(), new HashMap<>(), List.of());
        }

        /** To what {@code known} has read. */
        Additions(Verdicts known) {
            this(known.state, known.known, known.lastTimes, known.faults);
            this.lines = known.number;
            this.faultyLines = known.faulty;
        }

        private Additions(State before, Map<String, String> texts, Map<String, Long> times, List<Fault> found) {
            this.before = before;
            this.texts = texts;
            this.times = times;
            this.found = new ArrayList<>(found);
            this.entries = before.entries;
            this.count = before.count;
            this.revision = before.revision;
        }

        @Override
        public void line(byte[] bytes, long offset) {
            lines++;
            if (bytes == null) {
                fault("it has more than " + VerdictFile.LONGEST + " bytes");
                return;
            }
            if (Line.isBlank(bytes)) {
                return;
            }
            try {
                switch (Line.of(bytes)) {
                    case Renaming renaming -> renamings.add(renaming);
                    case Verdict verdict -> add(verdict, offset, bytes.length);
                }
                revision = Digest.of(Long.toString(revision), new String(bytes, StandardCharsets.UTF_8));
            } catch (VerdictException e) {
                fault(e.getMessage());
            }
        }

        private void add(Verdict verdict, long offset, int length) {
            Entry entry = new Entry(verdict, offset, length, text -> texts.computeIfAbsent(text, each -> each));
            times.merge(entry.by, entry.time, Math::max);
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, 2 * count);
            }
            // Behind what any state has; states share the entries.
            entries[count++] = entry;
        }

        private void fault(String reason) {
            faultyLines++;
            if (found.size() < TOLD) {
                found.add(new Fault(lines, reason));
            }
        }

        /** Makes this what is known. */
        void keep() {
            known = texts;
            lastTimes = times;
            number = lines;
            faults = List.copyOf(found);
            faulty = faultyLines;
            state = new State(entries, count, revision, before.file, before.renamings.with(renamings));
        }
    }

    /** All that a line says. */
    Verdict read(Entry entry) throws IOException {
        return file.verdict(entry);
    }

    /**
     * Cuts away what a power cut has left of a line at the end of the file, and tells whether the file can be written.
     *
     * @return how many bytes were cut
     */
    public long mend() throws VerdictException {
        synchronized (writing) {
            try (VerdictFile.Writing mine = file.write()) {
                return mend(mine);
            } catch (IOException e) {
                throw new VerdictException(Reason.BUSY, file.path() + " cannot be read: " + e.getMessage(), e);
            }
        }
    }

    private long mend(VerdictFile.Writing mine) throws IOException, VerdictException {
        synchronized (reading) {
            read();
            long bytes = torn;
            if (bytes > 0) {
                mine.cut(end, bytes);
                LOG.log(Level.WARNING, "{0} ended in {1} bytes that are no line; they were cut away", new Object[] {
                    file.path(), Long.toString(bytes)
                });
                torn = 0;
                look = file.look();
            }
            return bytes;
        }
    }

    /**
     * Keeps verdicts: all of them, or none. They are on the disk when this returns. Those that several threads have at once go there
     * together. The time of each is now, and after all that its reviewer has said.
     *
     * @return the verdicts as they are in the file
     */
    public List<Verdict> add(List<Verdict> verdicts) throws VerdictException {
        Waiting mine = new Waiting(verdicts);
        synchronized (waiting) {
            waiting.add(mine);
        }
        synchronized (writing) {
            if (!mine.done) {
                writeAll();
            }
        }
        if (mine.fault != null) {
            throw new VerdictException(mine.fault.reason(), mine.fault.getMessage(), mine.fault);
        }
        return mine.kept;
    }

    /** Writes what all threads wait for. Guarded by {@link #writing}. */
    private void writeAll() {
        List<Waiting> group;
        synchronized (waiting) {
            group = new ArrayList<>(waiting);
            waiting.clear();
        }
        // Whatever is thrown, nobody is told that something was kept which was not.
        VerdictException fault = new VerdictException(Reason.BUSY, file.path() + " could not be written");
        try (VerdictFile.Writing right = file.write()) {
            List<byte[]> lines = new ArrayList<>();
            long at;
            synchronized (reading) {
                mend(right);
                for (Waiting each : group) {
                    take(each, lines);
                }
                at = end;
            }
            // Nobody who only reads waits for the disk.
            right.add(at, lines);
            read();
            fault = null;
        } catch (VerdictException e) {
            fault = e;
        } catch (IOException e) {
            fault = new VerdictException(Reason.BUSY, file.path() + " cannot be read: " + e.getMessage(), e);
        } finally {
            for (Waiting each : group) {
                each.fault = each.fault == null ? fault : each.fault;
                each.done = true;
            }
        }
    }

    /** Adds the lines of {@code one} to {@code lines}, or tells it why it has none. */
    private void take(Waiting one, List<byte[]> lines) {
        try {
            List<Verdict> kept = timed(one.verdicts);
            List<byte[]> own = new ArrayList<>();
            for (Verdict verdict : kept) {
                byte[] line = verdict.line().getBytes(StandardCharsets.UTF_8);
                if (line.length > VerdictFile.LONGEST) {
                    throw new VerdictException(
                            Reason.LINE, "it would have more than " + VerdictFile.LONGEST + " bytes in the file");
                }
                own.add(line);
            }
            one.kept = kept;
            lines.addAll(own);
        } catch (VerdictException e) {
            one.fault = e;
        }
    }

    private List<Verdict> timed(List<Verdict> verdicts) throws VerdictException {
        List<Verdict> timed = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            long time = Math.max(clock.millis(), lastTimes.getOrDefault(verdict.reviewer(), Long.MIN_VALUE) + 1);
            if (time > Verdict.LATEST) {
                throw new VerdictException(
                        Reason.LINE,
                        "a verdict of " + verdict.reviewer()
                                + " is of the end of the year 9999, and none comes after it;" + " mend the line in "
                                + file.path());
            }
            lastTimes.put(verdict.reviewer(), time);
            timed.add(verdict.at(Instant.ofEpochMilli(time)));
        }
        return timed;
    }

    /** Keeps that documents have other ids from now on. */
    void rename(List<Renaming> renamings) throws IOException, VerdictException {
        synchronized (writing) {
            try (VerdictFile.Writing right = file.write()) {
                synchronized (reading) {
                    mend(right);
                    long time = lastTimes.values().stream()
                            .mapToLong(last -> last)
                            .max()
                            .orElse(0);
                    Instant now = Instant.ofEpochMilli(Math.max(clock.millis(), time));
                    Batch batch = new Batch(right);
                    for (Renaming each : renamings) {
                        String line = new Renaming(now, each.from(), each.to()).line();
                        batch.line(line.getBytes(StandardCharsets.UTF_8));
                    }
                    batch.flush();
                }
            }
        }
    }

    /**
     * Adds the lines of {@code others} that are not there yet, as they are: the file is then the union of all. Takes memory as {@link
     * VerdictUnion} does.
     *
     * @return all lines
     * @throws VerdictException if a line of one of them is no verdict; nothing of that file and of those behind it was added then
     */
    public VerdictUnion merge(List<Path> others) throws IOException, VerdictException {
        synchronized (writing) {
            try (VerdictFile.Writing right = file.write()) {
                synchronized (reading) {
                    mend(right);
                    VerdictUnion union = new VerdictUnion();
                    union.addSound(file.path(), line -> {});
                    for (Path other : others) {
                        Batch batch = new Batch(right);
                        union.add(other, batch);
                        batch.flush();
                    }
                    return union;
                }
            }
        }
    }

    /**
     * Adds the lines of {@code other} that are not here yet, as they are; its lines that are no verdicts are passed over. Nothing that
     * is here changes, so that later words stay the later ones. Takes some 30 bytes of memory a line.
     *
     * @return how many lines came
     */
    public int take(Path other) throws IOException, VerdictException {
        synchronized (writing) {
            try (VerdictFile.Writing right = file.write()) {
                synchronized (reading) {
                    mend(right);
                    LineSet here = new LineSet();
                    file.read(0, (line, offset) -> {
                        if (line != null) {
                            here.add(line);
                        }
                    });
                    Batch batch = new Batch(right);
                    VerdictFile.at(other).read(0, (line, offset) -> {
                        if (line != null && isSound(line) && here.add(line)) {
                            batch.line(line);
                        }
                    });
                    batch.flush();
                    return batch.count;
                }
            }
        }
    }

    private static boolean isSound(byte[] line) {
        try {
            Line.of(line);
            return true;
        } catch (VerdictException e) {
            return false;
        }
    }

    /** Adds lines, many at a time. */
    private final class Batch implements VerdictUnion.Taker {
        private final VerdictFile.Writing right;
        private final List<byte[]> lines = new ArrayList<>();
        private int count;

        Batch(VerdictFile.Writing right) {
            this.right = right;
        }

        @Override
        public void line(byte[] line) throws IOException, VerdictException {
            count++;
            lines.add(line);
            if (lines.size() == BATCH) {
                flush();
            }
        }

        void flush() throws IOException, VerdictException {
            if (!lines.isEmpty()) {
                right.add(end, lines);
                lines.clear();
                read();
            }
        }
    }
}
