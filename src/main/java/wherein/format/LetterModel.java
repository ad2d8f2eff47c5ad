package wherein.format;

import com.optimaize.langdetect.profiles.LanguageProfile;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How likely words are in one language, by how often each letter follows two others in it. The numbers are those of the
 * language detector's profiles. A model is read when it is first asked for, some 10 ms, and takes half a megabyte at most.
 * Safe for use by several threads at once.
 */
final class LetterModel {

    private static final Map<String, LetterModel> READ = new ConcurrentHashMap<>();

    /** Of what a letter's likelihood is made: what two letters before it say, one, and none; the rest is for any letter. */
    private static final double BY_TWO = 0.6;

    private static final double BY_ONE = 0.3;
    private static final double BY_NONE = 0.0999;

    /** The natural logarithm of what is left, of a letter that the language does not have. */
    private static final double STRANGE = Math.log((1 - BY_TWO - BY_ONE - BY_NONE) / 200);

    /** Runs of up to three UTF-16 units, 16 bits each, and how often they are; open addressing, 0 is free. */
    private final long[] runs;

    private final float[] counts;
    private final double letters;

    private LetterModel(LanguageProfile profile) {
        int capacity = Integer.highestOneBit(3 * profile.getNumGrams() + 1) << 1;
        this.runs = new long[capacity];
        this.counts = new float[capacity];
        double all = 0;
        for (Map.Entry<String, Integer> gram : profile.iterateGrams()) {
            String run = gram.getKey();
            long key = 0;
            for (int i = 0; i < run.length(); i++) {
                key = key << 16 | Character.toLowerCase(run.charAt(i));
            }
            if (run.length() <= 3) {
                add(key, gram.getValue());
                all += run.length() == 1 ? gram.getValue() : 0;
                if (run.length() == 2 && run.charAt(0) == ' ') {
                    add(' ', gram.getValue());
                }
            }
        }
        this.letters = all;
    }

    /** The model of {@code language}, one of those of the detector. */
    static LetterModel of(String language) {
        return READ.computeIfAbsent(language, LetterModel::read);
    }

    private static LetterModel read(String language) {
        try {
            return new LetterModel(
                    new LanguageProfileReader().read(List.of(language)).getFirst());
        } catch (IOException e) {
            throw new UncheckedIOException("the language profiles in the jar cannot be read", e);
        }
    }

    /** The natural logarithm of the likelihood of {@code word}, of small letters alone. */
    double likelihood(CharSequence word) {
        double sum = 0;
        long before = ' ';
        for (int i = 0; i <= word.length(); i++) {
            char c = i < word.length() ? word.charAt(i) : ' ';
            sum += follows(before, c);
            before = (before << 16 | c) & 0xFFFF_FFFFL;
        }
        return sum;
    }

    private double follows(long before, char c) {
        long last = before & 0xFFFF;
        double likely = BY_NONE * count(c) / letters + BY_ONE * share(last << 16 | c, last);
        if (before != last) {
            likely += BY_TWO * share(before << 16 | c, before);
        }
        return Math.max(STRANGE, Math.log(likely + Double.MIN_NORMAL));
    }

    private double share(long run, long beginning) {
        float of = count(beginning);
        return of == 0 ? 0 : Math.min(1, count(run) / of);
    }

    private float count(long run) {
        return counts[slot(run)];
    }

    private void add(long run, int count) {
        int slot = slot(run);
        runs[slot] = run;
        counts[slot] += count;
    }

    private int slot(long run) {
        int slot = (int) (run * 0x9E37_79B9_7F4A_7C15L >>> 32) & (runs.length - 1);
        while (runs[slot] != 0 && runs[slot] != run) {
            slot = (slot + 1) & (runs.length - 1);
        }
        return slot;
    }
}
