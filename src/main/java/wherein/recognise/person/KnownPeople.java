package wherein.recognise.person;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.mention.Input;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** The persons of a reader's list: finds their names and aliases, Russian ones in all cases, and names them alike. */
final class KnownPeople {

    /** One way in which a known person is written, a hash for each unit. */
    private record Form(long[] units, KnownPerson person) {}

    private final Map<Long, List<Form>> forms = new HashMap<>();
    private final List<KnownPerson> people;

    KnownPeople(List<KnownPerson> people, PersonLexicon lexicon) {
        this.people = List.copyOf(people);
        for (KnownPerson person : people) {
            note(person.name(), person, lexicon);
            person.aliases().forEach(alias -> note(alias, person, lexicon));
        }
    }

    private void note(String alias, KnownPerson person, PersonLexicon lexicon) {
        for (String written : cases(alias)) {
            Units units =
                    new Units(new Input(written, new Tokens(written), "", EdtfDate.parse(""), List.of()), lexicon);
            if (units.size > 0) {
                long[] hashes = Arrays.copyOf(units.hash, units.size);
                forms.computeIfAbsent(hashes[0], key -> new ArrayList<>()).add(new Form(hashes, person));
            }
        }
    }

    private static List<String> cases(String alias) {
        char c = alias.charAt(0);
        if (c < 0x400 || c > 0x52f) {
            return List.of(alias);
        }
        String[] words = alias.split(" ");
        boolean feminine = RussianCases.endsFeminine(words[0]) && words.length > 1;
        List<String> all = new ArrayList<>();
        for (int number = 0; number < RussianCases.CASES; number++) {
            StringBuilder form = new StringBuilder();
            for (int i = 0; i < words.length; i++) {
                boolean given = i == 0 && words.length > 1;
                List<String> declined =
                        given ? RussianCases.given(words[i], feminine) : RussianCases.surname(words[i], feminine);
                form.append(i == 0 ? "" : " ").append(declined.get(number));
            }
            all.add(form.toString());
        }
        return all;
    }

    /** Puts the known names of the document into {@code names}, in place of what overlaps them. */
    void find(Units units, List<Name> names) {
        if (forms.isEmpty()) {
            return;
        }
        List<Name> merged = new ArrayList<>(names.size());
        int next = 0;
        for (int i = 0; i < units.size; i++) {
            Form form = longest(units, i);
            if (form != null) {
                int end = i + form.units().length;
                // Both are in order: what ends before the form is kept, and what overlaps it makes way.
                while (next < names.size() && names.get(next).end() <= i) {
                    merged.add(names.get(next++));
                }
                boolean inside = next < names.size()
                        && names.get(next).start() <= i
                        && names.get(next).end() >= end;
                if (!inside) {
                    while (next < names.size() && names.get(next).start() < end) {
                        next++;
                    }
                    merged.add(new Name(i, end, "known"));
                }
                i = end - 1;
            }
        }
        merged.addAll(names.subList(next, names.size()));
        names.clear();
        names.addAll(merged);
    }

    private Form longest(Units units, int at) {
        Form best = null;
        for (Form form : forms.getOrDefault(units.hash[at], List.of())) {
            boolean same = at + form.units().length <= units.size && units.isCapital(at);
            for (int i = 1; same && i < form.units().length; i++) {
                same = units.hash[at + i] == form.units()[i];
            }
            if (same && (best == null || form.units().length > best.units().length)) {
                best = form;
            }
        }
        return best;
    }

    /** What the name at {@code name} is called: by its known person where it has one, else {@code linked}. */
    String named(Units units, Name name, String linked) {
        if (people.isEmpty()) {
            return linked;
        }
        Form form = longest(units, name.start());
        if (form != null && form.units().length == name.length()) {
            return form.person().name();
        }
        boolean full = linked.indexOf(' ') > 0;
        for (KnownPerson person : people) {
            if (full && PersonNames.compatible(linked, person.name())) {
                return person.name();
            }
            for (String alias : person.aliases()) {
                if (alias.equals(linked) || full && alias.indexOf(' ') > 0 && PersonNames.compatible(linked, alias)) {
                    return person.name();
                }
            }
        }
        return linked;
    }
}
