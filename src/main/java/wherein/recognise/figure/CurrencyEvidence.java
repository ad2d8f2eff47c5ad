package wherein.recognise.figure;

import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import wherein.mention.Input;
import wherein.mention.Mention;
import wherein.recognise.country.Countries;

/**
 * Which of the currencies that share a sign or a name a document means: that of the state which it names most often, or
 * of the place where its language is at home.
 *
 * <p>The states are looked for once in a document, when the first such sign is met; most documents have none.
 */
final class CurrencyEvidence {

    private static final Countries COUNTRIES = new Countries();

    private final Input input;
    private Map<String, Integer> named;

    CurrencyEvidence(Input input) {
        this.input = input;
    }

    /** The one of {@code currencies} that the document means; empty where nothing in it tells. */
    String of(List<String> currencies) {
        return currencies.size() == 1 ? currencies.getFirst() : told(currencies);
    }

    /** The same, where even the only one may not be meant. */
    String told(List<String> currencies) {
        if (named == null) {
            named = named();
        }
        return currencies.stream()
                .filter(named::containsKey)
                .max(Comparator.comparing(named::get))
                .orElseGet(() -> currencies.contains(home()) ? home() : "");
    }

    /** How often the states of each currency are mentioned, and signs that have one meaning. */
    private Map<String, Integer> named() {
        Map<String, Integer> counts = new HashMap<>();
        for (Mention mention : COUNTRIES.recognise(input)) {
            if (mention instanceof Mention.Country country) {
                counts.merge(currency(country.id()), 1, Integer::sum);
            }
        }
        counts.remove("");
        String text = input.text();
        for (int i = 0; i < text.length(); i++) {
            String sign = switch (text.charAt(i)) {
                case '$' -> "USD";
                case '€' -> "EUR";
                default -> "";
            };
            if (!sign.isEmpty()) {
                counts.merge(sign, 1, Integer::sum);
            }
        }
        return counts;
    }

    /** The currency of the country that CLDR takes for the home of the document's language; of English there is none. */
    private String home() {
        String language = input.language();
        boolean none = language.isEmpty() || language.startsWith("en");
        return none
                ? ""
                : currency(ULocale.addLikelySubtags(new ULocale(language)).getCountry());
    }

    private static String currency(String country) {
        try {
            Currency currency = Currency.getInstance(Locale.of("", country));
            return currency == null ? "" : currency.getCurrencyCode();
        } catch (IllegalArgumentException e) {
            // Former states have no currency.
            return "";
        }
    }
}
