package wherein.recognise.figure;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import wherein.recognise.WordList;

/**
 * The numbers that a language writes out in words, as a tree of letters: every number below a thousand in every form
 * that ICU's rule sets (CLDR, RBNF) give it, and the words that scale them.
 *
 * <p>Made from what ICU formats, never by its parser, when a document of the language first comes; spaces and hyphens
 * are left out, so that it does not matter what a language joins.
 */
final class SpelledNumbers {

    private static final Map<String, Optional<SpelledNumbers>> LANGUAGES = new ConcurrentHashMap<>();
    /** The Chinese zero, which Unicode counts among the numbers and not the letters. */
    private static final char ZERO = '〇';

    /** The Ukrainian apostrophe of CLDR, for which most texts have another sign. */
    private static final char MODIFIER_APOSTROPHE = 'ʼ';

    private static final long LARGEST_SCALE = 1_000_000_000_000L;

    /** A letter's place in the tree. */
    static final class Node {
        final Map<Character, Node> next = new HashMap<>();
        long number = -1;
        long scale = -1;
        /** How many of its scale it stands for without a number before it; none if it needs one. */
        int alone;

        boolean join;

        /** Whether it adds to a number below a thousand behind an "and", in Arabic the tens to the units. */
        boolean part;
    }

    private final Node root = new Node();

    /** The numbers of {@code language}; empty for English and Russian, which have a grammar, and for unknown ones. */
    static Optional<SpelledNumbers> of(String language) {
        int hyphen = language.indexOf('-');
        String base = hyphen < 0 ? language : language.substring(0, hyphen);
        if (FigureWords.spelledByWords(base)) {
            return Optional.empty();
        }
        return LANGUAGES.computeIfAbsent(base, SpelledNumbers::load);
    }

    private static Optional<SpelledNumbers> load(String language) {
        SpelledNumbers numbers = new SpelledNumbers(language);
        return numbers.root.next.isEmpty() ? Optional.empty() : Optional.of(numbers);
    }

    private SpelledNumbers(String language) {
        for (String locale : locales(language)) {
            load(new RuleBasedNumberFormat(new ULocale(locale), RuleBasedNumberFormat.SPELLOUT));
        }
        joins(language);
        listed(language);
    }

    /** The locales whose words differ from each other within one language. */
    private static List<String> locales(String language) {
        return switch (language) {
            case "fr" -> List.of("fr", "fr_BE", "fr_CH");
            case "pt" -> List.of("pt", "pt_PT");
            case "zh" -> List.of("zh", "zh_Hant");
            default -> List.of(language);
        };
    }

    private void load(RuleBasedNumberFormat format) {
        // Without their umlauts, as programs write them: fuenf, zwoelf.
        boolean german = format.getLocale(ULocale.VALID_LOCALE).getLanguage().equals("de");
        List<String> cardinals = new ArrayList<>();
        for (String rules : format.getRuleSetNames()) {
            if (!rules.contains("ordinal") && !rules.contains("year")) {
                cardinals.add(rules);
            }
        }
        for (long value = 0; value < 1000; value++) {
            for (String rules : cardinals) {
                String form = format.format(value, rules);
                number(add(key(form)), value);
                if (german) {
                    number(add(key(form.replace("ü", "ue").replace("ö", "oe"))), value);
                }
            }
        }
        for (long scale = 1000; scale <= LARGEST_SCALE; scale *= 10) {
            for (String rules : cardinals) {
                addScale(format, rules, scale);
            }
        }
        boundForms(format, cardinals);
        lastForms(format, cardinals);
    }

    private static void number(Node node, long value) {
        if (node != null && (node.number < 0 || node.number > value)) {
            node.number = value;
        }
    }

    /** Forms that numbers have only before a scale, such as Hungarian két in kétezer: what is left without the scale. */
    private void boundForms(RuleBasedNumberFormat format, List<String> cardinals) {
        for (String rules : cardinals) {
            String thousand = key(format.format(1000, rules));
            for (long value = 2; value < 1000 && !thousand.isEmpty(); value++) {
                String form = key(format.format(value * 1000, rules));
                boolean bound = form.endsWith(thousand) && form.length() > thousand.length() && value(form) < 0;
                Node node = bound ? add(form.substring(0, form.length() - thousand.length())) : null;
                if (node != null && node.number < 0 && node.scale < 0) {
                    node.number = value;
                }
            }
        }
    }

    /** Forms that numbers have only behind a scale, such as Chinese 〇一十 in 一千〇一十: what is left without the scale. */
    private void lastForms(RuleBasedNumberFormat format, List<String> cardinals) {
        for (long scale : new long[] {1000, 10_000}) {
            for (String rules : cardinals) {
                String before = key(format.format(scale, rules));
                for (long value = 1; value < 1000 && !before.isEmpty(); value++) {
                    String form = key(format.format(scale + value, rules));
                    boolean last = form.startsWith(before) && value(form) != scale + value;
                    Node node = last ? add(form.substring(before.length())) : null;
                    if (node != null && node.number < 0 && node.scale < 0) {
                        node.number = value;
                    }
                }
            }
        }
    }

    /** The number words that a language has in its own file. */
    private void listed(String language) {
        for (String[] row : FigureWords.rows(language)) {
            for (String word : row[2].split(" ")) {
                long value = row[0].equals("cardinal") || row[0].equals("scale") || row[0].equals("dual")
                        ? Long.parseLong(row[1])
                        : -1;
                if (value > 0 && value < 1000 && row[0].equals("cardinal")) {
                    Node node = add(key(word));
                    node.number = value;
                    node.part = true;
                } else if (value >= 1000) {
                    Node node = add(key(word));
                    node.scale = value;
                    node.alone = row[0].equals("dual") ? 2 : 1;
                }
            }
        }
    }

    private void joins(String language) {
        for (String[] row : WordList.rows(SpelledNumbers.class, "joins.tsv")) {
            for (String word : row[0].equals(language) ? row[1].split(" ") : new String[0]) {
                Node node = add(key(word));
                node.join = row.length < 3;
                node.scale = row.length < 3 ? node.scale : Long.parseLong(row[2]);
                node.alone = row.length > 2 ? 1 : node.alone;
            }
        }
    }

    /** What is left of "two thousand" without "two" is the word for a thousand. */
    private void addScale(RuleBasedNumberFormat format, String rules, long scale) {
        for (long times : new long[] {1, 2, 5, 10}) {
            String form = format.format(times * scale, rules);
            String letters = key(form);
            if (letters.isEmpty() || value(letters) == times * scale) {
                continue;
            }
            String rest = rest(form, forms(format, times));
            // Arabic and Hebrew have a word of its own for two thousand.
            boolean whole = rest.isEmpty() && times <= 2;
            Node node = whole ? add(letters) : add(rest);
            if (node != null && node.number < 0 && (node.scale < 0 || node.scale == scale)) {
                node.scale = scale;
                node.alone = whole ? (int) times : node.alone;
            }
        }
    }

    /** What follows the longest of {@code names} in {@code form}, rather at the end of a word than inside one. */
    private static String rest(String form, Set<String> names) {
        String best = "";
        boolean parted = false;
        for (String name : names) {
            if (!form.startsWith(name) || form.length() == name.length()) {
                continue;
            }
            String rest = key(form.substring(name.length()));
            boolean end = !isPart(form.charAt(name.length()));
            if (best.isEmpty() || end && !parted || end == parted && rest.length() < best.length()) {
                best = rest;
                parted = end;
            }
        }
        return best;
    }

    private static Set<String> forms(RuleBasedNumberFormat format, long value) {
        Set<String> forms = new HashSet<>();
        for (String rules : format.getRuleSetNames()) {
            forms.add(format.format(value, rules));
        }
        forms.remove("");
        return forms;
    }

    /** The letters of {@code form} in lower case; empty where ICU falls back to digits. */
    private static String key(String form) {
        StringBuilder letters = new StringBuilder(form.length());
        for (int i = 0; i < form.length(); i++) {
            char c = form.charAt(i);
            if (Character.isDigit(c)) {
                return "";
            }
            fold(c, letters);
        }
        return letters.toString();
    }

    /** Adds what the tree has for {@code c}: a small letter, Latin ones without accents; nothing for a space. */
    static void fold(char c, StringBuilder letters) {
        if (!isPart(c)) {
            return;
        }
        char small = Character.toLowerCase(c);
        if (small == 'ß') {
            letters.append("ss");
        } else if (small > 127 && small < 0x250) {
            letters.append(Normalizer.normalize(String.valueOf(small), Normalizer.Form.NFD)
                    .charAt(0));
        } else if (small != MODIFIER_APOSTROPHE
                && (small < 0x300 || small > 0x36F)
                && (small < 0x64B || small > 0x652)) {
            letters.append(small);
        }
    }

    /** Whether {@code c} is a letter or a mark of one, not a space, hyphen or invisible sign. */
    static boolean isPart(char c) {
        int type = Character.getType(c);
        return Character.isLetter(c)
                || Character.isSurrogate(c)
                || type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK;
    }

    private Node add(String letters) {
        if (letters.isEmpty()) {
            return null;
        }
        Node node = root;
        for (int i = 0; i < letters.length(); i++) {
            node = node.next.computeIfAbsent(letters.charAt(i), key -> new Node());
        }
        return node;
    }

    /** The root of the tree. */
    Node root() {
        return root;
    }

    /** Whether some number begins with {@code letter}. */
    boolean begins(char letter) {
        StringBuilder folded = new StringBuilder();
        fold(letter, folded);
        return !folded.isEmpty() && root.next.containsKey(folded.charAt(0));
    }

    /** The value of {@code letters} if they are a number as a whole, else -1. */
    long value(String letters) {
        SpelledWalk.Step step = new SpelledWalk(root, new SpelledWalk.Letters() {
                    @Override
                    public int at(int index) {
                        return index < letters.length() ? letters.charAt(index) : -1;
                    }

                    @Override
                    public boolean ends(int index) {
                        return index == letters.length();
                    }
                })
                .read(SpelledSum.NOTHING);
        return step == null ? -1 : step.sum().value();
    }
}
