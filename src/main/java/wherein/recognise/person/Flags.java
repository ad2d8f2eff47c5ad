package wherein.recognise.person;

import wherein.recognise.language.WordClass;

/** What the word lists and the endings say of a word, as bits. */
final class Flags {

    static final int GIVEN = 1;
    static final int SURNAME = 1 << 1;
    static final int TITLE = 1 << 2;
    static final int ROLE = 1 << 3;
    static final int SPEECH = 1 << 4;
    static final int BEFORE = 1 << 5;
    static final int ORG = 1 << 6;
    static final int PLACE = 1 << 7;
    static final int PLACEWORD = 1 << 8;
    static final int CALENDAR = 1 << 9;
    static final int DEMONYM = 1 << 10;
    static final int PARTICLE = 1 << 11;
    static final int SUFFIX = 1 << 12;
    static final int FUNCTION = 1 << 13;
    /** An English word written in lower case. */
    static final int WORD = 1 << 14;
    /** The ending, or beginning, is that of a surname. */
    static final int MORPH = 1 << 15;

    static final int PATRONYMIC = 1 << 16;
    /** The second part of a compound that is no name: Moscow-based. */
    static final int TAIL = 1 << 17;
    /** The first part of a compound that is no name: anti-war. */
    static final int PREFIX = 1 << 18;

    static final int KIN = 1 << 19;
    static final int ACRONYM = 1 << 20;

    /** The name of a thing, a faith, a brand or a movement. */
    static final int THING = 1 << 21;
    /** Before it, a name is that of a storm, a ship or a mountain. */
    static final int THINGBEFORE = 1 << 22;

    /** Two words that together name a firm, a place or a figure of speech. */
    static final int FIRM = 1 << 23;

    /** A kind of street: the name behind it is the street's. */
    static final int STREET = 1 << 24;

    /** A surname of East Asia, which stands before the given name. */
    static final int ASIAN = 1 << 25;

    /** A common noun, by list or by ending. */
    static final int NOUN = 1 << 26;

    /** Joins two persons: and, or. */
    static final int JOIN = 1 << 27;

    /** An article or preposition that lost its vowel before an apostrophe. */
    static final int ELISION = 1 << 28;

    /** An article, or what stands in its place. */
    static final int DETERMINER = 1 << 29;

    /** A particle that may lead a second surname. */
    static final int SECOND = 1 << 30;

    private Flags() {}

    /** The bit for a class of the resource {@code cues.tsv}, which are the same words in every language. */
    static int of(String label) {
        return switch (label) {
            case "place" -> PLACE;
            case "demonym" -> DEMONYM;
            case "acronym" -> ACRONYM;
            case "firm" -> FIRM;
            case "thing" -> THING;
            case "thingbefore" -> THINGBEFORE;
            default -> throw new IllegalStateException("no class " + label);
        };
    }

    /** The bit for a class of a language's words; 0 for what says nothing of a name. */
    static int of(WordClass wordClass) {
        return switch (wordClass) {
            case FUNCTION -> FUNCTION;
            case DETERMINER -> DETERMINER;
            case JOIN -> JOIN;
            case PARTICLE -> PARTICLE;
            case SECOND_PARTICLE -> SECOND;
            case ELISION -> ELISION;
            case TITLE -> TITLE;
            case ROLE -> ROLE;
            case SPEECH -> SPEECH;
            case BEFORE -> BEFORE;
            case KIN -> KIN;
            case SUFFIX -> SUFFIX;
            case ORG -> ORG;
            case PLACEWORD -> PLACEWORD;
            case STREET -> STREET;
            case PREFIX -> PREFIX;
            case TAIL -> TAIL;
            case WORD -> WORD;
            case NOUN -> NOUN;
            case MONTH, WEEKDAY, FEAST -> CALENDAR;
            default -> 0;
        };
    }
}
