package wherein.index;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What was found where an index was checked. What could not be looked at, since what it stands on is damaged, counts 0.
 *
 * @param generation which commit was checked; 0 if none can be read
 * @param files how many files it has
 * @param bytes their size
 * @param documents how many documents were read
 * @param passages how many passages
 * @param mentions how many rows of the ledger
 * @param fingerprint of the documents as they were read; empty if they were not
 * @param manifest what the index says it was made from; empty if that cannot be read
 * @param faults what is wrong, the first {@link #MOST}
 * @param more how many more faults there are
 */
public record CheckReport(
        long generation,
        int files,
        long bytes,
        int documents,
        long passages,
        long mentions,
        String fingerprint,
        Optional<Manifest> manifest,
        List<Fault> faults,
        long more) {

    /** So many faults are listed. One is enough to build an index again. */
    public static final int MOST = 100;

    /** Takes a copy. */
    public CheckReport {
        faults = List.copyOf(faults);
    }

    /** What was looked at, in this order: where one is at fault, those after it are not looked at. */
    public enum Step {
        /** The bytes of each file, against its checksum. */
        FILES,
        /** Postings, columns and stored values, against each other. */
        STRUCTURE,
        /** The passages against their documents, and these against the manifest. */
        DOCUMENTS,
        /** Every mention against the text. */
        MENTIONS;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Something that is wrong.
     *
     * @param where the file, or the document
     * @param what is wrong with it
     */
    public record Fault(Step step, String where, String what) {}

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return faults.isEmpty();
    }

    /** Whether nothing is wrong with what {@code step} looks at, and it was looked at. */
    public boolean isSound(Step step) {
        return faults.stream().noneMatch(fault -> fault.step().compareTo(step) <= 0);
    }
}
