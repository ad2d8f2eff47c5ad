package wherein.index;

import java.time.Duration;

/**
 * The last run that changed an index, as the index tells of it.
 *
 * @param report what it did, and what was the matter with all files, those that it did not have to read too; of the notes of each
 *     kind the first {@value #EXAMPLES} are here
 * @param took from its beginning to its commit
 */
public record LastRun(IndexReport report, Duration took) {

    /** So many notes of each kind are kept with an index; the others are counted. */
    public static final int EXAMPLES = 20;

    /** Leaves out the notes that are not kept. */
    public LastRun {
        report = report.with(EXAMPLES);
    }
}
