package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Makes the list of number words from ICU, and compares it with the one that ships. */
final class NumberWordListTest {

    private static final Path LIST = Path.of("src/main/resources/wherein/recognise/number-words.tsv");

    private static final String HEADER = """
            # The words that numbers are written out with in English and Russian.
            # From CLDR by way of ICU 78 (RBNF, every cardinal and ordinal rule set), Unicode-3.0 licence.
            # Made by NumberWordListTest (-Dwherein.golden.refresh=true writes it anew); do not edit by hand.
            # language	kind	value	words
            """;

    @Test
    void theShippedListIsWhatIcuSaysToday() throws IOException {
        String made = HEADER + String.join("\n", lines("en")) + "\n" + String.join("\n", lines("ru")) + "\n";
        if (Boolean.getBoolean("wherein.golden.refresh")) {
            Files.writeString(LIST, made);
        }
        assertThat(Files.readString(LIST)).isEqualTo(made);
    }

    private static List<String> lines(String language) {
        RuleBasedNumberFormat format = new RuleBasedNumberFormat(new ULocale(language), RuleBasedNumberFormat.SPELLOUT);
        Map<Long, TreeSet<String>> cardinals = new TreeMap<>();
        Map<Long, TreeSet<String>> scales = new TreeMap<>();
        Map<Long, TreeSet<String>> ordinals = new TreeMap<>();
        for (String rules : format.getRuleSetNames()) {
            boolean ordinal = rules.contains("ordinal") || rules.endsWith("year");
            for (long value : simple()) {
                String word = format.format(value, rules);
                if (word.chars().allMatch(Character::isLetter)) {
                    (ordinal ? ordinals : cardinals)
                            .computeIfAbsent(value, key -> new TreeSet<>())
                            .add(word);
                }
            }
            for (long scale = 100; !ordinal && scale <= 1_000_000_000_000_000L; scale *= scale == 100 ? 10 : 1000) {
                for (long times : new long[] {1, 2, 5}) {
                    String[] words = format.format(times * scale, rules).split(" ");
                    if (words.length == 2) {
                        scales.computeIfAbsent(scale, key -> new TreeSet<>()).add(words[1]);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>();
        cardinals.forEach((value, words) -> lines.add(line(language, "cardinal", value, words)));
        scales.forEach((value, words) -> lines.add(line(language, "scale", value, words)));
        ordinals.forEach((value, words) -> {
            words.removeAll(cardinals.getOrDefault(value, new TreeSet<>()));
            if (!words.isEmpty()) {
                lines.add(line(language, "ordinal", value, words));
            }
        });
        return lines;
    }

    private static String line(String language, String kind, long value, TreeSet<String> words) {
        return language + "\t" + kind + "\t" + value + "\t" + String.join(" ", words);
    }

    private static List<Long> simple() {
        List<Long> values = new ArrayList<>();
        for (long value = 0; value <= 20; value++) {
            values.add(value);
        }
        for (long value = 30; value <= 100; value += 10) {
            values.add(value);
        }
        for (long value = 200; value <= 900; value += 100) {
            values.add(value);
        }
        values.addAll(List.of(1000L, 1_000_000L, 1_000_000_000L));
        return values;
    }
}
