package wherein.recognise.country;

import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import wherein.mention.Mention.Country.Kind;
import wherein.recognise.country.Gazetteer.Match;
import wherein.recognise.country.GazetteerEntry.Sense;
import wherein.text.Tokens;

/** Decides whether a form is a city where it stands, and in which country that city lies. Empty: no mention. */
final class Cities {

    /** How much each mention of the country, and of the state or province, weighs beside a tenfold population. */
    private static final double COUNTRY_WEIGHT = 0.35;

    private static final double REGION_WEIGHT = 1.1;

    private static final Set<String> OF = CountryWords.section("part-of-city");

    private static final Set<String> ENGLISH = Set.of("US", "GB", "CA", "AU", "NZ", "IE");
    private static final Set<String> PARTICLES = CountryWords.section("place-particle");
    private static final Set<String> FEATURES = CountryWords.section("feature");

    private final Tokens tokens;
    private final CountryEvidence evidence;
    private final Locations locations;

    private final Home home;
    private final TownContext context;

    /** The names that the document has where only a place stands; found when first asked for. */
    private Set<GazetteerEntry> remembered;

    Cities(Tokens tokens, CountryEvidence evidence, Home home) {
        this.tokens = tokens;
        this.evidence = evidence;
        this.home = home;
        this.context = new TownContext(tokens);
        this.locations = new Locations(tokens, evidence);
    }

    /** What match number {@code i} means. */
    Optional<CountryReading> read(int i, Match match) {
        GazetteerEntry entry = match.entry();
        String word = tokens.lower(match.last());
        if (match.first() == match.last()
                && evidence.isPerson(word)
                && !(context.modifies(match) && home.of(entry).isPresent())
                && !CountryWords.is(tokens, match.first() - 1, CountryWords.INTO_PLACE)
                && !CountryWords.is(tokens, match.first() - 1, CountryWords.PLACE_BEFORE_RUSSIAN)) {
            return Optional.empty();
        }
        if (isPartOfPlace(match) || isState(i, match)) {
            return Optional.empty();
        }
        if (tokens.is(match.first() - 1, '«') && tokens.is(match.last() + 1, '»') || afterForeignDemonym(i, match)) {
            return Optional.empty();
        }
        Optional<CountryReading> located = locations.read(i, match);
        if (located.isPresent()) {
            return located;
        }
        if (entry.has(GazetteerEntry.PLACED)) {
            return Optional.of(new CountryReading(
                    entry.first().id(), Kind.CITY, Optional.empty(), "the document tells where it lies"));
        }
        Optional<Sense> local = local(entry);
        boolean town = local.isPresent() && isTown(i, match) || isRemembered(match);
        if (entry.has(GazetteerEntry.WEAK)
                && !town
                && !inPlace(i, match)
                && !context.modifies(match)
                && !isAtHome(match)) {
            return Optional.empty();
        }
        CountryReading reading = local.map(sense -> athome(entry, sense)).orElseGet(() -> likeliest(entry));
        boolean sure = entry.has(GazetteerEntry.WEAK) && context.modifies(match);
        return Optional.of(sure ? reading.overPerson("it stands before what a town has") : reading);
    }

    /** Whether a name that lies at home is read as the town there: the surer the home, the less need the words around say. */
    private boolean isTown(int i, Match match) {
        if (context.isName(match)) {
            return false;
        }
        if (home.of(match.entry()).isEmpty() && match.entry().has(GazetteerEntry.TOWN)) {
            return context.isPlace(match);
        }
        return context.isPlace(match)
                || beside(i)
                || !given(match.entry()) && home.surely(match.entry()).isPresent() && context.isAttribute(match);
    }

    /** Whether the text elsewhere has the same form where only a place stands: "in Gainesville … Gainesville companies". */
    private boolean isRemembered(Match match) {
        if (tokens.text().charAt(match.start()) >= 0x400 || given(match.entry()) || context.isName(match)) {
            return false;
        }
        if (remembered == null) {
            remembered = new HashSet<>();
            for (Match other : evidence.matches()) {
                boolean weak = other.entry().isCity() && other.entry().has(GazetteerEntry.WEAK);
                if (weak && context.isPlace(other) && !context.isName(other)) {
                    remembered.add(other.entry());
                }
            }
        }
        return remembered.contains(match.entry());
    }

    private static boolean given(GazetteerEntry entry) {
        return entry.has(GazetteerEntry.GIVEN | GazetteerEntry.SURNAME)
                || CountryWords.GIVEN.contains(entry.form().toLowerCase(Locale.ROOT));
    }

    /** The place of that name where the document is at home, known by either list. */
    private Optional<Sense> local(GazetteerEntry entry) {
        boolean capital = entry.has(GazetteerEntry.CAPITAL);
        Optional<Sense> own = capital ? home.surely(entry) : home.of(entry);
        if (own.isPresent() || home == Home.NONE) {
            return own;
        }
        if (entry.has(GazetteerEntry.TOWN)) {
            return home.perhaps(entry);
        }
        GazetteerEntry town = TownNames.lists().find(entry.form());
        Optional<Sense> small = town == null ? Optional.empty() : capital ? home.surely(town) : home.of(town);
        boolean abroad = evidence.of(entry.first().id()) > 0;
        return small.filter(sense -> sense.id().equals(entry.first().id()) || !abroad);
    }

    private static CountryReading athome(GazetteerEntry entry, Sense local) {
        String first = entry.first().id();
        return first.equals(local.id())
                ? CountryReading.plain(local)
                : CountryReading.over(local.id(), Kind.CITY, first, "the document is at home there");
    }

    /** Vancouver, Washington: the state, after a city of it; and в штате Вашингтон. */
    private boolean isState(int i, Match match) {
        if (tokens.isWord(match.first() - 1) && tokens.lower(match.first() - 1).startsWith("штат")) {
            return true;
        }
        Match city = match.entry().form().equals("Washington") && tokens.is(match.first() - 1, ',')
                ? evidence.before(i, 1)
                : null;
        return city != null
                && city.entry().isCity()
                && city.entry().senses().stream()
                        .anyMatch(sense -> sense.region().equals("WA"));
    }

    /** KwaZulu-Natal, Rio Grande do Sul, Monroe County: a longer name of another place. */
    private boolean isPartOfPlace(Match match) {
        int first = match.first();
        int next = match.last() + 1;
        boolean hyphened = tokens.is(first - 1, '-')
                && !tokens.spaceBefore(first)
                && tokens.isCapitalised(first - 2)
                && !tokens.spaceBefore(first - 1)
                && Gazetteer.standard().inside(tokens.text(), tokens.start(first - 2), tokens.end(first - 2)) == null;
        boolean sprouts = tokens.isWord(next) && tokens.lower(next).startsWith("sprout");
        // In other languages the same words are prepositions: z Moskwy do Krakowa.
        boolean particle = !match.entry().has(GazetteerEntry.FOREIGN) && CountryWords.is(tokens, next, PARTICLES);
        boolean longer = sprouts || particle && tokens.isCapitalised(next + 1);
        boolean feature = match.entry().has(GazetteerEntry.WEAK)
                && tokens.isCapitalised(next)
                && CountryWords.is(tokens, next, FEATURES);
        return hyphened || longer || feature;
    }

    /** The Russian Oxford is no Oxford. */
    private boolean afterForeignDemonym(int i, Match match) {
        Match before = evidence.before(i, 0);
        return before != null
                && before.entry().isDemonym()
                && match.start() < before.end() + 2
                && match.entry().senses().stream()
                        .noneMatch(sense ->
                                sense.id().equals(before.entry().first().id()));
    }

    /** A town outside the English-speaking countries, in the middle of a sentence of a text that names its country. */
    private boolean isAtHome(Match match) {
        GazetteerEntry entry = match.entry();
        int first = match.first();
        boolean latin = tokens.text().charAt(match.start()) < 0x400;
        boolean inside = tokens.isWord(first - 1) && !tokens.isCapitalised(first - 1) && !tokens.lineBefore(first);
        boolean home = !ENGLISH.contains(entry.first().id())
                && evidence.of(entry.first().id()) > 0;
        return latin
                && inside
                && home
                && !entry.has(GazetteerEntry.GIVEN | GazetteerEntry.SURNAME)
                && !tokens.isCapitalised(match.last() + 1);
    }

    /** Whether the words around say that a place is meant. */
    private boolean inPlace(int i, Match match) {
        int before = match.first() - 1;
        int next = match.last() + 1;
        boolean latin = tokens.text().charAt(tokens.start(match.first())) < 0x400;
        if (!latin) {
            int at = tokens.is(before, '.') && tokens.is(before - 1, 'г') ? before - 1 : before;
            return (CountryWords.is(tokens, at, CountryWords.PLACE_BEFORE_RUSSIAN) || listed(i, before))
                    && !tokens.isCapitalised(next);
        }
        boolean named = tokens.isCapitalised(next)
                && tokens.spaceBefore(next)
                && !tokens.lineBefore(next)
                && !CountryWords.PLACE_NOUN.contains(tokens.lower(next))
                && !CountryWords.MONTH.contains(tokens.lower(next));
        if (named || tokens.lower(match.first()).length() < 3) {
            return false;
        }
        if (CountryWords.is(tokens, before, CountryWords.PLACE_BEFORE)) {
            return switch (tokens.lower(before)) {
                case "and", "for", "to", "at", "between", "leave", "left", "from", "with", "by" -> beside(i);
                case "of" ->
                    CountryWords.is(tokens, before - 1, CountryWords.PLACE_NOUN)
                            || CountryWords.is(tokens, before - 1, OF);
                default ->
                    !tokens.is(next, '\'') && !tokens.is(next, '’')
                            || CountryWords.is(tokens, next + 2, CountryWords.PLACE_NOUN);
            };
        }
        if (tokens.is(next, '-')
                && tokens.isWord(next + 1)
                && (tokens.lower(next + 1).equals("based")
                        || tokens.lower(next + 1).equals("area"))) {
            return true;
        }
        return tokens.is(before, ',') && beside(i);
    }

    /** Whether it goes on with a list that a city begins: в Твери, Орле и Клину. */
    private boolean listed(int i, int before) {
        Match other = evidence.before(i, 1);
        boolean joined = tokens.is(before, ',')
                || tokens.isWord(before) && tokens.lower(before).equals("и");
        return joined
                && other != null
                && other.entry().isCity()
                && !other.entry().has(GazetteerEntry.WEAK);
    }

    /** Whether another place stands beside it in a list. */
    private boolean beside(int i) {
        Match before = evidence.before(i, 1);
        Match after = evidence.after(i, 1);
        return before != null && !before.entry().isDemonym() && !before.entry().has(GazetteerEntry.WEAK)
                || after != null && !after.entry().isDemonym() && !after.entry().has(GazetteerEntry.WEAK);
    }

    private CountryReading likeliest(GazetteerEntry entry) {
        if (entry.senses().size() == 1) {
            return CountryReading.plain(entry.first());
        }
        Sense best = null;
        Sense second = null;
        double high = 0;
        double next = 0;
        for (Sense sense : entry.senses()) {
            double score = score(sense, sense == entry.first());
            if (best == null || score > high) {
                second = best;
                next = high;
                best = sense;
                high = score;
            } else if (second == null || score > next) {
                second = sense;
                next = score;
            }
        }
        return CountryReading.over(best.id(), Kind.CITY, second.id(), "population and what the document names");
    }

    private double score(Sense sense, boolean first) {
        double size = Math.log10(Math.max(1000, sense.population()));
        double country = Math.log1p(evidence.of(sense.id()));
        double region = sense.region().isEmpty() ? 0 : Math.log1p(evidence.of(sense.id(), sense.region()));
        return size + (first ? 0.3 : 0) + COUNTRY_WEIGHT * country + REGION_WEIGHT * region;
    }
}
