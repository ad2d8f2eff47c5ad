package wherein.recognise.figure;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** What units are called: by every word and sign that a figure has its unit from, since it is read as a figure is. */
public final class UnitNames {

    /** Longer than any name of a unit, in UTF-16: nothing longer is read. */
    private static final int MOST = 40;

    private UnitNames() {}

    /**
     * The unit that {@code name} means, as a figure has it: {@code USD} for {@code $}, {@code US$}, {@code dollars} or {@code
     * долларов}, {@code percent} for {@code %}, {@code km2} for {@code sq km}, and a counted noun in the singular for its
     * plural; of several currencies that share a name the first of our table; empty where it means none. It costs no more than to read a few words.
     */
    public static Optional<String> of(String name) {
        String word = name.strip();
        if (word.isEmpty() || word.length() > MOST || word.chars().anyMatch(Character::isDigit)) {
            return Optional.empty();
        }
        UnitWord unit = FigureWords.of("").units.get(word);
        if (unit != null) {
            return Optional.of(unit.currencies().getFirst());
        }
        // Other words count people of some kind: to ask for women is not to ask for people.
        Set<String> cues = FigureWords.of("").cues.get(word);
        if (cues != null && cues.contains("everybody")) {
            return Optional.of("people");
        }
        return Stream.of("5 " + word, word + "5", word + " 5", "5" + word)
                .flatMap(text -> read(text, word).stream())
                .findFirst();
    }

    /** The unit of the one figure that {@code text} is from start to end; or of one that counts what {@code word} names. */
    private static Optional<String> read(String text, String word) {
        List<Mention> found =
                new Figures().recognise(new Input(text, new Tokens(text), "", EdtfDate.UNKNOWN, List.of()));
        if (found.size() != 1 || !(found.getFirst() instanceof Mention.Figure figure)) {
            return Optional.empty();
        }
        boolean whole = figure.span().equals(new Span(0, text.length()));
        boolean noun =
                word.chars().allMatch(Character::isLetter) && !figure.unit().equals("people");
        return Optional.of(figure.unit()).filter(unit -> !unit.isEmpty() && (whole || noun));
    }
}
