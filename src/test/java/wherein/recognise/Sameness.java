package wherein.recognise;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a gold asks of the value of a mention, and when two mentions say the same. */
enum Sameness {
    /** Spans alone are judged. */
    NONE,
    /** The country. */
    ID,
    /** One name of a person is the other, or a part of it that has two words. */
    ALIAS,
    /** The least and the greatest value. */
    MINMAX,
    /** The first and the last day. */
    FROMTO,
    /** Everything that the type has, at exactly the same place. */
    JOINT;

    private static final Pattern BRACKETS = Pattern.compile("\\(.*?\\)");
    private static final Pattern NO_WORD = Pattern.compile("[^\\w]+", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Map<String, String> UNITS = Map.of(
            "%", "percent", "percentage", "percent", "per cent", "percent", "persons", "people", "person", "people");

    /** The one that a set names so, or {@link #NONE}. */
    static Sameness named(String name) {
        return Arrays.stream(values())
                .filter(each -> each.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(NONE);
    }

    /** Whether {@code gold} says what is asked for; if not, it is left out of the count by value. */
    boolean isIn(Item gold) {
        return switch (this) {
            case NONE -> false;
            case ID, ALIAS -> !gold.id().isEmpty();
            case MINMAX -> !Double.isNaN(gold.min());
            case FROMTO -> !gold.from().isEmpty();
            case JOINT -> true;
        };
    }

    /** Whether {@code found} says what {@code gold} says. */
    boolean holds(Item found, Item gold) {
        return switch (this) {
            case NONE -> false;
            case ID -> found.id().equals(gold.id());
            case ALIAS -> isSamePerson(found.id(), gold.id());
            case MINMAX -> close(found.min(), gold.min()) && close(found.max(), gold.max());
            case FROMTO -> found.from().equals(gold.from()) && found.to().equals(gold.to());
            case JOINT -> found.isAt(gold) && isSame(found, gold);
        };
    }

    private static boolean isSame(Item found, Item gold) {
        return switch (gold.type()) {
            case "country" -> ID.holds(found, gold) && found.kind().equals(gold.kind());
            case "figure" ->
                MINMAX.holds(found, gold)
                        && unit(found.unit()).equals(unit(gold.unit()))
                        && found.bound().equals(gold.bound());
            case "date" -> FROMTO.holds(found, gold);
            default -> ALIAS.holds(found, gold);
        };
    }

    private static boolean close(double a, double b) {
        return Math.abs(a - b) <= 1e-6 * Math.max(1, Math.max(Math.abs(a), Math.abs(b)));
    }

    private static String unit(String given) {
        String folded = fold(given);
        String unit = UNITS.getOrDefault(folded, folded);
        return unit.endsWith("s") && unit.length() > 3 ? unit.substring(0, unit.length() - 1) : unit;
    }

    private static boolean isSamePerson(String one, String other) {
        Set<String> first = Set.copyOf(words(one));
        Set<String> second = Set.copyOf(words(other));
        if (first.isEmpty() || second.isEmpty()) {
            return false;
        }
        Set<String> shorter = first.size() <= second.size() ? first : second;
        Set<String> longer = shorter == first ? second : first;
        return first.equals(second) || shorter.size() > 1 && longer.containsAll(shorter);
    }

    private static List<String> words(String name) {
        String plain = BRACKETS.matcher(name.replace('_', ' ')).replaceAll(" ");
        return Arrays.stream(NO_WORD.split(fold(plain)))
                .filter(word -> word.codePointCount(0, word.length()) > 1)
                .toList();
    }

    private static String fold(String text) {
        StringBuilder folded = new StringBuilder();
        UCharacter.foldCase(Normalizer2.getNFKDInstance().normalize(text), true)
                .codePoints()
                .filter(c -> UCharacter.getCombiningClass(c) == 0)
                .map(c -> c == '’' || c == '‘' ? '\'' : c)
                .forEach(folded::appendCodePoint);
        return folded.toString().strip();
    }
}
