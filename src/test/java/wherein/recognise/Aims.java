package wherein.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a set is to reach.
 *
 * @param floor what a word list and regular expressions reach, by exact span and by value
 * @param exact the F1 asked for by exact span; 0 where nothing is asked
 */
record Aims(String set, String type, String floor, double exact, double overlap, double value) {

    private static final List<Aims> ALL = List.of(
            new Aims("geovirus", "country", ".865 / .869", .96, 0, .96),
            new Aims("re3d", "country", ".912 / .915", .96, 0, .96),
            new Aims("re3d", "figure", ".498", 0, .85, 0),
            new Aims("gum-dev", "country", ".870 / .877", .95, 0, 0),
            new Aims("gum-dev", "date", ".816 / .878", .93, 0, .95),
            new Aims("gum-dev", "figure", ".903 / .936", .97, 0, .98),
            new Aims("gum-dev", "person", ".239 / .253", .75, 0, .70),
            new Aims("wikigold-en", "country", ".877 / .903", .95, 0, 0),
            new Aims("wikigold-en", "person", ".348", .85, 0, 0),
            new Aims("factrueval-ru", "country", ".319 / .319", .92, 0, .92),
            new Aims("factrueval-ru", "person", ".428 / .363", .80, 0, .78),
            new Aims("quantulum3-en", "figure", ".083 / .570", 0, 0, .88),
            new Aims("duckling-num-en", "figure", ".500 / .500", 0, 0, .95),
            new Aims("duckling-num-ru", "figure", ".504 / .504", 0, 0, .95),
            new Aims("recog-date-en", "date", ".208 / .312", 0, 0, .75));

    static Optional<Aims> of(String set, String type) {
        return ALL.stream()
                .filter(aims -> aims.set.equals(set) && aims.type.equals(type))
                .findFirst();
    }

    /** Floor and aim, and whether {@code scores} reach the aim. */
    String verdict(Scores scores) {
        List<String> aims = new ArrayList<>();
        boolean met = tell(aims, "exact", exact, scores.exact());
        met &= tell(aims, "overlap", overlap, scores.overlap());
        met &= tell(aims, "value", value, scores.value());
        return "floor " + floor + "; aim " + String.join(", ", aims) + (met ? "; met" : "; NOT MET");
    }

    private static boolean tell(List<String> aims, String by, double aim, Scores.Figure figure) {
        if (aim > 0) {
            aims.add(String.format(Locale.ROOT, "%s %.2f", by, aim));
        }
        return figure.f1() >= aim;
    }
}
