package wherein.recognise.country;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import wherein.mention.Mention.Country.Kind;
import wherein.text.Tokens;

/**
 * The forms by which texts name states, their people, their cities and their governments, as a trie of tokens.
 *
 * <p>Filled once from the word lists, then only read: safe for use by several threads at once. Case, ё and the kind of
 * apostrophe and hyphen make no difference to the trie; whether a form may stand in lower case is checked afterwards.
 */
public final class Gazetteer {

    /** A step of the trie. */
    private static final class Node {
        private TokenMap<Node> next;
        private GazetteerEntry entry;
    }

    /** A form in a text: tokens {@code first} to {@code last} inclusive, and its positions, which may be inside one. */
    record Match(int first, int last, GazetteerEntry entry, int start, int end) {}

    private final TokenMap<Node> root = new TokenMap<>();
    private final TokenMap<String> prefixes = new TokenMap<>();

    Gazetteer() {}

    /** The gazetteer of Wherein's own word lists; loaded at the first call. */
    public static Gazetteer standard() {
        return Standard.LISTS;
    }

    private static final class Standard {
        private static final Gazetteer LISTS = new GazetteerReader().gazetteer();
    }

    /**
     * Whether tokens {@code first} to {@code last} inclusive are, as a whole, the name of a country, a city, a people or
     * a government, written as such a name is. What the run means in its sentence is not asked.
     */
    public boolean names(Tokens tokens, int first, int last) {
        GazetteerEntry entry = exactly(tokens, first, last);
        return entry != null && !entry.has(GazetteerEntry.REGION) && fits(entry, tokens, first, last, false);
    }

    /** Whether tokens {@code first} to {@code last} inclusive are a country, a city, or a state or province. */
    public boolean isPlace(Tokens tokens, int first, int last) {
        GazetteerEntry entry = exactly(tokens, first, last);
        return entry != null && !entry.isDemonym() && fits(entry, tokens, first, last, false);
    }

    /** The codes of the states that {@code name} is a name or an adjective of; empty where it is none. */
    Set<String> ids(String name) {
        Set<String> ids = new LinkedHashSet<>();
        Tokens tokens = new Tokens(name.strip());
        GazetteerEntry entry = tokens.size() == 0 ? null : exactly(tokens, 0, tokens.size() - 1);
        if (entry != null) {
            for (GazetteerEntry.Sense sense : entry.senses()) {
                if (sense.kind() == Kind.NAME || sense.kind() == Kind.DEMONYM) {
                    ids.add(sense.id());
                }
            }
        }
        return ids;
    }

    /** Shows every entry to {@code taker}, in no order. */
    void forEach(Consumer<GazetteerEntry> taker) {
        forEach(root, taker);
    }

    /** As deep as the longest form has tokens. */
    private static void forEach(TokenMap<Node> map, Consumer<GazetteerEntry> taker) {
        map.forEach(node -> {
            if (node.entry != null) {
                taker.accept(node.entry);
            }
            if (node.next != null) {
                forEach(node.next, taker);
            }
        });
    }

    /** The entry of {@code form}, made if there is none. */
    GazetteerEntry at(String form) {
        Node node = null;
        if (isOneWord(form)) {
            node = step(root, Folded.fold(form));
        } else {
            Tokens tokens = new Tokens(form);
            for (int i = 0; i < tokens.size(); i++) {
                if (node != null && node.next == null) {
                    node.next = new TokenMap<>();
                }
                node = step(node == null ? root : node.next, Folded.fold(tokens.surface(i)));
            }
        }
        if (node == null) {
            throw new IllegalArgumentException("a form without a token: \"" + form + "\"");
        }
        if (node.entry == null) {
            node.entry = new GazetteerEntry(form);
        }
        return node.entry;
    }

    private static Node step(TokenMap<Node> map, String key) {
        Node node = map.get(key);
        if (node == null) {
            node = new Node();
            map.put(key, node);
        }
        return node;
    }

    /** Most forms are one run of letters, which needs no cutting; the lists load in half the time for it. */
    private static boolean isOneWord(String form) {
        for (int i = 0; i < form.length(); i++) {
            if (!Character.isLetter(form.charAt(i))) {
                return false;
            }
        }
        return !form.isEmpty();
    }

    /** The entry of exactly {@code form}, or null. */
    GazetteerEntry find(String form) {
        Tokens tokens = new Tokens(form);
        return tokens.size() == 0 ? null : exactly(tokens, 0, tokens.size() - 1);
    }

    private GazetteerEntry exactly(Tokens tokens, int first, int last) {
        Node node = first < 0 || last >= tokens.size()
                ? null
                : root.get(tokens.text(), tokens.start(first), tokens.end(first));
        for (int i = first + 1; i <= last && node != null; i++) {
            node = node.next == null ? null : node.next.get(tokens.text(), tokens.start(i), tokens.end(i));
        }
        return node == null || node.entry == null || node.entry.senses().isEmpty() ? null : node.entry;
    }

    /**
     * The longest form that begins at token {@code first} and is written as it may be, or null.
     *
     * @param lowered whether the text has few capitals
     */
    Match longest(Tokens tokens, int first, boolean lowered) {
        String text = tokens.text();
        Node node = root.get(text, tokens.start(first), tokens.end(first));
        Match best = null;
        for (int last = first; node != null; ) {
            if (node.entry != null
                    && !node.entry.senses().isEmpty()
                    && fits(node.entry, tokens, first, last, lowered)) {
                best = new Match(first, last, node.entry, tokens.start(first), tokens.end(last));
            }
            last++;
            if (node.next == null || last >= tokens.size() || brokenOff(tokens, last)) {
                break;
            }
            node = node.next.get(text, tokens.start(last), tokens.end(last));
        }
        return best;
    }

    /** The entry of one run inside a token, such as the second half of a word in camel case; null where it is none. */
    GazetteerEntry inside(String text, int start, int end) {
        Node node = root.get(text, start, end);
        return node == null || node.entry == null || node.entry.senses().isEmpty() ? null : node.entry;
    }

    /** More than one line break stands before the token: a name does not run over it. */
    private static boolean brokenOff(Tokens tokens, int i) {
        int breaks = 0;
        String text = tokens.text();
        for (int at = tokens.end(i - 1); at < tokens.start(i); at++) {
            if (text.charAt(at) == '\n' && ++breaks > 1) {
                return true;
            }
        }
        return false;
    }

    private static boolean fits(GazetteerEntry entry, Tokens tokens, int first, int last, boolean lowered) {
        String text = tokens.text();
        String form = entry.form();
        if (entry.has(GazetteerEntry.EXACT)) {
            return sameCase(form, tokens, first, last);
        }
        char head = text.charAt(tokens.start(first));
        if (entry.has(GazetteerEntry.LOWER) || (lowered && entry.has(GazetteerEntry.CASELESS))) {
            // Either case will do, but not "southern Sudan" for Southern Sudan.
            return first == last
                    || Character.isUpperCase(head)
                    || Character.isLowerCase(text.charAt(tokens.start(last)));
        }
        if (!Character.isUpperCase(head) && Character.isUpperCase(form.charAt(0))) {
            // Острова Кука, острова Кука: the noun before the name may be small.
            return first < last && form.startsWith("Остр") && lastWordFits(form, tokens, last);
        }
        // Particles (of, and, de, -на-) are lower-case in the form; every other word needs its capital.
        return first == last || lastWordFits(form, tokens, last);
    }

    private static boolean lastWordFits(String form, Tokens tokens, int last) {
        int begin = form.length();
        while (begin > 0 && Character.isLetter(form.charAt(begin - 1))) {
            begin--;
        }
        return begin == form.length()
                || !Character.isUpperCase(form.charAt(begin))
                // Russian writes Соединённые штаты as well as Соединённые Штаты.
                || form.charAt(begin) >= 0x400
                || Character.isUpperCase(tokens.text().charAt(tokens.start(last)));
    }

    private static boolean sameCase(String form, Tokens tokens, int first, int last) {
        int at = 0;
        for (int i = first; i <= last; i++) {
            while (at < form.length() && form.charAt(at) == ' ') {
                at++;
            }
            int length = tokens.end(i) - tokens.start(i);
            if (tokens.isWord(i) && !form.regionMatches(at, tokens.text(), tokens.start(i), length)) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** Adds the first part of a compound, such as franco- or российско-. */
    void prefix(String form, String id) {
        prefixes.put(Folded.fold(form), id);
    }

    /** The code that the run stands for as the first part of a compound; null where it is none. */
    String prefix(String text, int start, int end) {
        return prefixes.get(text, start, end);
    }

    /** An entry for the first part of a compound. */
    GazetteerEntry compound(String id) {
        GazetteerEntry entry = new GazetteerEntry(id);
        entry.add(new GazetteerEntry.Sense(id, Kind.DEMONYM, 0, ""));
        entry.add(GazetteerEntry.LOWER);
        return entry;
    }
}
