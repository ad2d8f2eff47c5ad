package wherein.api;

import java.time.Instant;
import java.util.Locale;

/**
 * What was found where the files of a served index were read again.
 *
 * @param ended when
 * @param found what was wrong; empty if nothing was
 */
public record Sweep(Instant ended, Outcome outcome, String found) {

    /** How it ended. */
    public enum Outcome {
        /** All files are what was written. */
        SOUND,
        /** Some file is not, or is gone. */
        DAMAGED,
        /** Some file could not be read, which says nothing of it. */
        FAILED;

        /** The word for it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Sweep sound(Instant ended) {
        return new Sweep(ended, Outcome.SOUND, "");
    }

    static Sweep damaged(Instant ended, String found) {
        return new Sweep(ended, Outcome.DAMAGED, found);
    }

    static Sweep failed(Instant ended, String found) {
        return new Sweep(ended, Outcome.FAILED, found);
    }
}
