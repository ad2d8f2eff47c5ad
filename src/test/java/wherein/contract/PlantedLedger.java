package wherein.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.DayRange;
import wherein.time.EdtfDate;

/** Writes large ledgers of made-up mentions, always the same ones: what a big collection costs is measured on these. */
public final class PlantedLedger {

    private static final int PASSAGES = 5;
    private static final int MENTIONS = 10;
    private static final int COUNTRIES = 200;
    private static final int GIVEN = 2_000;
    private static final int SURNAMES = 40_000;

    private static final List<String> UNITS = List.of("people", "percent", "USD", "leaflet", "");

    private final Random random = new Random(20_261_130);

    private PlantedLedger() {}

    /** Writes {@code documents} documents to {@code sink}, of 5 passages with 10 mentions each, commits, and ends. */
    public static void write(PassageSink sink, int documents) throws IOException {
        try (sink) {
            new PlantedLedger().documents(sink, documents);
        }
    }

    private void documents(PassageSink sink, int documents) throws IOException {
        for (int i = 0; i < documents; i++) {
            Metadata metadata = new Metadata(
                    word(i) + " " + word(i + 7),
                    "Port " + word(random.nextInt(300)),
                    List.of(),
                    EdtfDate.parse(LocalDate.of(2015, 1, 1)
                            .plusDays(random.nextInt(3_000))
                            .toString()),
                    random.nextBoolean() ? "for" : "",
                    "",
                    "",
                    Map.of());
            StringBuilder text = new StringBuilder();
            List<Passage> passages = new ArrayList<>();
            List<Mention> mentions = new ArrayList<>();
            for (int j = 0; j < PASSAGES; j++) {
                int start = text.length();
                for (int k = 0; k < MENTIONS; k++) {
                    text.append(k == 0 ? "" : " fog ");
                    mentions.add(mention(text));
                }
                passages.add(new Passage(j + 1, new Span(start, text.length()), Block.PROSE, "", "en", metadata));
                text.append("\n\n");
            }
            String id = "d%07d".formatted(i);
            Document document = new Document(id, id + ".txt", text.toString(), metadata, List.of(), List.of());
            sink.add("/root", document, passages, mentions);
        }
        int passages = documents * PASSAGES;
        sink.commit(new Manifest(
                List.of(),
                "planted",
                documents,
                passages,
                Map.of(Mention.Type.COUNTRY, passages * MENTIONS),
                Map.of(),
                Map.of(),
                "2026-01-01T00:00:00Z"));
    }

    private Mention mention(StringBuilder text) {
        int start = text.length();
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> {
                int country = skewed(COUNTRIES);
                text.append(word(country)).append(random.nextInt(3) == 0 ? "ian" : "");
                String code = "" + (char) ('A' + country / 26) + (char) ('A' + country % 26);
                return new Mention.Country(
                        span(start, text), code, Mention.Country.Kind.NAME, false, Optional.empty(), "", "planted");
            }
            case 4, 5, 6 -> {
                String given = word(skewed(GIVEN));
                String surname = word(GIVEN + skewed(SURNAMES));
                text.append(random.nextBoolean() ? given + " " + surname : surname);
                return new Mention.Person(span(start, text), given + " " + surname, "planted");
            }
            case 7, 8 -> {
                BigDecimal value = new BigDecimal(random.nextInt(1_000_000));
                text.append(value.toPlainString());
                return new Mention.Figure(
                        span(start, text),
                        value,
                        value,
                        Mention.Figure.Bound.values()[random.nextInt(4)],
                        UNITS.get(random.nextInt(UNITS.size())),
                        "planted");
            }
            default -> {
                LocalDate from = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(9_000));
                text.append(from);
                return new Mention.Date(
                        span(start, text),
                        Optional.of(new DayRange(from, from.plusDays(random.nextInt(40)))),
                        "planted");
            }
        }
    }

    private static Span span(int start, StringBuilder text) {
        return new Span(start, text.length());
    }

    /** Below {@code most}, the small ones more often. */
    private int skewed(int most) {
        return (int) (most * Math.pow(random.nextDouble(), 3));
    }

    /** A made-up word, another for every number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int left = number;
        do {
            word.append("bdfgklmnprst".charAt(left % 12)).append("aeiou".charAt(left / 12 % 5));
            left /= 60;
        } while (left > 0);
        word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
        return word.append('r').toString();
    }
}
