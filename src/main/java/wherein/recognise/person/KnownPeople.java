package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import wherein.mention.Input;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** The persons of a reader's list: finds their names and aliases, Russian ones in all cases, and names them alike. */
final class KnownPeople {

    /** What may follow the units so far, by their hashes, and who is written by them; null if nobody is. */
    private static final class Node {
        final Map<Long, Node> next = new HashMap<>();
        KnownPerson person;
    }

    /** The longest form at a unit. */
    private record Form(int length, KnownPerson person) {}

    private final Node forms = new Node();
    private final ListedNames listed;

    KnownPeople(List<KnownPerson> people, PersonLexicon lexicon) {
        this.listed = new ListedNames(people);
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
                Node at = forms;
                for (int i = 0; i < units.size; i++) {
                    at = at.next.computeIfAbsent(units.hash[i], key -> new Node());
                }
                // Of two persons who are written alike, the first of the list is meant.
                at.person = at.person == null ? person : at.person;
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
        if (forms.next.isEmpty()) {
            return;
        }
        List<Name> merged = new ArrayList<>(names.size());
        int next = 0;
        for (int i = 0; i < units.size; i++) {
            Form form = longest(units, i);
            if (form != null) {
                int end = i + form.length();
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
        Node node = units.isCapital(at) ? forms : null;
        for (int i = at; node != null && i < units.size; i++) {
            node = node.next.get(units.hash[i]);
            if (node != null && node.person != null) {
                best = new Form(i + 1 - at, node.person);
            }
        }
        return best;
    }

    /** What the name at {@code name} is called: by its known person where it has one, else {@code linked}. */
    String named(Units units, Name name, String linked) {
        Form form = longest(units, name.start());
        if (form != null && form.length() == name.length()) {
            return form.person().name();
        }
        return listed.of(linked).map(KnownPerson::name).orElse(linked);
    }
}
