package wherein.recognise.person;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the authors of works that are cited by author and year: (Hart & Lowell, 2014), Vogt and Amis (1993), Kessler et al. (2011).
 *
 * <p>One author alone before a year may be a publisher or a title, and is left to the model.
 */
final class Citations {

    /** Takes a name found. */
    interface Sink {
        void add(int start, int end, String rule);
    }

    private static final int NO_AUTHOR = Vetoes.NOT_A_NAME | Flags.FUNCTION | Flags.ORG | Flags.PLACEWORD | Flags.TITLE;
    private static final int MOST_AUTHORS = 8;

    private static final long ET = PersonLexicon.hash("et");
    private static final long AL = PersonLexicon.hash("al");

    private final Units units;
    private final IntPredicate free;
    private final Sink sink;

    Citations(Units units, IntPredicate free, Sink sink) {
        this.units = units;
        this.free = free;
        this.sink = sink;
    }

    /** Finds them in the whole document. */
    void find() {
        boolean inside = false;
        List<Integer> single = new ArrayList<>();
        boolean certain = false;
        for (int i = 1; i < units.size; i++) {
            units.checkpoint.step();
            if (units.line[i]) {
                alone(single, certain);
                certain = false;
            }
            if (units.line[i] || units.is(i, ')')) {
                inside = false;
            }
            if (units.is(i, '(')) {
                inside = true;
            }
            if (isYear(i)) {
                boolean bracket = units.is(i - 1, '(');
                int last = bracket || units.is(i - 1, ',') ? i - 2 : i - 1;
                boolean others = last > 1 && (units.is(last, '.') || units.hash[last] == AL) && isEtAl(last);
                if (others) {
                    last -= units.is(last, '.') ? 3 : 2;
                }
                if (authors(last, others, bracket || inside)) {
                    certain = true;
                } else {
                    single.add(last);
                }
            }
        }
        alone(single, certain);
    }

    /** Adds single authors of a paragraph, if it is {@code certain} that the paragraph cites. */
    private void alone(List<Integer> single, boolean certain) {
        for (int i : single) {
            if (certain && isAuthor(i) && free.test(i)) {
                sink.add(i, i + 1, "citation");
            }
        }
        single.clear();
    }

    private boolean isEtAl(int last) {
        int al = units.is(last, '.') ? last - 1 : last;
        return al > 1 && units.hash[al] == AL && units.hash[al - 1] == ET;
    }

    /** Adds the authors back from the last one, and says whether they are certain to be; {@code others} if the text says that there are more. */
    private boolean authors(int last, boolean others, boolean cited) {
        if (!isAuthor(last)) {
            return false;
        }
        boolean joined = last > 1 && (units.is(last - 1, '&') || units.has(last - 1, Flags.JOIN));
        int first = last;
        int at = joined ? last - 2 : last;
        if (joined && units.is(at, ',')) {
            at--;
        }
        if (joined && cited && isAuthor(at) && !isFirm(at, last)) {
            first = at;
            for (int more = 2; more < MOST_AUTHORS && units.is(first - 1, ',') && isAuthor(first - 2); more++) {
                first -= 2;
            }
        }
        boolean certain = first < last || others;
        if (certain) {
            for (int i = first; i <= last; i++) {
                if (isAuthor(i) && free.test(i)) {
                    sink.add(i, i + 1, "citation");
                }
            }
        }
        return certain;
    }

    /** A word with a capital that stands by itself and may be a surname. */
    private boolean isAuthor(int i) {
        return i >= 0
                && (units.shape[i] == Units.CAPITALISED || units.shape[i] == Units.MIXED)
                && units.end(i) - units.start(i) > 1
                && !units.has(i, NO_AUTHOR)
                && !(i > 0 && !units.line[i] && isPartOfName(i - 1));
    }

    /** Whether the unit has a capital of its own, and not as the first word of a sentence: See Pryce. */
    private boolean isPartOfName(int i) {
        boolean opens = i == 0 || units.line[i] || units.is(i - 1, '.');
        return units.isCapital(i)
                && units.shape[i] != Units.INITIAL
                && !(opens && units.has(i, Flags.WORD | Flags.FUNCTION | Flags.SPEECH));
    }

    private boolean isFirm(int one, int other) {
        String both = units.surface(one) + "_" + units.surface(other);
        return (PersonLexicon.standard().flags(PersonLexicon.hash(both)) & Flags.FIRM) != 0;
    }

    private boolean isYear(int i) {
        if (units.shape[i] != Units.NUMBER || units.end(i) - units.start(i) != 4) {
            return false;
        }
        char first = units.text.charAt(units.start(i));
        char second = units.text.charAt(units.start(i) + 1);
        return first == '1' && second >= '5' && second <= '9' || first == '2' && second == '0';
    }
}
