package wherein.recognise.country;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.text.Tokens;
import wherein.time.EdtfDate;

/** Prints what a text's countries are as one line, so that a test is a table of text and line. */
final class Ledger {

    private static final Countries COUNTRIES = new Countries();

    private Ledger() {}

    /** Each mention as {@code surface=ID kind}, with a star where it is nested, parted by commas. */
    static String of(String text) {
        return of(COUNTRIES, text, "");
    }

    static String of(Countries countries, String text, String language) {
        return mentions(countries, text, language).stream()
                .map(mention -> (Mention.Country) mention)
                .map(country -> country.span().in(text) + "=" + country.id() + " "
                        + country.kind().name().toLowerCase(Locale.ROOT) + (country.nested() ? "*" : ""))
                .collect(Collectors.joining(", "));
    }

    static List<Mention> mentions(Countries countries, String text, String language) {
        return countries.recognise(new Input(text, new Tokens(text), language, EdtfDate.parse(""), List.of()));
    }
}
