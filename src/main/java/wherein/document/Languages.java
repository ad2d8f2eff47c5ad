package wherein.document;

import com.optimaize.langdetect.LanguageDetector;
import com.optimaize.langdetect.LanguageDetectorBuilder;
import com.optimaize.langdetect.ngram.NgramExtractors;
import com.optimaize.langdetect.profiles.LanguageProfileReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import wherein.text.LanguageTag;

/** Tells the language of a text. What the metadata declare goes before what the letters suggest. */
public final class Languages {

    /** A shorter text says too little. */
    private static final int LEAST = 20;

    /** In a shorter one in Latin letters a technical word passes for Welsh: only English is told. */
    private static final int LEAST_LATIN = 60;

    /** Enough of a document to tell its language. */
    private static final int SAMPLE = 5_000;

    /** Of a longer sample so many runs are looked at, as far from one another: the detector draws no more than some hundred letters. */
    private static final int RUNS = 12;

    private static final int RUN = 100;

    private static final Set<String> CYRILLIC = Set.of("ru", "uk", "be", "bg", "sr", "mk", "kk", "ky", "tg", "mn");

    private Languages() {}

    /** The language of the whole {@code text}, empty where it cannot be told. */
    public static String of(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        Letters letters = letters(sample);
        long count = sample.codePoints()
                .filter(Character::isLetter)
                .limit(LEAST_LATIN)
                .count();
        if (count < LEAST) {
            return letters.cyrillic ? "ru" : "";
        }
        boolean isShort = count < LEAST_LATIN && letters.latin;
        // The profiles are of small letters.
        return Detector.INSTANCE
                .detect(runs(sample).toLowerCase(Locale.ROOT))
                .transform(locale -> locale.getLanguage())
                .transform(language -> isShort && !language.equals("en") ? "" : language)
                .or("");
    }

    /** The whole of a short sample, and of a long one runs of whole words from its beginning to its end. */
    private static String runs(String sample) {
        if (sample.length() <= RUNS * RUN) {
            return sample;
        }
        StringBuilder runs = new StringBuilder(RUNS * RUN);
        for (int i = 0; i < RUNS; i++) {
            int from = (int) ((long) i * (sample.length() - RUN) / (RUNS - 1));
            String run = sample.substring(from, from + RUN);
            // Without the pieces of words at both ends, and all of it in a script without spaces.
            int first = run.indexOf(' ');
            int last = run.lastIndexOf(' ');
            runs.append(first < last ? run.substring(first, last + 1) : run);
        }
        return runs.toString();
    }

    /**
     * The language of a passage of a document in {@code language}: that one, unless most letters of the passage are of
     * the other script. Cyrillic then means Russian, or Ukrainian where a letter that only Ukrainian has stands in it,
     * and Latin means English.
     */
    static String ofPassage(String passage, String language) {
        Letters letters = letters(passage);
        boolean cyrillicDocument = CYRILLIC.contains(LanguageTag.primary(language));
        if (letters.cyrillic && !cyrillicDocument) {
            return letters.ukrainian ? "uk" : "ru";
        }
        if (letters.latin && cyrillicDocument) {
            return "en";
        }
        return language;
    }

    /** What most letters are. */
    private record Letters(boolean cyrillic, boolean latin, boolean ukrainian) {}

    private static Letters letters(String text) {
        int cyrillic = 0;
        int latin = 0;
        int ukrainian = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x400 && c < 0x530) {
                cyrillic++;
                if ("іїєґІЇЄҐ".indexOf(c) >= 0) {
                    ukrainian++;
                }
            } else if (Character.isLetter(c) && c < 0x250) {
                latin++;
            }
        }
        return new Letters(cyrillic > latin, latin > cyrillic, ukrainian > 0);
    }

    /** Loaded when the first document without a declared language comes: its profiles take seconds. */
    private static final class Detector {
        static final LanguageDetector INSTANCE = load();

        private static LanguageDetector load() {
            try {
                return LanguageDetectorBuilder.create(NgramExtractors.standard())
                        .withProfiles(new LanguageProfileReader().readAllBuiltIn())
                        .build();
            } catch (IOException e) {
                throw new UncheckedIOException("the language profiles in the jar cannot be read", e);
            }
        }
    }
}
