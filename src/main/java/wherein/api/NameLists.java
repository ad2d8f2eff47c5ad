package wherein.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;
import wherein.text.Nearest;

/** A list of names, one a line, and what each of them is taken for. */
record NameLists(List<Known> known, List<Unknown> unknown) {

    /** How many names a list may have. */
    static final int MOST_NAMES = 500;

    /** How many names are suggested for one. */
    private static final int CHOICES = 10;

    /** How many pairs of names are compared for suggestions, which takes a second or two: for what is left there are none. */
    private static final int COMPARED = 2_000_000;

    /**
     * A name that is understood.
     *
     * @param line its number, from 1
     */
    record Known(int line, String name, String id, String label) {}

    /**
     * A name that is not.
     *
     * @param line its number, from 1
     * @param near what may have been meant, as ids
     */
    record Unknown(int line, String name, String reason, List<String> near) {}

    /** The names of {@code text}, without white space around them and without empty lines. */
    static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    /** Reads {@code lines} as names of {@code type}, until {@code deadline}. */
    static NameLists read(Names names, Named type, List<String> lines, Deadline deadline) {
        List<Known> known = new ArrayList<>();
        List<Unknown> unknown = new ArrayList<>();
        int compared = 0;
        int number = 0;
        for (String name : lines) {
            number++;
            deadline.check();
            List<String> ids = names.ids(type, name);
            if (ids.size() == 1) {
                known.add(new Known(number, name, ids.getFirst(), names.label(type, ids.getFirst())));
            } else if (ids.isEmpty()) {
                Collection<String> all = compared < COMPARED ? names.known(type) : List.of();
                compared += all.size();
                Optional<String> near = Nearest.to(name, all);
                unknown.add(new Unknown(
                        number,
                        name,
                        "there is no " + type.word() + " of this name here",
                        near.map(List::of).orElse(List.of())));
            } else {
                List<String> choices = ids.stream().limit(CHOICES).toList();
                unknown.add(new Unknown(number, name, "it may mean " + ids.size() + " of them", choices));
            }
        }
        return new NameLists(known, unknown);
    }

    /** The ids of those that are understood, each once. */
    Set<String> ids() {
        Set<String> ids = new LinkedHashSet<>();
        known.forEach(each -> ids.add(each.id));
        return ids;
    }
}
