package wherein.verdict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.search.RowMarks.Mark;
import wherein.verdict.VerdictException.Reason;

/**
 * The union of some files of verdicts: each line once. It is the same set whatever the order of the files, and a file that is added
 * again changes nothing. Takes some 300 bytes of memory a line.
 */
public final class VerdictUnion {

    private final LineSet seen = new LineSet();
    private final Map<String, String> known = new HashMap<>();
    private final Map<Entry.Key, List<Kept>> mentions = new HashMap<>();
    private final List<byte[]> renamings = new ArrayList<>();

    private record Kept(Entry entry, VerdictFile file) {}

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
        if (!Files.exists(file)) {
            throw new VerdictException(Reason.LINE, "there is no file " + file);
        }
        VerdictFile from = VerdictFile.at(file);
        Checking checking = new Checking(file);
        VerdictFile.Done done = from.read(0, checking);
        if (done.torn() > 0) {
            checking.number++;
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
        from.read(0, (line, offset) -> {
            if (line != null && isNew(line, offset, from)) {
                taker.line(line);
            }
        });
    }

    /** Whether the line says something that none before said; one that says nothing was told before, or is passed over. */
    private boolean isNew(byte[] bytes, long offset, VerdictFile from) {
        Line line;
        try {
            line = Line.of(bytes);
        } catch (VerdictException e) {
            return false;
        }
        if (!seen.add(bytes)) {
            return false;
        }
        switch (line) {
            case Renaming renaming -> renamings.add(bytes);
            case Verdict verdict -> {
                Entry entry =
                        new Entry(verdict, offset, bytes.length, text -> known.computeIfAbsent(text, each -> each));
                mentions.computeIfAbsent(entry.key(), key -> new ArrayList<>(1)).add(new Kept(entry, from));
            }
        }
        return true;
    }

    /** Finds the first line that is no verdict. */
    private static final class Checking implements VerdictFile.Taker<RuntimeException> {
        private final Path file;
        private long number;
        private VerdictException fault;

        Checking(Path file) {
            this.file = file;
        }

        @Override
        public void line(byte[] line, long offset) {
            if (fault != null) {
                return;
            }
            number++;
            if (line == null) {
                fault("it has more than " + VerdictFile.LONGEST + " bytes");
            } else if (!Line.isBlank(line)) {
                try {
                    Line.of(line);
                } catch (VerdictException e) {
                    fault(e.getMessage());
                }
            }
        }

        /** That what was read last is none. */
        void fault(String reason) {
            if (fault == null) {
                fault = new VerdictException(Reason.LINE, file + ", line " + number + " is no verdict: " + reason);
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
                verdicts.add(kept.file.verdict(kept.entry));
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
}
