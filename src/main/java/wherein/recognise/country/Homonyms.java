package wherein.recognise.country;

import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Tokens;

/** Decides which of two bearers of a name a document means: the country or the state, the bird, the man, the town. */
final class Homonyms {

    private static final Set<String> GEORGIA_COUNTRY = CountryWords.section("georgia-country");

    private static final Set<String> GEORGIA_STATE = CountryWords.section("georgia-state");

    private static final Set<String> CONGO_REPUBLIC = CountryWords.section("congo-republic");

    private static final Set<String> CONGO_DEMOCRATIC = CountryWords.section("congo-democratic");

    private static final Set<String> KOREA_NORTH = CountryWords.section("korea-north");

    private static final Set<String> TRIBAL = CountryWords.section("tribal");

    private static final Set<String> FOOD = CountryWords.section("food");

    private static final Set<String> ORDERS = CountryWords.section("dominican-order");

    private static final Set<String> STYLE = CountryWords.section("georgian-style");

    private static final Set<String> TOWNS = CountryWords.section("us-towns");

    private static final Set<String> MEAL = CountryWords.section("meal");
    private static final Set<String> TURKISH = CountryWords.section("turkish");
    private static final Set<String> SAHEL = CountryWords.section("sahel");
    private static final Set<String> GEORGIA_NEXT = CountryWords.section("georgia-next");

    private static final Set<String> STATE = CountryWords.section("state-noun");
    private static final Set<String> CONGRESS = CountryWords.section("congress");
    private static final Set<String> SHOP = CountryWords.section("shop");
    private static final Set<String> CHANNEL = CountryWords.section("channel-islands");
    private static final Set<String> ANTARCTIC = CountryWords.section("antarctic");
    private static final Set<String> REPRESENTED = CountryWords.section("constituency-before");
    private static final Set<String> PARTS = CountryWords.section("chad-before");
    private static final Set<String> COOKED = CountryWords.section("turkey-before");
    private static final Set<String> NIGERIAN = CountryWords.section("niger-next");

    /** How far before its state the title of a member of Congress stands. */
    private static final int CONSTITUENCY = 8;

    private final Tokens tokens;
    private final CountryEvidence evidence;

    private final Home home;

    Homonyms(Tokens tokens, CountryEvidence evidence, Home home) {
        this.tokens = tokens;
        this.evidence = evidence;
        this.home = home;
    }

    CountryReading several(GazetteerEntry entry) {
        Kind kind = entry.first().kind();
        if (entry.first().id().equals("KR")) {
            boolean north = evidence.of("KP") > 1 || evidence.countOf(KOREA_NORTH) > 1;
            return north && evidence.of("KR") == 0
                    ? CountryReading.over("KP", kind, "KR", "the document speaks of the North")
                    : CountryReading.over("KR", kind, "KP", "a bare Korea is the South");
        }
        int republic = evidence.countOf(CONGO_REPUBLIC) * 2 + evidence.of("CG");
        int democratic = evidence.countOf(CONGO_DEMOCRATIC) + evidence.of("CD");
        return republic > democratic
                ? CountryReading.over("CG", kind, "CD", "words of the Republic of the Congo")
                : CountryReading.over("CD", kind, "CG", "no word of the Republic of the Congo");
    }

    Optional<CountryReading> georgia(int i, Match match) {
        GazetteerEntry entry = match.entry();
        Match before = evidence.before(i, 2);
        Match after = evidence.after(i, 2);
        int state = 0;
        int country = 0;
        for (Match near : new Match[] {before, after}) {
            if (near != null
                    && near.entry().has(GazetteerEntry.REGION)
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
        int next = match.last() + 1;
        boolean company = tokens.is(next, '-')
                && !tokens.spaceBefore(next)
                && tokens.isCapitalised(next + 1)
                && !tokens.isAllCaps(next + 1)
                && Gazetteer.standard().inside(tokens.text(), tokens.start(next + 1), tokens.end(next + 1)) == null;
        if (company && entry.isName()) {
            return Optional.empty();
        }
        state += CountryWords.is(tokens, next, GEORGIA_NEXT) ? 4 : 0;
        state += isConstituency(match.first()) ? 6 : 0;
        state += american(entry) ? 6 : 0;
        country += evidence.countOf(GEORGIA_COUNTRY) + 2 * Math.min(3, evidence.of("GE"));
        state += evidence.countOf(GEORGIA_STATE);
        if (entry.isDemonym()) {
            boolean style = CountryWords.is(tokens, match.last() + 1, STYLE);
            return style && country < 3 ? Optional.empty() : AmbiguousNames.plain(entry);
        }
        return state > country
                ? Optional.empty()
                : Optional.of(CountryReading.over(
                        "GE",
                        Kind.NAME,
                        "the state of Georgia",
                        country + " words for the country, " + state + " for the state"));
    }

    /** "Sen. Ann Lee of Georgia", "Republican from Georgia": a member of Congress, or a governor, is one of the state. */
    private boolean isConstituency(int i) {
        if (!CountryWords.is(tokens, i - 1, REPRESENTED)) {
            return false;
        }
        for (int at = i - 2; at >= Math.max(0, i - CONSTITUENCY); at--) {
            if (CountryWords.is(tokens, at, CONGRESS)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the document is at home in the state: it has towns of it with GA or Ga. behind them. */
    private boolean american(GazetteerEntry entry) {
        return entry.isName() && evidence.of("US", "GA") > 0;
    }

    /** The supermarket, where the document speaks of shopping and of nothing Icelandic. */
    Optional<CountryReading> shop(Match match) {
        boolean placed = CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE);
        boolean shop = !placed && evidence.countOf(SHOP) > 0 && evidence.others(match.entry()) == 0;
        return shop ? Optional.empty() : Optional.of(CountryReading.over("IS", Kind.NAME, "shop", "no word of a shop"));
    }

    /** The island, in or beside places; New Jersey's people say Jersey as well. */
    Optional<CountryReading> jersey(int i, Match match) {
        Match before = evidence.before(i, 1);
        Match after = evidence.after(i, 1);
        boolean beside = before != null && before.entry().isName()
                || after != null && after.entry().isName();
        boolean placed = CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE)
                || CountryWords.is(tokens, match.first() - 1, Set.of("on", "of"));
        boolean island =
                (beside || placed || evidence.of("JE") > 0 || evidence.of("GG") > 0 || evidence.countOf(CHANNEL) > 0)
                        && evidence.of("US", "NJ") == 0
                        && evidence.of("US", "NY") == 0
                        && !tokens.isCapitalised(match.last() + 1)
                        && tokens.isCapitalised(match.first());
        return island
                ? Optional.of(CountryReading.over("JE", Kind.NAME, "garment", "it stands as a place does"))
                : Optional.empty();
    }

    /** The island in the far south, not the south of either Georgia. */
    Optional<CountryReading> southGeorgia(Match match) {
        return evidence.countOf(ANTARCTIC) > 0 || evidence.of("FK") > 0
                ? Optional.of(CountryReading.over("GS", Kind.NAME, "the state of Georgia", "words of the far south"))
                : Optional.empty();
    }

    Optional<CountryReading> bearer(Match match) {
        String word = tokens.lower(match.last());
        if (evidence.isPerson(word) && !CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE)) {
            return Optional.empty();
        }
        return Optional.of(CountryReading.over(
                match.entry().first().id(), Kind.NAME, Mention.Country.PERSON, "no person of that name"));
    }

    /** A given name, unless something around speaks of the country: a preposition, a neighbour, a word of the Sahel. */
    Optional<CountryReading> chad(int i, Match match) {
        Match before = evidence.before(i, 2);
        Match after = evidence.after(i, 2);
        boolean beside = before != null && before.entry().isName()
                || after != null && after.entry().isName();
        boolean placed = CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE)
                || CountryWords.is(tokens, match.first() - 1, PARTS);
        int noun = tokens.is(match.last() + 1, '\'') || tokens.is(match.last() + 1, '’') ? match.last() + 3 : -1;
        boolean state = CountryWords.is(tokens, noun, CountryWords.POLICY) || CountryWords.is(tokens, noun, STATE);
        boolean spoken = beside || placed || state || evidence.countOf(SAHEL) > 0;
        return spoken ? bearer(match) : Optional.empty();
    }

    Optional<CountryReading> turkey(Match match) {
        boolean meal = evidence.countOf(MEAL) > 1 && evidence.countOf(TURKISH) == 0;
        boolean food = meal
                || CountryWords.is(tokens, match.last() + 1, FOOD)
                || tokens.isWord(match.first() - 1) && COOKED.contains(tokens.lower(match.first() - 1));
        return food
                ? Optional.empty()
                : Optional.of(CountryReading.over("TR", Kind.NAME, "bird", "capital, and no word of food"));
    }

    Optional<CountryReading> indian(Match match) {
        int tribal = evidence.countOf(TRIBAL);
        boolean india = evidence.of("IN") > 3;
        return tribal > 1 && !india && !tokens.text().startsWith("Ocean", match.end() + 1)
                ? Optional.empty()
                : Optional.of(CountryReading.over("IN", Kind.DEMONYM, "American Indian", "no word of a tribe"));
    }

    Optional<CountryReading> dominican(Match match) {
        if (CountryWords.is(tokens, match.last() + 1, ORDERS)) {
            return Optional.empty();
        }
        boolean island = evidence.of("DM") > 0 && evidence.of("DO") < evidence.of("DM");
        return Optional.of(
                island
                        ? CountryReading.over("DM", Kind.DEMONYM, "DO", "the document names Dominica")
                        : CountryReading.over("DO", Kind.DEMONYM, "DM", "the document does not name Dominica"));
    }

    Optional<CountryReading> niger(Match match) {
        boolean delta = tokens.isWord(match.last() + 1) && NIGERIAN.contains(tokens.lower(match.last() + 1));
        return delta
                ? Optional.of(CountryReading.over("NG", Kind.NAME, "NE", "the Niger Delta lies in Nigeria"))
                : AmbiguousNames.plain(match.entry());
    }

    /** "Lebanon, Pennsylvania": a town of the United States that bears the name of a country. */
    Optional<CountryReading> town(int i, Match match) {
        if (!match.entry().isName() || !TOWNS.contains(tokens.lower(match.last()))) {
            return Optional.empty();
        }
        Match after = tokens.is(match.last() + 1, ',') ? evidence.after(i, 1) : null;
        boolean state = after != null
                && after.entry().has(GazetteerEntry.REGION)
                && after.entry().first().id().equals("US");
        if (state) {
            return Optional.of(CountryReading.over(
                    "US", Kind.CITY, match.entry().first().id(), after.entry().form() + " stands after it"));
        }
        return atHome(match);
    }

    /** "A Lebanon woman", in the local paper of a state that has a Lebanon, and names nothing else of the country. */
    private Optional<CountryReading> atHome(Match match) {
        GazetteerEntry town =
                home == Home.NONE ? null : TownNames.lists().find(match.entry().form());
        String country = match.entry().first().id();
        boolean alone = town != null && evidence.others(match.entry()) == 0;
        return alone && home.surely(town).isPresent()
                ? Optional.of(CountryReading.over("US", Kind.CITY, country, "the document is at home there"))
                : Optional.empty();
    }
}
