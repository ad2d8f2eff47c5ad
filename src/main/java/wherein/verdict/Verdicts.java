package wherein.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

    private final Map<String, String> known = new HashMap<>();
    private final Map<String, Long> lastTimes = new HashMap<>();
    private VerdictFile.Look look = new VerdictFile.Look(null, 0);
    private long end;
    private long torn;
    private long number;
    private List<Fault> faults = new ArrayList<>();
    private int faulty;
    private volatile State state = new State(new Entry[16], 0, 0, new Object(), List.of());

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
     * @param renamings of documents, in the order of their times; the same list for as long as none comes
     */
    record State(Entry[] entries, int count, long revision, Object file, List<Renaming> renamings) {

        /** Whether {@code earlier} is the beginning of this. */
        boolean follows(State earlier) {
            return file == earlier.file && count >= earlier.count;
        }

        /** The id that the document of {@code entry} has now. */
        String nowOf(Entry entry) {
            String id = entry.document;
            for (Renaming renaming : renamings) {
                if (renaming.from().equals(id) && renaming.time().toEpochMilli() >= entry.time) {
                    id = renaming.to();
                }
            }
            return id;
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
        try {
            synchronized (reading) {
                if (!file.look().equals(look)) {
                    read();
                }
            }
        } catch (IOException e) {
            LOG.log(Level.WARNING, "{0} cannot be read: {1}", new Object[] {
                file.path(), Printable.escaped(String.valueOf(e.getMessage()))
            });
        }
        return state;
    }

    /** Reads on where the last reading ended; from the beginning where the file is another. */
    private void read() throws IOException {
        synchronized (reading) {
            VerdictFile.Look now = file.look();
            if (!now.follows(look) || now.bytes() < end) {
                known.clear();
                lastTimes.clear();
                end = 0;
                number = 0;
                faults = new ArrayList<>();
                faulty = 0;
                state = new State(new Entry[16], 0, 0, new Object(), List.of());
            }
            Additions additions = new Additions(state);
            VerdictFile.Done done = file.read(end, additions);
            end = done.end();
            torn = done.torn();
            look = new VerdictFile.Look(now.key(), end + torn);
            state = additions.state();
        }
    }

    /** Makes the next state. Guarded by {@link #reading}. */
    private final class Additions implements VerdictFile.Taker {
        private final Object lineage;
        private Entry[] entries;
        private int count;
        private long revision;
        private List<Renaming> renamings;

        Additions(State before) {
            this.lineage = before.file;
            this.entries = before.entries;
            this.count = before.count;
            this.revision = before.revision;
            this.renamings = before.renamings;
        }

        @Override
        public void line(byte[] bytes, long offset) {
            number++;
            if (bytes == null) {
                fault("it has more than " + VerdictFile.LONGEST + " bytes");
                return;
            }
            String line = new String(bytes, StandardCharsets.UTF_8);
            if (line.isBlank()) {
                return;
            }
            try {
                JsonNode node = Verdict.object(line);
                if (Renaming.is(node)) {
                    List<Renaming> more = new ArrayList<>(renamings);
                    more.add(Renaming.of(node));
                    more.sort(Comparator.comparing(Renaming::time).thenComparing(Renaming::line));
                    renamings = List.copyOf(more);
                } else {
                    add(Verdict.of(node), offset, bytes.length);
                }
                revision = Digest.of(Long.toString(revision), line);
            } catch (VerdictException e) {
                fault(e.getMessage());
            }
        }

        private void add(Verdict verdict, long offset, int length) {
            Entry entry = new Entry(verdict, offset, length, text -> known.computeIfAbsent(text, each -> each));
            lastTimes.merge(entry.by, entry.time, Math::max);
            if (count == entries.length) {
                entries = Arrays.copyOf(entries, 2 * count);
            }
            entries[count++] = entry;
        }

        private void fault(String reason) {
            faulty++;
            if (faults.size() < TOLD) {
                faults.add(new Fault(number, reason));
            }
        }

        State state() {
            return new State(entries, count, revision, lineage, renamings);
        }
    }

    /** All that a line says. */
    Verdict read(Entry entry) throws IOException {
        try {
            return Verdict.parse(file.line(entry.offset, entry.length));
        } catch (VerdictException e) {
            throw new IOException(file.path() + " was changed, which nobody may do but at its end; start again", e);
        }
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
        VerdictException fault = null;
        try (VerdictFile.Writing right = file.write()) {
            List<byte[]> lines = new ArrayList<>();
            long at;
            synchronized (reading) {
                mend(right);
                for (Waiting each : group) {
                    each.kept = timed(each.verdicts);
                    each.kept.forEach(verdict -> lines.add(verdict.line().getBytes(StandardCharsets.UTF_8)));
                }
                at = end;
            }
            // Nobody who only reads waits for the disk.
            right.add(at, lines);
            read();
        } catch (VerdictException e) {
            fault = e;
        } catch (IOException e) {
            fault = new VerdictException(Reason.BUSY, file.path() + " cannot be read: " + e.getMessage(), e);
        }
        for (Waiting each : group) {
            each.fault = fault;
            each.done = true;
        }
    }

    private List<Verdict> timed(List<Verdict> verdicts) {
        List<Verdict> timed = new ArrayList<>();
        for (Verdict verdict : verdicts) {
            long time = Math.max(clock.millis(), lastTimes.getOrDefault(verdict.reviewer(), Long.MIN_VALUE) + 1);
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
                    List<byte[]> lines = new ArrayList<>();
                    for (Renaming each : renamings) {
                        String line = new Renaming(now, each.from(), each.to()).line();
                        lines.add(line.getBytes(StandardCharsets.UTF_8));
                    }
                    flush(right, lines);
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
                        List<byte[]> lines = new ArrayList<>();
                        union.add(other, line -> {
                            lines.add(line);
                            if (lines.size() == BATCH) {
                                flush(right, lines);
                            }
                        });
                        flush(right, lines);
                    }
                    return union;
                }
            }
        }
    }

    private void flush(VerdictFile.Writing right, List<byte[]> lines) throws IOException, VerdictException {
        if (!lines.isEmpty()) {
            right.add(end, lines);
            lines.clear();
            read();
        }
    }
}
