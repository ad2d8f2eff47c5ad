package wherein.recognise.person;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Joins the names of one person in a document: a surname alone leads to the full name before it, or else after it.
 *
 * <p>Names of several parts are read first and make the persons; two that conflict stay apart. For one document.
 */
final class Linker {

    private final Units units;
    private final Set<String> capitals = new HashSet<>();
    private final Persons persons = new Persons();

    /** Those whom a single word introduces; the full names of a document come before all of them. */
    private final Persons alone = new Persons();

    private final Honorifics honorifics;
    private final Generation generation;

    Linker(Units units) {
        this.units = units;
        this.honorifics = new Honorifics(units);
        this.generation = new Generation(units, honorifics);
    }

    /** The name of the person behind each of {@code names}. */
    List<String> link(List<Name> names) {
        collect(names);
        LocalPerson[] whose = new LocalPerson[names.size()];
        for (int i = 0; i < whose.length; i++) {
            units.checkpoint.step();
            if (parts(names.get(i)).size() > 1 || bearer(names.get(i)).reigns()) {
                whose[i] = full(names.get(i), i);
            }
        }
        for (LocalPerson person : persons.all()) {
            person.rewind();
        }
        for (int i = 0; i < whose.length; i++) {
            units.checkpoint.step();
            if (whose[i] == null) {
                whose[i] = single(names.get(i), i);
            }
            whose[i].seen(i);
        }
        List<String> linked = new ArrayList<>();
        for (LocalPerson person : whose) {
            linked.add(person.name());
        }
        return linked;
    }

    /** The words of Cyrillic names and of the document's capitals: a base form that is there is the likelier one. */
    private void collect(List<Name> names) {
        boolean cyrillic = false;
        for (Name name : names) {
            cyrillic |= units.cyrillic[name.end() - 1];
        }
        for (int i = 0; cyrillic && i < units.size; i++) {
            if (units.cyrillic[i] && units.isCapital(i)) {
                capitals.add(titled(units.surface(i)));
            }
        }
    }

    private LocalPerson full(Name name, int at) {
        List<String> parts = parts(name);
        boolean cyrillic = units.cyrillic[name.end() - 1];
        boolean feminine = false;
        List<String> base = parts;
        if (cyrillic) {
            RussianNames.Base found = RussianNames.base(parts, lowerBefore(name), capitals::contains);
            base = found.parts();
            feminine = found.feminine();
        }
        String text = text(name, parts, base);
        LocalPerson best = null;
        List<String> keys = PersonNames.parts(String.join(" ", base));
        Bearer bearer = bearer(name);
        LocalPerson.Full full = new LocalPerson.Full(base, parts, keys);
        for (LocalPerson person : alike(base, keys, cyrillic, at)) {
            if (person.compatible(full) && !person.excludes(bearer) && (best == null || person.last() > best.last())) {
                best = person;
            }
        }
        if (best == null) {
            best = persons.add(new LocalPerson(persons.all().size(), base, text, cyrillic, feminine), at);
        } else if (best.learn(base, text, feminine)) {
            persons.index(best, at);
        }
        best.note(bearer);
        best.seen(at);
        return best;
    }

    /** What stands beside the name. */
    private Bearer bearer(Name name) {
        String told = "";
        for (int i = name.start() + 1; i < name.end() && told.isEmpty(); i++) {
            told = suffix(i) ? generation.of(i) : "";
        }
        boolean titled = name.start() > 0 && !units.line[name.start()];
        return new Bearer(told, titled ? honorifics.gender(name.start() - 1) : Honorifics.Gender.UNKNOWN);
    }

    /** Who may have a name of several parts, its surname last or first; in Russian their surname may be in any case. */
    private List<LocalPerson> alike(List<String> base, List<String> keys, boolean cyrillic, int at) {
        List<LocalPerson> found = new ArrayList<>();
        if (keys.isEmpty()) {
            return found;
        }
        String first = keys.get(0);
        String last = keys.get(keys.size() - 1);
        persons.byOther(last, at, found);
        persons.bySurname(last, at, found);
        persons.bySurname(first, at, found);
        if (!cyrillic) {
            return found;
        }
        persons.likeSurname(last, first.charAt(0), at, found);
        persons.likeSurname(first, last.charAt(0), at, found);
        if (RussianNames.isPatronymic(base.get(base.size() - 1))) {
            persons.likeOther(first, at, found);
            persons.likeOther(last, at, found);
        }
        return found;
    }

    private LocalPerson single(Name name, int at) {
        String form = parts(name).isEmpty()
                ? units.surface(name.start())
                : parts(name).get(0);
        LocalPerson best = null;
        boolean cyrillic = units.cyrillic[name.end() - 1];
        long top = Long.MIN_VALUE;
        LocalPerson.Single word = new LocalPerson.Single(form);
        Bearer bearer = bearer(name);
        for (LocalPerson person : alike(word, cyrillic, at)) {
            int match = person.excludes(bearer) ? 0 : person.match(word);
            if (match == 0) {
                continue;
            }
            // A surname before a given name; then who has been spoken of, the most and the longest; then who will be.
            long score = match * 1_000_000_000_000L
                    + (person.last() >= 0 ? 500_000_000_000L : 0)
                    + person.count() * 100L
                    - person.number();
            if (score > top || score == top && person.number() < best.number()) {
                top = score;
                best = person;
            }
        }
        if (best != null) {
            best.note(bearer);
            return best;
        }
        String base = cyrillic ? RussianNames.alone(form, lowerAfter(name), capitals::contains) : form;
        String shown = name.length() > 1 ? text(name, List.of(form), List.of(base)) : base;
        int number = persons.all().size() + alone.all().size();
        LocalPerson person =
                alone.add(new LocalPerson(number, List.of(base), shown, cyrillic, cyrillic && base.endsWith("а")), at);
        person.note(bearer);
        person.seen(at);
        return person;
    }

    /** Who may be called by a single word; a Russian one may be in any case. */
    private List<LocalPerson> alike(LocalPerson.Single word, boolean cyrillic, int at) {
        List<LocalPerson> found = new ArrayList<>();
        if (word.keys().isEmpty()) {
            return found;
        }
        String first = word.keys().get(0);
        String last = word.keys().get(word.keys().size() - 1);
        for (Persons each : List.of(persons, alone)) {
            if (cyrillic) {
                each.likeSurname(last, at, found);
                each.likeOther(last, at, found);
            } else {
                each.bySurname(last, at, found);
                each.byOther(first, at, found);
                each.byOther(last, at, found);
            }
        }
        return found;
    }

    private String lowerBefore(Name name) {
        int i = name.start() - 1;
        return i >= 0 && !units.line[name.start()] ? units.surface(i).toLowerCase(Locale.ROOT) : "";
    }

    private String lowerAfter(Name name) {
        return name.end() < units.size ? units.surface(name.end()).toLowerCase(Locale.ROOT) : "";
    }

    /** The words of a name in usual case, initials without their dot, without Jr. and its like. */
    private List<String> parts(Name name) {
        List<String> parts = new ArrayList<>();
        for (int i = name.start(); i < name.end(); i++) {
            if (units.shape[i] == Units.OTHER || units.shape[i] == Units.NUMBER || parts.size() > 0 && suffix(i)) {
                continue;
            }
            String word = units.surface(i);
            parts.add(titled(word.endsWith(".") ? word.substring(0, word.length() - 1) : word));
        }
        return parts;
    }

    private boolean suffix(int i) {
        return generation.isNumeral(i) && !units.surface(i).endsWith(".")
                || units.has(i, Flags.SUFFIX) && units.shape[i] != Units.INITIAL;
    }

    /** The name as it is shown: as it stands, each word in its base form. */
    private String text(Name name, List<String> parts, List<String> base) {
        boolean same = base.equals(parts);
        StringBuilder text = new StringBuilder();
        int part = 0;
        for (int i = name.start(); i < name.end(); i++) {
            boolean word = units.shape[i] != Units.OTHER && units.shape[i] != Units.NUMBER;
            boolean counted = word && !(part > 0 && suffix(i));
            boolean initial =
                    units.shape[i] == Units.INITIAL && units.surface(i).endsWith(".");
            String rest = generation.isNumeral(i) ? units.surface(i) : titled(units.surface(i));
            String shown = counted ? base.get(part++) + (initial ? "." : "") : rest;
            boolean glued = i == name.start() || !same && !word || units.start(i) == units.end(i - 1) && !word;
            text.append(glued ? "" : " ").append(shown);
        }
        return text.toString();
    }

    /** A word all in capitals as it would stand in running text. */
    static String titled(String word) {
        if (word.length() < 4) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (Character.isLowerCase(c)) {
                return word;
            }
            boolean first = i == 0 || !Character.isLetter(word.charAt(i - 1));
            out.append(first ? c : Character.toLowerCase(c));
        }
        return out.toString();
    }
}
