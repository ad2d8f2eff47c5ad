package wherein.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import wherein.search.RowMarks.Mark;
import wherein.verdict.VerdictException.Reason;

/**
 * The union of some files of verdicts: each line once. It is the same set whatever the order of the files, and a file that is added
 * again changes nothing. Takes some 300 bytes of memory a line.
 */
public final class VerdictUnion {

    private final Set<Line> seen = new HashSet<>();
    private final Map<String, String> known = new HashMap<>();
    private final Map<Entry.Key, List<Kept>> mentions = new HashMap<>();
    private final List<byte[]> renamings = new ArrayList<>();

    /** A digest of 128 bits: two lines have the same by no chance at all. */
    private record Line(long high, long low) {}

    private record Kept(Entry entry, VerdictFile file) {

        Verdict read() throws IOException {
            try {
                return Verdict.parse(file.line(entry.offset, entry.length));
            } catch (VerdictException e) {
                throw new IOException(file.path() + " was changed while it was read; start again", e);
            }
        }
    }

    /** Takes lines. */
    @FunctionalInterface
    public interface Taker {
        /** Takes {@code line}, without its end. */
        void line(byte[] line) throws IOException, VerdictException;
    }

    /**
     * Adds a file, and hands the lines to {@code taker} that none before had. Reads it twice.
     *
     * @throws VerdictException if a line is no verdict, and its message names file and line; nothing of the file was handed over then
     */
    public void add(Path file, Taker taker) throws IOException, VerdictException {
        VerdictFile from = VerdictFile.at(file);
        Checking checking = new Checking(file);
        VerdictFile.Done done = from.read(0, checking);
        if (done.torn() > 0) {
            checking.fault("it is not whole");
        }
        if (checking.fault != null) {
            throw checking.fault;
        }
        add(from, taker);
    }

    /** As {@link #add(Path, Taker)}, where lines that are no verdicts are passed over; a file that is not there has none. */
    public void addSound(Path file, Taker taker) throws IOException, VerdictException {
        add(VerdictFile.at(file), taker);
    }

    private void add(VerdictFile from, Taker taker) throws IOException, VerdictException {
        List<Exception> faults = new ArrayList<>();
        from.read(0, (line, offset) -> {
            if (line == null || !faults.isEmpty() || isBlank(line)) {
                return;
            }
            try {
                if (add(line, offset, from)) {
                    hand(line, taker, faults);
                }
            } catch (VerdictException e) {
                // Checked before, or passed over.
                return;
            }
        });
        for (Exception fault : faults) {
            if (fault instanceof IOException e) {
                throw e;
            }
            throw (VerdictException) fault;
        }
    }

    /** Whether the line is new. */
    private boolean add(byte[] line, long offset, VerdictFile from) throws VerdictException {
        JsonNode node = Verdict.object(new String(line, StandardCharsets.UTF_8));
        if (Renaming.is(node)) {
            Renaming.of(node);
            boolean isNew = seen.add(digest(line));
            if (isNew) {
                renamings.add(line);
            }
            return isNew;
        }
        Verdict verdict = Verdict.of(node);
        if (!seen.add(digest(line))) {
            return false;
        }
        Entry entry = new Entry(verdict, offset, line.length, text -> known.computeIfAbsent(text, each -> each));
        mentions.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(new Kept(entry, from));
        return true;
    }

    private static void hand(byte[] line, Taker taker, List<Exception> faults) {
        try {
            taker.line(line);
        } catch (IOException | VerdictException e) {
            faults.add(e);
        }
    }

    private static boolean isBlank(byte[] line) {
        return new String(line, StandardCharsets.UTF_8).isBlank();
    }

    /** Finds the first line that is no verdict. */
    private static final class Checking implements VerdictFile.Taker {
        private final Path file;
        private long number;
        private VerdictException fault;

        Checking(Path file) {
            this.file = file;
        }

        @Override
        public void line(byte[] line, long offset) {
            number++;
            if (fault != null || line != null && isBlank(line)) {
                return;
            }
            if (line == null) {
                number--;
                fault("it has more than " + VerdictFile.LONGEST + " bytes");
                return;
            }
            try {
                JsonNode node = Verdict.object(new String(line, StandardCharsets.UTF_8));
                if (Renaming.is(node)) {
                    Renaming.of(node);
                } else {
                    Verdict.of(node);
                }
            } catch (VerdictException e) {
                number--;
                fault(e.getMessage());
            }
        }

        void fault(String reason) {
            if (fault == null) {
                fault = new VerdictException(
                        Reason.LINE, file + ", line " + (number + 1) + " is no verdict: " + reason);
            }
        }
    }

    /** How many lines there are. */
    public int size() {
        return seen.size();
    }

    /** Takes the verdicts on one mention, the last word of each reviewer who says something, by name. */
    @FunctionalInterface
    public interface ConflictTaker {
        /** Takes them. */
        void conflict(List<Verdict> verdicts) throws IOException;
    }

    /**
     * Hands over the mentions of which two reviewers say different things, by document and place.
     *
     * @return how many there are
     */
    public int conflicts(ConflictTaker taker) throws IOException {
        List<List<Kept>> disputed = new ArrayList<>();
        for (List<Kept> all : mentions.values()) {
            if (LastWords.mark(all.stream().map(Kept::entry).toList()) == Mark.DISPUTED) {
                disputed.add(last(all).stream()
                        .filter(kept -> kept.entry().word() != Word.NONE)
                        .sorted(Comparator.comparing(kept -> kept.entry().by))
                        .toList());
            }
        }
        disputed.sort(Comparator.comparing((List<Kept> one) -> one.getFirst().entry().document)
                .thenComparing(one -> one.getFirst().entry().start)
                .thenComparing(one -> one.getFirst().entry().quotation)
                .thenComparing(one -> one.getFirst().entry().said));
        for (List<Kept> each : disputed) {
            List<Verdict> verdicts = new ArrayList<>();
            for (Kept kept : each) {
                verdicts.add(kept.read());
            }
            taker.conflict(verdicts);
        }
        return disputed.size();
    }

    /**
     * Hands over the lines that still say something: which documents were renamed, and the last of each reviewer on each mention, in
     * the order of their times. Union of
     * what is left and of what was there before is still what was there, so that a file that was made so can be merged with any other.
     *
     * @return how many there are
     */
    public int last(Taker taker) throws IOException, VerdictException {
        List<Kept> last = new ArrayList<>();
        mentions.values().forEach(all -> last.addAll(last(all)));
        last.sort(Comparator.comparingLong((Kept kept) -> kept.entry().time)
                .thenComparing(kept -> kept.entry().by)
                .thenComparing(kept -> kept.entry().document)
                .thenComparing(kept -> kept.entry().start)
                .thenComparing(kept -> kept.entry().quotation)
                .thenComparing(kept -> kept.entry().said));
        renamings.sort(Arrays::compare);
        for (byte[] line : renamings) {
            taker.line(line);
        }
        for (Kept kept : last) {
            taker.line(
                    kept.file().line(kept.entry().offset, kept.entry().length).getBytes(StandardCharsets.UTF_8));
        }
        return last.size() + renamings.size();
    }

    private static List<Kept> last(List<Kept> all) {
        List<Entry> entries = LastWords.of(all.stream().map(Kept::entry).toList());
        return all.stream().filter(kept -> entries.contains(kept.entry())).toList();
    }

    private static Line digest(byte[] line) {
        try {
            ByteBuffer digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(line));
            return new Line(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
