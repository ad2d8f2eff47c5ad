package wherein.format;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * How scans are read: which tesseract there is, and what languages may stand on them.
 *
 * @param version of tesseract, such as {@code 5.3.0}
 * @param languages as tesseract calls them, such as {@code deu}, the most likely first where somebody has said them
 * @param oriented whether it can tell which way a page lies and what script is on it
 */
public record Ocr(String version, List<String> languages, boolean oriented) {

    /** What is installed beside languages: it tells the way a page lies, and formulas. */
    private static final String ORIENTATION = "osd";

    private static final List<String> NO_LANGUAGES = List.of(ORIENTATION, "equ", "snum");

    /** A name may have a folder before it. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z][\\w/-]{1,60}");

    private static final int MOST_LINES = 1_000;
    private static final int SECONDS = 20;

    private static final String INSTALL =
            "on Debian: apt-get install tesseract-ocr, and tesseract-ocr-rus, tesseract-ocr-deu or the like for other "
                    + "languages than English";

    /** Takes a copy. */
    public Ocr {
        languages = List.copyOf(languages);
    }

    /**
     * The tesseract that the path names.
     *
     * @param wanted the languages that may stand on the scans, as tesseract calls them or in two letters; all installed ones if empty
     * @throws IOException if there is none, or it does not know one of them; the message says what to install
     */
    public static Ocr find(List<String> wanted) throws IOException {
        String version = lines("--version").stream()
                .filter(line -> line.startsWith("tesseract"))
                .findFirst()
                .map(line -> line.substring("tesseract".length()).strip())
                .orElseThrow(() -> new IOException("--ocr: \"tesseract --version\" does not tell its version"));
        List<String> installed = lines("--list-langs").stream()
                .map(String::strip)
                .filter(line -> NAME.matcher(line).matches())
                .sorted()
                .toList();
        List<String> known =
                installed.stream().filter(name -> !NO_LANGUAGES.contains(name)).toList();
        if (known.isEmpty()) {
            throw new IOException("--ocr: tesseract is installed without any language; " + INSTALL);
        }
        List<String> languages = new ArrayList<>();
        for (String language : wanted) {
            List<String> names = names(language, known);
            if (names.isEmpty()) {
                throw new IOException("--ocr: tesseract does not know the language \"" + language + "\", but "
                        + String.join(", ", known) + "; " + INSTALL);
            }
            languages.addAll(names);
        }
        return new Ocr(version, languages.isEmpty() ? known : languages, installed.contains(ORIENTATION));
    }

    private static List<String> lines(String argument) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(Tesseract.COMMAND, argument).redirectErrorStream(true);
        Process process;
        try {
            process = ChildEnvironment.restrict(builder, List.of()).start();
        } catch (IOException e) {
            throw new IOException("--ocr needs tesseract, which is not installed; " + INSTALL, e);
        }
        process.getOutputStream().close();
        process.onExit().orTimeout(SECONDS, TimeUnit.SECONDS).whenComplete((ended, fault) -> {
            // One that has ended by itself stays open, so that what it said can be read.
            if (fault != null) {
                process.destroyForcibly();
            }
        });
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            return reader.lines().limit(MOST_LINES).toList();
        }
    }

    /** Those of {@code known} that {@code language} may mean. */
    private static List<String> names(String language, List<String> known) {
        if (known.contains(language)) {
            return List.of(language);
        }
        String name = language.strip().toLowerCase(Locale.ROOT);
        String base = name.replaceFirst("[-_].*", "");
        // In three letters Chinese is "zho", but tesseract has two, one for each of its scripts.
        String three = base.equals("zh") || base.equals("zho") ? "chi" : threeLetters(base);
        return known.stream()
                .filter(each -> each.equals(three) || each.startsWith(three + "_"))
                .toList();
    }

    private static String threeLetters(String language) {
        try {
            return Locale.of(language).getISO3Language();
        } catch (MissingResourceException e) {
            return language;
        }
    }

    /** This for a scan in {@code language}, BCP 47; this itself where that is not known, or none of its languages. */
    public Ocr in(String language) {
        List<String> names = language.isEmpty() ? List.of() : names(language, languages);
        return names.isEmpty() ? this : new Ocr(version, names, oriented);
    }

    /** Those of its languages that are written in {@code script}, called as tesseract calls scripts; all if it has none of that. */
    List<String> ofScript(String script) {
        List<String> own = languages.stream()
                .filter(language -> scripts(language).contains(code(script)))
                .toList();
        return own.isEmpty() ? languages : own;
    }

    /** Whether its languages are of several scripts, so that it matters which of them is on a page. */
    boolean hasScripts() {
        List<Integer> first = scripts(languages.getFirst());
        return languages.stream()
                .anyMatch(language -> scripts(language).stream().noneMatch(first::contains));
    }

    private static int code(String script) {
        return switch (script) {
            case "Fraktur" -> UScript.LATIN;
            case "Han", "HanS", "HanT", "HanS_vert", "HanT_vert" -> UScript.HAN;
            default -> UScript.getCodeFromName(script);
        };
    }

    private static List<Integer> scripts(String language) {
        String base = language.substring(language.lastIndexOf('/') + 1).replaceFirst("_.*", "");
        int[] codes = UScript.getCode(new ULocale(base.equals("chi") ? "zh" : base));
        return codes == null
                ? List.of(UScript.LATIN)
                : Arrays.stream(codes).boxed().toList();
    }

    /** What tells whether a scan would be read anew. */
    public String signature() {
        return "tesseract " + version + " " + String.join("+", languages) + (oriented ? "" : ", as it lies");
    }

    /** As {@link #of} reads it. */
    String line() {
        return version.replace(' ', '_') + " " + oriented + " " + String.join(" ", languages);
    }

    /** What {@link #line} made {@code line} of. */
    static Ocr of(String line) {
        List<String> words = List.of(line.split(" "));
        return new Ocr(words.get(0), words.subList(2, words.size()), Boolean.parseBoolean(words.get(1)));
    }
}
