package wherein.recognise.country;

import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Decides what the names and demonyms of countries mean that mean something else as well. Empty: no mention. */
final class Names {

    private static final Set<String> GEORGIA_COUNTRY = Words.section("georgia-country");
    private static final Set<String> GEORGIA_STATE = Words.section("georgia-state");
    private static final Set<String> CONGO_REPUBLIC = Words.section("congo-republic");
    private static final Set<String> CONGO_DEMOCRATIC = Words.section("congo-democratic");
    private static final Set<String> KOREA_NORTH = Words.section("korea-north");
    private static final Set<String> TRIBAL = Words.section("tribal");
    private static final Set<String> FOOD = Words.section("food");
    private static final Set<String> ORDERS = Set.of(
            "friar",
            "friars",
            "monk",
            "monks",
            "order",
            "priest",
            "convent",
            "monastery",
            "nun",
            "nuns",
            "sister",
            "sisters");
    private static final Set<String> STYLE = Set.of(
            "architecture", "house", "houses", "townhouse", "terrace", "mansion", "style", "era", "period", "facade");

    private static final Set<String> TOWNS = Set.of(
            "Lebanon",
            "Peru",
            "Mexico",
            "Poland",
            "Cuba",
            "Norway",
            "Holland",
            "Brazil",
            "China",
            "Malta",
            "Denmark",
            "Russia",
            "Turkey",
            "Jamaica",
            "Panama",
            "Angola",
            "Belgium",
            "Sweden",
            "Finland",
            "Greece",
            "Egypt",
            "Monaco",
            "Italy",
            "Jordan",
            "Scotland",
            "Wales",
            "Ireland",
            "Germany",
            "Palestine",
            "Cyprus",
            "Bolivia");

    private static final Set<String> PRONOUN_BEFORE = Set.of(
            "let", "give", "tell", "join", "help", "contact", "about", "all", "of", "for", "follow", "with", "call",
            "to", "like", "make", "show", "between", "among");
    private static final Set<String> COUNTRY_BEFORE =
            Set.of("the", "and", "in", "anti", "by", "from", "says", "against");

    private final Tokens tokens;
    private final Evidence evidence;

    Names(Tokens tokens, Evidence evidence) {
        this.tokens = tokens;
        this.evidence = evidence;
    }

    /** What match number {@code i} means. */
    Optional<Reading> read(int i, Match match) {
        Entry entry = match.entry();
        if (entry.has(Entry.NEEDS) && (evidence.of(entry.first().id()) == 0 || tokens.isNumber(match.first() - 1))) {
            return Optional.empty();
        }
        if (entry.senses().size() > 1) {
            return Optional.of(several(entry));
        }
        if (entry.has(Entry.PEOPLE) && isSurname(match)) {
            return Optional.empty();
        }
        if (entry.form().startsWith("коре")) {
            return Optional.of(several(entry));
        }
        Optional<Reading> town = town(i, match);
        if (town.isPresent()) {
            return town;
        }
        return switch (entry.form()) {
            case "Georgia", "Georgian", "Georgians" -> georgia(i, match);
            case "Jordan", "Chad", "Israel", "Kenya", "India" -> bearer(match);
            case "Turkey" -> turkey(match);
            case "Indian", "Indians" -> indian(match);
            case "Dominican", "Dominicans" -> dominican(match);
            case "Niger" -> niger(match);
            case "States", "The States" -> states(match);
            case "Штаты", "Штатов", "Штатам", "Штатах", "Штатами" -> capital(match);
            case "US", "США" -> us(match);
            case "Pole", "Poles" -> pole(match);
            case "Polish" -> polish(match);
            case "Guinea" -> followed(match, Set.of("pig", "pigs", "fowl", "fowls", "worm", "worms", "hen", "hens"));
            case "Dane", "Danes" -> preceded(match, "great");
            case "America" -> america(match);
            case "Wales" -> wales(match);
            case "Finn", "Turk", "Brit", "Lao" -> startOfSentence(match);
            case "Того", "Чада", "Чаду", "Чадом", "Чаде" -> capital(match);
            default -> plain(entry);
        };
    }

    /** "Lebanon, Pennsylvania": a town of the United States that bears the name of a country. */
    private Optional<Reading> town(int i, Match match) {
        if (!match.entry().isName()
                || !tokens.is(match.last() + 1, ',')
                || !TOWNS.contains(match.entry().form())) {
            return Optional.empty();
        }
        Match after = evidence.after(i, 1);
        boolean state = after != null
                && after.entry().has(Entry.REGION)
                && after.entry().first().id().equals("US");
        return state
                ? Optional.of(Reading.over(
                        "US",
                        Kind.CITY,
                        match.entry().first().id(),
                        after.entry().form() + " stands after it"))
                : Optional.empty();
    }

    /** Поляков, Чехов, Грек: a people in capitals is a surname, but at the beginning of a sentence, or in a headline. */
    private boolean isSurname(Match match) {
        int i = match.first();
        if (!tokens.isCapitalised(i) || tokens.isAllCaps(i)) {
            return false;
        }
        String word = tokens.lower(i);
        return word.endsWith("ов") || word.endsWith("ев") || !sentenceStart(i);
    }

    private static Optional<Reading> plain(Entry entry) {
        return Optional.of(Reading.plain(entry.first()));
    }

    private Reading several(Entry entry) {
        Kind kind = entry.first().kind();
        if (entry.first().id().equals("KR")) {
            boolean north = evidence.of("KP") > 1 || evidence.countOf(KOREA_NORTH) > 1;
            return north && evidence.of("KR") == 0
                    ? Reading.over("KP", kind, "KR", "the document speaks of the North")
                    : Reading.over("KR", kind, "KP", "a bare Korea is the South");
        }
        int republic = evidence.countOf(CONGO_REPUBLIC) * 2 + evidence.of("CG");
        int democratic = evidence.countOf(CONGO_DEMOCRATIC) + evidence.of("CD");
        return republic > democratic
                ? Reading.over("CG", kind, "CD", "words of the Republic of the Congo")
                : Reading.over("CD", kind, "CG", "no word of the Republic of the Congo");
    }

    private Optional<Reading> georgia(int i, Match match) {
        Entry entry = match.entry();
        Match before = evidence.before(i, 2);
        Match after = evidence.after(i, 2);
        int state = 0;
        int country = 0;
        for (Match near : new Match[] {before, after}) {
            if (near != null
                    && near.entry().has(Entry.REGION)
                    && near.entry().first().id().equals("US")) {
                state += 4;
            } else if (near != null
                    && near.entry().isName()
                    && !near.entry().first().id().equals("US")) {
                country += 4;
            }
        }
        // "Atlanta, Georgia": a city of the United States and a comma.
        if (before != null
                && before.entry().isCity()
                && before.last() == match.first() - 2
                && tokens.is(match.first() - 1, ',')) {
            boolean american = before.entry().senses().stream()
                    .anyMatch(sense -> sense.id().equals("US"));
            state += american ? 6 : 0;
            country += american ? 0 : 6;
        }
        country += evidence.countOf(GEORGIA_COUNTRY) + 2 * Math.min(3, evidence.of("GE"));
        state += evidence.countOf(GEORGIA_STATE);
        if (entry.isDemonym()) {
            boolean style = Words.is(tokens, match.last() + 1, STYLE);
            return style && country < 3 ? Optional.empty() : plain(entry);
        }
        return state > country
                ? Optional.empty()
                : Optional.of(Reading.over(
                        "GE",
                        Kind.NAME,
                        "the state of Georgia",
                        country + " words for the country, " + state + " for the state"));
    }

    private Optional<Reading> bearer(Match match) {
        String word = tokens.lower(match.last());
        if (evidence.isPerson(word) && !Words.is(tokens, match.first() - 1, Words.INTO_PLACE)) {
            return Optional.empty();
        }
        return Optional.of(Reading.over(match.entry().first().id(), Kind.NAME, "person", "no person of that name"));
    }

    private Optional<Reading> turkey(Match match) {
        boolean food = Words.is(tokens, match.last() + 1, FOOD)
                || tokens.isWord(match.first() - 1)
                        && Set.of("a", "roast", "wild", "roasted", "thanksgiving", "smoked", "cold", "fried")
                                .contains(tokens.lower(match.first() - 1));
        return food
                ? Optional.empty()
                : Optional.of(Reading.over("TR", Kind.NAME, "bird", "capital, and no word of food"));
    }

    private Optional<Reading> indian(Match match) {
        int tribal = evidence.countOf(TRIBAL);
        boolean india = evidence.of("IN") > 3;
        return tribal > 1 && !india && !tokens.text().startsWith("Ocean", nextStart(match))
                ? Optional.empty()
                : Optional.of(Reading.over("IN", Kind.DEMONYM, "American Indian", "no word of a tribe"));
    }

    private int nextStart(Match match) {
        return match.last() + 1 < tokens.size()
                ? tokens.start(match.last() + 1)
                : tokens.text().length();
    }

    private Optional<Reading> dominican(Match match) {
        if (Words.is(tokens, match.last() + 1, ORDERS)) {
            return Optional.empty();
        }
        boolean island = evidence.of("DM") > 0 && evidence.of("DO") < evidence.of("DM");
        return Optional.of(
                island
                        ? Reading.over("DM", Kind.DEMONYM, "DO", "the document names Dominica")
                        : Reading.over("DO", Kind.DEMONYM, "DM", "the document does not name Dominica"));
    }

    private Optional<Reading> niger(Match match) {
        boolean delta =
                tokens.isWord(match.last() + 1) && Set.of("delta", "state").contains(tokens.lower(match.last() + 1));
        return delta
                ? Optional.of(Reading.over("NG", Kind.NAME, "NE", "the Niger Delta lies in Nigeria"))
                : plain(match.entry());
    }

    /** The States, but not the member states, and not as the beginning of another name. */
    private Optional<Reading> states(Match match) {
        boolean the = tokens.isWord(match.first() - 1)
                && tokens.lower(match.first() - 1).equals("the");
        boolean named = tokens.isCapitalised(match.last() + 1) || tokens.isAllCaps(match.last());
        return the && !named && tokens.isCapitalised(match.last()) ? plain(match.entry()) : Optional.empty();
    }

    private Optional<Reading> capital(Match match) {
        return tokens.isCapitalised(match.first()) && !sentenceStart(match.first())
                ? plain(match.entry())
                : Optional.empty();
    }

    private boolean sentenceStart(int i) {
        return i == 0
                || tokens.lineBefore(i)
                || !tokens.isWord(i - 1) && !tokens.is(i - 1, ',') && !tokens.is(i - 1, '(');
    }

    /** US before a dollar sign is a currency, and in a headline in capitals it may be the pronoun. */
    private Optional<Reading> us(Match match) {
        int i = match.first();
        if (tokens.is(i + 1, '$') && !tokens.spaceBefore(i + 1) || tokens.is(i - 1, '$')) {
            return Optional.empty();
        }
        boolean shouted =
                tokens.isAllCaps(i - 1) && tokens.isAllCaps(i + 1) && tokens.end(i - 1) - tokens.start(i - 1) > 2;
        boolean pronoun = shouted
                && (PRONOUN_BEFORE.contains(tokens.lower(i - 1))
                        || Words.FUNCTION.contains(tokens.lower(i + 1))
                                && !COUNTRY_BEFORE.contains(tokens.lower(i - 1)));
        return pronoun ? Optional.empty() : plain(match.entry());
    }

    private Optional<Reading> pole(Match match) {
        boolean axis = tokens.isWord(match.first() - 1)
                && Set.of("north", "south", "magnetic", "totem", "the", "geographic")
                        .contains(tokens.lower(match.first() - 1))
                && tokens.lower(match.last()).equals("pole");
        return axis
                        || sentenceStart(match.first())
                                && tokens.lower(match.last()).equals("pole")
                ? Optional.empty()
                : plain(match.entry());
    }

    /** At the beginning of a sentence it may be the verb. */
    private Optional<Reading> polish(Match match) {
        int next = match.last() + 1;
        boolean verb = sentenceStart(match.first())
                && (Words.is(
                        tokens,
                        next,
                        Set.of(
                                "your", "the", "it", "up", "off", "with", "his", "her", "their", "my", "them", "each",
                                "every", "and")));
        return verb || !tokens.isCapitalised(match.first()) ? Optional.empty() : plain(match.entry());
    }

    private Optional<Reading> followed(Match match, Set<String> other) {
        return Words.is(tokens, match.last() + 1, other) ? Optional.empty() : plain(match.entry());
    }

    private Optional<Reading> preceded(Match match, String other) {
        return Words.is(tokens, match.first() - 1, Set.of(other)) ? Optional.empty() : plain(match.entry());
    }

    private Optional<Reading> america(Match match) {
        int i = match.first() - 1;
        boolean continent = tokens.isWord(i)
                && Set.of(
                                "latin",
                                "south",
                                "north",
                                "central",
                                "iberian",
                                "pre-columbian",
                                "captain",
                                "spanish",
                                "meso")
                        .contains(tokens.lower(i));
        return continent ? Optional.empty() : plain(match.entry());
    }

    private Optional<Reading> wales(Match match) {
        return tokens.isWord(match.first() - 1)
                        && tokens.lower(match.first() - 1).equals("jimmy")
                ? Optional.empty()
                : plain(match.entry());
    }

    /** A name as well as a people: at the start of a sentence, or before another capital, it is taken for the name. */
    private Optional<Reading> startOfSentence(Match match) {
        return sentenceStart(match.first())
                        || tokens.isCapitalised(match.last() + 1)
                        || evidence.isPerson(tokens.lower(match.last()))
                ? Optional.empty()
                : plain(match.entry());
    }
}
