package wherein.recognise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a set is to reach.
 *
 * @param floor what a word list and regular expressions reach, by exact span and by value; or what was reached before the rules
 *     of a language had files of their own
 * @param exact the F1 asked for by exact span; 0 where nothing is asked
 */
record Aims(String set, String type, String floor, double exact, double overlap, double value) {

    private static final List<Aims> ALL = List.of(
            new Aims("geovirus", "country", "floor .865 / .869", .96, 0, .96),
            new Aims("re3d", "country", "floor .912 / .915", .96, 0, .96),
            new Aims("re3d", "figure", "floor .498", 0, .85, 0),
            new Aims("gum-dev", "country", "floor .870 / .877", .95, 0, 0),
            new Aims("gum-dev", "date", "floor .816 / .878", .93, 0, .95),
            new Aims("gum-dev", "figure", "floor .903 / .936", .97, 0, .98),
            new Aims("gum-dev", "person", "floor .239 / .253", .75, 0, .70),
            new Aims("wikigold-en", "country", "floor .877 / .903", .95, 0, 0),
            new Aims("wikigold-en", "person", "floor .348", .85, 0, 0),
            new Aims("factrueval-ru", "country", "floor .319 / .319", .92, 0, .92),
            new Aims("factrueval-ru", "person", "floor .428 / .363", .80, 0, .78),
            new Aims("quantulum3-en", "figure", "floor .083 / .570", 0, 0, .88),
            new Aims("duckling-num-en", "figure", "floor .500 / .500", 0, 0, .95),
            new Aims("duckling-num-ru", "figure", "floor .504 / .504", 0, 0, .95),
            new Aims("recog-date-en", "date", "floor .208 / .312", 0, 0, .75),
            new Aims("conll2003-en-dev", "person", "before .779", .88, 0, 0),
            new Aims("conll2003-en-dev", "country", "before .997 / .997", .997, 0, .997),
            new Aims("wikineural-fr-dev", "person", "before .586", .82, 0, 0),
            new Aims("wikineural-fr-dev", "country", "before .975 / .977", .975, 0, .977),
            new Aims("wikineural-de-dev", "person", "before .534", .75, 0, 0),
            new Aims("wikineural-de-dev", "country", "before .940 / .949", .940, 0, .949),
            new Aims("conll2002-es-dev", "person", "before .520", .75, 0, 0),
            new Aims("conll2002-es-dev", "country", "before .940 / .916", .940, 0, .916),
            new Aims("conll2002-nl-dev", "person", "before .431", .70, 0, 0),
            new Aims("conll2002-nl-dev", "country", "before 1.000", 1, 0, 1),
            new Aims("nerel-ru-dev", "person", "before .911 / .759", .911, 0, .83),
            new Aims("nerel-ru-dev", "country", "before .918 / .976", .918, 0, .976),
            new Aims("nerel-ru-dev", "figure", "before .811", .811, 0, 0),
            new Aims("nerel-ru-dev", "date", "before .362", .362, 0, 0),
            new Aims("lgl-dev", "country", "before .779 / .693", 0, 0, .82),
            new Aims("recog-figure-en-dev", "figure", "before .710 by value", 0, 0, .88),
            new Aims("recog-figure-de-dev", "figure", "before .819 by value", 0, 0, .88),
            new Aims("recog-figure-fr-dev", "figure", "before .692 by value", 0, 0, .88),
            new Aims("recog-figure-es-dev", "figure", "before .664 by value", 0, 0, .88),
            new Aims("recog-figure-zh-dev", "figure", "before .329 by value", 0, 0, .75),
            new Aims("num2words-ru-dev", "figure", "before .833 by value", 0, 0, .95),
            new Aims("num2words-uk-dev", "figure", "before .371 by value", 0, 0, .95),
            new Aims("num2words-ar-dev", "figure", "before .074 by value", 0, 0, .70),
            new Aims("timebank-aquaint-dev", "date", "before .902 / .874", 0, 0, .94));

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
        return floor + "; aim " + String.join(", ", aims) + (met ? "; met" : "; NOT MET");
    }

    private static boolean tell(List<String> aims, String by, double aim, Scores.Figure figure) {
        if (aim > 0) {
            aims.add(String.format(Locale.ROOT, "%s %.2f", by, aim));
        }
        return figure.f1() >= aim;
    }
}
