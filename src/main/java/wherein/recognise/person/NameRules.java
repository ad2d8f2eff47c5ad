package wherein.recognise.person;

import java.util.ArrayList;
import java.util.List;

/** Turns the labels of a document into names: trims titles off, adds what is certain and takes out what cannot be. */
final class NameRules {

    private final Units units;
    private final Tagger tagger;
    private final List<Name> names = new ArrayList<>();

    NameRules(Units units, Tagger tagger) {
        this.units = units;
        this.tagger = tagger;
    }

    /** The names of the document, by place; none overlaps another. */
    List<Name> find() {
        for (int i = 0; i < units.size; ) {
            if (tagger.label(i) == Model.OUT) {
                i++;
                continue;
            }
            int end = i + 1;
            while (end < units.size && tagger.label(end) == Model.IN) {
                end++;
            }
            trimmed(i, end);
            i = end;
        }
        return names;
    }

    private void trimmed(int from, int end) {
        int start = from;
        while (start < end - 1 && isTitle(start)) {
            start++;
        }
        int stop = end;
        while (stop > start && !units.isCapital(stop - 1)) {
            stop--;
        }
        if (stop > start && letters(start, stop)) {
            names.add(new Name(start, stop, "model"));
        }
    }

    /** Whether unit {@code i} is a title and not, as Marshall or Dean may be, a given name. */
    private boolean isTitle(int i) {
        return units.has(i, Flags.TITLE) && !units.has(i, Flags.GIVEN | Flags.PARTICLE);
    }

    private boolean letters(int start, int stop) {
        return units.end(stop - 1) - units.start(start) > 1;
    }
}
