package wherein.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * In which charset a text is that is no sound UTF-8: in the one in which its words are likeliest, in a language that was
 * written in that charset ({@link LetterModel}, {@link HanModel}). So a line is enough. What a text says in ASCII tells
 * of its language too, and that is all that is weighed; nothing outside of it is, so that a file is read alike wherever it
 * lies. Takes some ms, whatever the length of the text; the first one half a second more, for the models.
 */
final class CharsetGuess {

    /** So many bytes of lines that are not ASCII are looked at, and of those that are. */
    private static final int SAMPLE = 2_048;

    /** What a guess costs in another system than Windows; and in one of DOS or of old Macs. */
    private static final double ELSEWHERE = -2;

    private static final double RARELY = -4;

    /** How much less likely a language is at most for what a text says in ASCII: it may name people of any country. */
    private static final double FOREIGN = -8;

    /** As much for a language that is not written in Latin letters. */
    private static final double OTHER_SCRIPT = -4;

    /** What a sign costs that texts have among letters; one that they hardly have; and a byte that means nothing. */
    private static final double SIGN = -4;

    private static final double ODD_SIGN = -10;
    private static final double NOTHING = -22;

    /** A sign between two letters, a capital behind a small letter, a change of scripts in a word. */
    private static final double MISPLACED = -7;

    /** How much likelier a broken sequence of UTF-8 is of which more than one byte is there; how much less any other. */
    private static final double CUT = 8;

    private static final double BROKEN = -2;

    /** A letter of ASCII within a word of another charset of two bytes. */
    private static final double ANY_LETTER = -3;

    /** Fewer high bytes in a row are no word of another script: a byte or two are damaged. */
    private static final int SHORTEST_RUN = 3;

    /** So many of a text's characters, in percent, are in daily use, and two at least. */
    private static final int DAILY = 85;

    /** Signs that texts have among letters: anywhere; before a word; around one; behind one or a number; away from letters. */
    private static final String FREE = "\u00AD’–—―…";

    private static final String OPENING = "„‚¿¡";
    private static final String QUOTES = "“”‘´«»‹›";
    private static final String TRAILING = "°©®™ºª";
    private static final String APART = "•·§€£№×½¼¾±";

    /** A charset, and the languages that are written in it; a model of Han instead of them where it has two bytes a character. */
    private record Candidate(Charset charset, List<String> languages, Optional<HanModel> han, double prior) {

        boolean isLatin() {
            return han.isEmpty() && !isOtherScript(languages.getFirst());
        }
    }

    private static final List<String> WESTERN =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "da", "sv", "no", "fi", "is", "ca", "ga", "eu", "gl");
    private static final List<String> CENTRAL = List.of("pl", "cs", "sk", "hu", "sl", "hr", "ro");
    private static final List<String> BALTIC = List.of("lt", "lv", "et");
    private static final List<String> OTHER_SCRIPTS =
            List.of("ru", "uk", "be", "bg", "mk", "sr", "el", "he", "ar", "fa", "ur", "th");

    /** The languages are as likely as each other but for those that are rarely seen, and pass for what names are in. */
    private static final List<Candidate> CANDIDATES = Stream.of(
                    candidates(WESTERN, 0, "windows-1252", "", "x-MacRoman", "IBM850"),
                    candidates(CENTRAL, -1, "windows-1250", "ISO-8859-2", "x-MacCentralEurope", "IBM852"),
                    candidates(List.of("ru"), 0, "windows-1251", "KOI8-R ISO-8859-5", "IBM866", "x-MacCyrillic"),
                    candidates(List.of("uk"), 0, "windows-1251", "KOI8-U ISO-8859-5", "x-IBM1125", "x-MacUkraine"),
                    candidates(List.of("be", "bg", "mk", "sr"), 0, "windows-1251", "ISO-8859-5", "", ""),
                    candidates(List.of("el"), 0, "windows-1253", "ISO-8859-7", "x-IBM737", "x-MacGreek"),
                    candidates(List.of("tr"), -1, "windows-1254", "", "x-MacTurkish", "IBM857"),
                    candidates(List.of("he"), 0, "windows-1255", "", "x-MacHebrew", "IBM862"),
                    candidates(List.of("ar", "fa", "ur"), 0, "windows-1256", "ISO-8859-6", "x-MacArabic", "IBM864"),
                    candidates(BALTIC, -4, "windows-1257", "", "", "IBM775"),
                    candidates(List.of("vi"), -4, "windows-1258", "", "", ""),
                    candidates(List.of("th"), 0, "x-windows-874", "", "", ""),
                    han(HanModel.JAPANESE, "windows-31j", "EUC-JP"),
                    han(HanModel.CHINESE, "GB18030"),
                    han(HanModel.TAIWANESE, "Big5"),
                    han(HanModel.KOREAN, "x-windows-949"))
            .flatMap(List::stream)
            .toList();

    private final byte[] sample;
    private final boolean runs;
    private final Map<String, Double> priors = new HashMap<>();

    private CharsetGuess(byte[] bytes) {
        ByteArrayOutputStream high = new ByteArrayOutputStream();
        ByteArrayOutputStream ascii = new ByteArrayOutputStream();
        for (int start = 0; start < bytes.length && high.size() < SAMPLE; ) {
            int end = start;
            boolean isHigh = false;
            while (end < bytes.length && (end == start || bytes[end - 1] != '\n') && end - start < SAMPLE) {
                isHigh |= bytes[end++] < 0;
            }
            ByteArrayOutputStream lines = isHigh ? high : ascii;
            if (lines.size() < SAMPLE) {
                lines.write(bytes, start, end - start);
            }
            start = end;
        }
        this.sample = high.toByteArray();
        this.runs = longestRun(sample) >= SHORTEST_RUN;
        priors(new String(ascii.toByteArray(), StandardCharsets.ISO_8859_1) + " "
                + new String(sample, StandardCharsets.ISO_8859_1));
    }

    /** The charset of {@code bytes}, which are not ASCII alone; UTF-8 if it is likeliest that they are, with faults. */
    static Charset of(byte[] bytes) {
        CharsetGuess guess = new CharsetGuess(bytes);
        Charset best = StandardCharsets.UTF_8;
        double likeliest = guess.asUtf8();
        for (Candidate candidate : CANDIDATES) {
            double likely = guess.likelihood(candidate);
            if (likely > likeliest) {
                likeliest = likely;
                best = candidate.charset;
            }
        }
        return best;
    }

    private static List<Candidate> candidates(
            List<String> languages, double prior, String windows, String elsewhere, String mac, String dos) {
        List<Candidate> candidates = new ArrayList<>();
        add(candidates, languages, windows, prior);
        for (String name : elsewhere.split(" ")) {
            add(candidates, languages, name, prior + ELSEWHERE);
        }
        add(candidates, languages, dos, prior + (dos.equals("IBM866") ? ELSEWHERE : RARELY));
        add(candidates, languages, mac, prior + RARELY);
        return candidates;
    }

    private static void add(List<Candidate> candidates, List<String> languages, String name, double prior) {
        if (!name.isEmpty() && Charset.isSupported(name)) {
            candidates.add(new Candidate(Charset.forName(name), languages, Optional.empty(), prior));
        }
    }

    private static List<Candidate> han(HanModel model, String... names) {
        return Stream.of(names)
                .filter(Charset::isSupported)
                .map(name -> new Candidate(Charset.forName(name), List.of(), Optional.of(model), 0))
                .toList();
    }

    private static boolean isOtherScript(String language) {
        return OTHER_SCRIPTS.contains(language);
    }

    private static int longestRun(byte[] bytes) {
        int longest = 0;
        int run = 0;
        for (byte each : bytes) {
            run = each < 0 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** What the words of ASCII say of the language. */
    private void priors(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.split("[^\\p{L}\\u0080-\\u00FF]+")) {
            if (!word.isEmpty() && word.chars().allMatch(c -> c < 0x80)) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
        }
        double best = Double.NEGATIVE_INFINITY;
        List<String> latin = new ArrayList<>();
        CANDIDATES.stream()
                .filter(Candidate::isLatin)
                .flatMap(each -> each.languages.stream())
                .distinct()
                .forEach(latin::add);
        for (String language : latin) {
            LetterModel model = LetterModel.of(language);
            double sum = words.stream().mapToDouble(model::likelihood).sum();
            priors.put(language, sum);
            best = Math.max(best, sum);
        }
        double most = best;
        priors.replaceAll((language, sum) -> Math.max(FOREIGN, sum - most));
        double other = words.isEmpty() ? 0 : OTHER_SCRIPT;
        OTHER_SCRIPTS.forEach(language -> priors.put(language, other));
    }

    private double asUtf8() {
        String text = new String(sample, StandardCharsets.UTF_8);
        double best = Double.NEGATIVE_INFINITY;
        for (Map.Entry<String, Double> each : priors.entrySet()) {
            best = Math.max(best, each.getValue() + words(text, LetterModel.of(each.getKey())));
        }
        for (HanModel each : HanModel.values()) {
            best = Math.max(best, OTHER_SCRIPT + characters(text, each));
        }
        return best + cut(sample);
    }

    /** What speaks for sequences that were cut, and against other broken ones. */
    private static double cut(byte[] bytes) {
        double sum = 0;
        for (int i = 0; i < bytes.length; i++) {
            int lead = bytes[i] & 0xFF;
            int length = lead >= 0xF0 && lead < 0xF5 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 1;
            int end = i + 1;
            while (end < bytes.length && end < i + length && (bytes[end] & 0xC0) == 0x80) {
                end++;
            }
            sum += lead < 0x80 || length > 1 && end == i + length ? 0 : end - i > 1 ? CUT : BROKEN;
            i = end - 1;
        }
        return sum;
    }

    private double likelihood(Candidate candidate) {
        if (candidate.han.isPresent()) {
            return candidate.prior
                    + OTHER_SCRIPT
                    + characters(new String(sample, candidate.charset), candidate.han.get());
        }
        if (!runs && !candidate.isLatin()) {
            return Double.NEGATIVE_INFINITY;
        }
        String text = Normalizer.normalize(new String(sample, candidate.charset), Normalizer.Form.NFC);
        return candidate.prior
                + candidate.languages.stream()
                        .map(language -> priors.get(language) + words(text, LetterModel.of(language)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
    }

    /** The likelihood of all words that are not ASCII, and of the signs. */
    private double words(String text, LetterModel model) {
        double sum = 0;
        for (int i = 0; i < text.length(); ) {
            char c = text.charAt(i);
            if (isLetter(c)) {
                int end = i;
                boolean ascii = i == 0 || text.charAt(i - 1) < 0x80;
                while (end < text.length() && isLetter(text.charAt(end))) {
                    ascii &= text.charAt(end++) < 0x80;
                }
                // A word that a sign parts in this charset has one letter more in another.
                ascii &= end == text.length() || text.charAt(end) < 0x80;
                sum += ascii ? 0 : word(text.substring(i, end), model);
                i = end;
            } else {
                sum += c < 0x80 ? 0 : sign(text, i);
                i++;
            }
        }
        return sum;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK || c == '\uFFFD';
    }

    private static double word(String word, LetterModel model) {
        double sum = 0;
        StringBuilder small = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            small.append(Character.toLowerCase(c));
            if (i > 0) {
                char before = word.charAt(i - 1);
                boolean rises = Character.isLowerCase(before) && Character.isUpperCase(c);
                boolean mixed = before < 0x250 != c < 0x250 && Character.isLetter(before) && Character.isLetter(c);
                sum += (rises ? MISPLACED : 0) + (mixed ? MISPLACED : 0);
            }
        }
        return sum + model.likelihood(small);
    }

    private double sign(String text, int at) {
        char c = text.charAt(at);
        // What frames are drawn with comes in rows.
        boolean frame = c >= 0x2500 && c < 0x25A0;
        if (c < 0xA0 || c >= 0xE000 && c < 0xF900 || frame && !runs) {
            return NOTHING;
        }
        char before = at > 0 ? text.charAt(at - 1) : ' ';
        char after = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        boolean apart = !isLetter(before) && !isLetter(after);
        boolean within = isLetter(before) && isLetter(after);
        if (FREE.indexOf(c) >= 0) {
            return SIGN;
        }
        if (c == '\u00A0') {
            return SIGN + (before == ' ' || after == ' ' ? MISPLACED / 2 : 0);
        }
        if (OPENING.indexOf(c) >= 0) {
            return SIGN + (within ? 2 * MISPLACED : isLetter(before) || after == ' ' ? MISPLACED : 0);
        }
        if (QUOTES.indexOf(c) >= 0) {
            return SIGN + (within && !(c == '´' && after == 's') ? 2 * MISPLACED : 0);
        }
        if (TRAILING.indexOf(c) >= 0) {
            return SIGN + (isLetter(after) ? MISPLACED : 0);
        }
        if (c == '·' && before == 'l' && after == 'l') {
            return SIGN;
        }
        return (APART.indexOf(c) >= 0 ? SIGN : ODD_SIGN) + (apart ? 0 : within ? 2 * MISPLACED : MISPLACED);
    }

    /** The likelihood of all characters of Han, of the signs among them and of the letters beside them. */
    private static double characters(String text, HanModel model) {
        double sum = 0;
        int daily = 0;
        int letters = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\uFFFD') {
                sum += NOTHING;
                all++;
            } else if (c >= 0x80) {
                sum += model.likelihood(c);
                all++;
                daily += model.isUsual(c) ? 1 : 0;
                letters += model.isUsual(c) && Character.isLetter(c) ? 1 : 0;
            } else if (Character.isLetter(c)) {
                int end = i;
                while (end < text.length() && text.charAt(end) < 0x80 && Character.isLetter(text.charAt(end))) {
                    end++;
                }
                boolean behind = i > 0 && Character.isLetter(text.charAt(i - 1));
                boolean before = end < text.length() && Character.isLetter(text.charAt(end));
                if (behind || before) {
                    sum += ANY_LETTER * (end - i) + (behind ? MISPLACED : 0) + (before ? MISPLACED : 0);
                }
                i = end - 1;
            }
        }
        return letters >= 2 && daily * 100 >= all * DAILY ? sum : Double.NEGATIVE_INFINITY;
    }
}
