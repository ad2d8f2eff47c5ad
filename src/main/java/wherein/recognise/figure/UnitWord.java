package wherein.recognise.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A unit of percent, time, measure or money. Currencies that share a word are parted by bars in {@code name}.
 *
 * @param kind which of these
 * @param name its name in a mention: {@code percent}, {@code years}, {@code km}, an ISO 4217 code
 * @param afterDigits whether the word means the unit only right after digits
 */
record UnitWord(Kind kind, String name, boolean afterDigits) {

    /** The kinds of unit. */
    enum Kind {
        PERCENT,
        TIME,
        MEASURE,
        CURRENCY,
        /** A hundredth of a currency. */
        PART;

        private static final Map<String, Kind> BY_NAME = Arrays.stream(values())
                .collect(Collectors.toUnmodifiableMap(kind -> kind.name().toLowerCase(Locale.ROOT), kind -> kind));

        /** The kind that files call {@code name}; null if none is. */
        static Kind of(String name) {
            return BY_NAME.get(name);
        }
    }

    /** The currencies that the word may mean. */
    List<String> currencies() {
        return List.of(name.split("\\|"));
    }
}
