package wherein.recognise.country;

import java.util.ArrayList;
import java.util.List;
import wherein.mention.Mention.Country.Kind;

/** A form of the gazetteer: what it may mean, and under which conditions it means it. */
final class GazetteerEntry {

    /** Stands as written: an abbreviation such as US. */
    static final int EXACT = 1;
    /** May stand in lower case in any text: the Russian demonyms. */
    static final int LOWER = 1 << 1;
    /** Means the country only where the document names it otherwise as well. */
    static final int NEEDS = 1 << 2;
    /** A city that only its context shows to be one. */
    static final int WEAK = 1 << 3;
    /** Also a given name. */
    static final int GIVEN = 1 << 4;
    /** Also a surname. */
    static final int SURNAME = 1 << 5;
    /** No mention in itself: a state or province, a part of the world. It is evidence for its country. */
    static final int REGION = 1 << 6;
    /** The capital of its country: its name may stand for the government. */
    static final int CAPITAL = 1 << 7;
    /** From another language than English and Russian, in Latin script, and not safe in an English text. */
    static final int FOREIGN = 1 << 8;
    /** May stand in lower case where the text has few capitals. */
    static final int CASELESS = 1 << 9;
    /** A Russian noun for a people, which has its capital only at the beginning of a sentence. */
    static final int PEOPLE = 1 << 11;
    /** A town that no list has, but a state behind it. */
    static final int PLACED = 1 << 12;
    /** A town of {@link TownNames}. */
    static final int TOWN = 1 << 13;
    /** A noun for a people in another language than English and Russian. */
    static final int NATION = 1 << 14;
    /** Also a language. */
    static final int LANGUAGE = 1 << 10;

    /**
     * One meaning.
     *
     * @param id the country's code
     * @param kind how it names it; null for a region
     * @param population of a city, 0 elsewhere
     * @param region the code of its state or province, empty where unknown
     */
    record Sense(String id, Kind kind, int population, String region) {}

    private final String form;
    private final List<Sense> senses = new ArrayList<>(1);
    private int flags;
    private String languages = "";

    GazetteerEntry(String form) {
        this.form = form;
    }

    /** The form as the word list writes it. */
    String form() {
        return form;
    }

    /** What it may mean, the likeliest first. */
    List<Sense> senses() {
        return senses;
    }

    /** The likeliest meaning. */
    Sense first() {
        return senses.getFirst();
    }

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    void add(int more) {
        flags |= more;
    }

    void remove(int less) {
        flags &= ~less;
    }

    /** The languages of a foreign form, each between spaces. */
    String languages() {
        return languages;
    }

    void languages(String codes) {
        languages = codes;
    }

    /** Adds a meaning, unless the form has one in the same country; a city does not join the name of a country. */
    void add(Sense sense) {
        for (Sense known : senses) {
            boolean outranked = sense.kind() == Kind.CITY && known.kind() != Kind.CITY;
            if (outranked || (known.id().equals(sense.id()) && known.region().equals(sense.region()))) {
                return;
            }
        }
        senses.add(sense);
    }

    boolean isCity() {
        return first().kind() == Kind.CITY;
    }

    boolean isDemonym() {
        return first().kind() == Kind.DEMONYM;
    }

    boolean isName() {
        return first().kind() == Kind.NAME;
    }
}
