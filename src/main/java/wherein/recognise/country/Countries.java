package wherein.recognise.country;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.mention.Recogniser;
import wherein.recognise.country.Gazetteer.Match;
import wherein.text.Span;
import wherein.text.Tokens;

/**
 * Finds the names, demonyms, cities and governments of states.
 *
 * <p>One pass looks up every word and keeps the longest forms; a second reads them with the evidence of the whole
 * document. Languages, persons, and the parts of the world that are no states are left out; a form inside the name of
 * something else is a mention that is {@linkplain wherein.mention.Mention.Country#nested nested}. Safe for use by
 * several threads at once.
 */
public final class Countries implements Recogniser {

    private final Gazetteer gazetteer;

    /** Recognises by Wherein's own word lists. */
    public Countries() {
        this(Gazetteer.standard());
    }

    private Countries(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * Recognises by the word lists and by the lines of a reader's own list.
     *
     * @param lines each a form, a code and a kind ({@code name}, {@code demonym}, {@code city}, {@code government}; name
     *     where it is left out), parted by tabs; empty lines and those that begin with # are skipped
     * @throws IllegalArgumentException if a line is none of these
     */
    public static Countries with(List<String> lines) {
        List<GazetteerReader.Added> added = new ArrayList<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                added.add(GazetteerReader.Added.parse(line));
            }
        }
        return added.isEmpty() ? new Countries() : new Countries(new GazetteerReader().gazetteer(added));
    }

    /** The forms it recognises by. */
    public Gazetteer gazetteer() {
        return gazetteer;
    }

    @Override
    public List<Mention> recognise(Input input) {
        Tokens tokens = input.tokens();
        GazetteerScan scan = new GazetteerScan(gazetteer, input);
        List<Match> matches = scan.matches();
        if (scan.isCyrillic()) {
            matches = Home.over(matches, OblastTowns.in(tokens, matches, input.checkpoint()));
        }
        List<Match> placed = scan.isEnglish() ? PlacedTowns.in(tokens, matches, input.checkpoint()) : List.of();
        if (matches.isEmpty() && placed.isEmpty()) {
            return List.of();
        }
        Home home = Home.NONE;
        if (scan.isEnglish()) {
            List<Match> known = Home.merge(matches, placed);
            List<Match> towns = Home.isNear(known) ? scan.towns(known) : List.of();
            home = new Home(tokens, matches, placed, towns, input.checkpoint());
            matches = Home.merge(known, home.at(towns));
        }
        CountryEvidence evidence = new CountryEvidence(tokens, matches, input.checkpoint());
        AmbiguousNames names = new AmbiguousNames(tokens, evidence, home);
        Cities cities = new Cities(tokens, evidence, home);
        List<Mention> mentions = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            input.checkpoint().step();
            Match match = matches.get(i);
            read(i, match, tokens, evidence, names, cities)
                    .ifPresent(reading -> mentions.add(mention(tokens, match, reading)));
        }
        return mentions;
    }

    private static Optional<CountryReading> read(
            int i, Match match, Tokens tokens, CountryEvidence evidence, AmbiguousNames names, Cities cities) {
        GazetteerEntry entry = match.entry();
        if (entry.has(GazetteerEntry.REGION) || PersonOrPlace.isNamed(tokens, match)) {
            return Optional.empty();
        }
        if (entry.has(GazetteerEntry.FOREIGN) && !Demonyms.isOfState(tokens, match)) {
            return Optional.empty();
        }
        return switch (entry.first().kind()) {
            case CITY ->
                cities.read(i, match)
                        .map(city ->
                                Governments.read(tokens, match, city, evidence).orElse(city));
            case DEMONYM -> LanguageDemonyms.isOne(tokens, match) ? Optional.empty() : names.read(i, match);
            case NAME, GOVERNMENT -> names.read(i, match);
        };
    }

    private static Mention mention(Tokens tokens, Match match, CountryReading reading) {
        boolean inWord = match.start() > tokens.start(match.first()) || match.end() < tokens.end(match.last());
        boolean nested = inWord && match.entry().form().charAt(0) < 0x300 || Nesting.isNested(tokens, match);
        String rule = "country-" + reading.kind().name().toLowerCase(Locale.ROOT);
        Span span = new Span(match.start(), match.end());
        return new Mention.Country(
                span, reading.id(), reading.kind(), nested, reading.runnerUp(), reading.evidence(), rule);
    }
}
