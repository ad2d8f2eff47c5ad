package wherein.recognise.language;

import java.util.Locale;

/**
 * What a word of a language is there for. A file of words names a class in lower case, a hyphen for each underscore.
 *
 * <p>A word may be of several classes. All forms that texts have are listed, since no grammar makes them.
 */
public enum WordClass {
    /** Articles, pronouns, prepositions, conjunctions, auxiliaries, and adverbs that open sentences: never a name. */
    FUNCTION,
    /** An article, or what stands in its place or holds one: my, this, zum. A common noun follows rather than a name. */
    DETERMINER,
    /** Joins two persons: and, or. */
    JOIN,
    /** Stands within a name, or leads its surname: von, de la. */
    PARTICLE,
    /** A particle that may lead a second surname: López de Mesa. */
    SECOND_PARTICLE,
    /** An article or preposition that lost its vowel before an apostrophe: d', dell'. */
    ELISION,
    /** Stands before a name and is no part of it: Mr, Dr, King. */
    TITLE,
    /** A title whose bearers are told apart by numbers: king, pope. */
    RULER,
    /** A title whose bearers are called by their land or see: the duchess of Kent, the bishop of Rome. */
    TERRITORIAL,
    /** A title of men: Mr, Lord. */
    TITLE_MAN,
    /** A title of women: Mrs, Queen. */
    TITLE_WOMAN,
    /** What somebody is, in lower case or with a capital: minister, striker. */
    ROLE,
    /** How compounds end that say what somebody is, in languages that join words: onderwijsminister, Hauptdarstellerin. */
    ROLE_ENDING,
    /** A verb whose subject is mostly a person, as it stands behind a name: said, was born. */
    SPEECH,
    /** What says that a person is named next: by, according to. */
    BEFORE,
    /** Kin: father, aunt. */
    KIN,
    /** Behind a name, says of which generation or rank its bearer is: Jr, MP. */
    SUFFIX,
    /** A word for a body, within its name: bank, university, party. */
    ORG,
    /** A word for a place, within its name: lake, bridge, county. */
    PLACEWORD,
    /** A kind of street: what follows is the street's name. */
    STREET,
    /** The first part of a compound that is no name: anti-, ex-. */
    PREFIX,
    /** The second part of a compound that is no name: -based. */
    TAIL,
    /** A word that a text may write with a capital and that is also a name: Vera, Lev. */
    WORD,
    /** A common noun, or another word that has a capital and is no name, in its usual forms. */
    NOUN,
    /** How common nouns end and names hardly do: -ung, -schaft. */
    NOUN_ENDING,
    /** How surnames end that hardly any other word does: -aert, -ini. */
    NAME_ENDING,
    /** How surnames begin in one word: Vander-. */
    NAME_BEGINNING,
    /** How surnames end, of whatever people, that texts of the language name: -ov, -poulos. */
    SURNAME_ENDING,
    /** How such surnames begin, the first letter a capital and a capital behind: Mc-, O'-. */
    SURNAME_BEGINNING,
    /** How patronymics end. */
    PATRONYMIC_ENDING,
    /** A patronymic that is too short for its ending to tell. */
    PATRONYMIC,
    /** How adjectives end that are made of places. */
    PLACE_ADJECTIVE_ENDING,
    /** How names end in the cases of the language. */
    CASE_ENDING,
    /** Says that a place is named next: in, near. */
    WITHIN,
    /** A month; its value is its number, 1 to 12. */
    MONTH,
    /** A day of the week; its value is its number, 1 for Monday to 7. */
    WEEKDAY,
    /** A feast that has a name like a month's: Easter. */
    FEAST;

    /** The class that files call {@code label}; {@link IllegalStateException} if there is none. */
    static WordClass of(String label) {
        try {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException("no class of words is called " + label, e);
        }
    }
}
