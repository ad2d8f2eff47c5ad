package wherein.contract;

import java.io.IOException;
import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import wherein.Seeded;
import wherein.document.Block;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Passage;
import wherein.index.Manifest;
import wherein.index.PassageSink;
import wherein.mention.Mention;
import wherein.text.Span;
import wherein.time.EdtfDate;

/** A small collection made by chance, of which every word and its place is known without looking for it. */
public final class Model {

    /** Words that are their own stems, so that the oracle need not stem. */
    static final List<String> WORDS = List.of("fog", "mist", "port", "gull", "мол", "бриг", "шторм", "🚢", "cafe");

    /** What takes the place of a word that is blanked; in no text and no query. */
    static final String FILLER = "0000000000";

    static final List<String> SOURCES = List.of("", "Port Mist", "Шторм", "Gull");
    static final List<String> STANCES = List.of("", "for", "against");
    static final List<String> LANGUAGES = List.of("", "en", "ru", "de", "en-GB", "de-AT");
    static final List<String> REGIONS = List.of("North", "South", "Юг");
    static final List<String> AUTHORS = List.of("Ann Fog", "Ян Бриг");
    static final List<String> DATES = List.of(
            "", "2020", "2021", "2021-03", "2021-03-04", "2021~", "2020/2021", "../2019", "2021-05-07/..", "202X");

    static final List<String> COUNTRIES = List.of("GE", "AM");

    private static final List<String> SPACES =
            List.of(" ", " ", " ", ", ", "\u00a0", "\u202f", " — ", ". ", "\n", " (");

    /** What may stand within a word where a line ends, and leaves it one. */
    private static final List<String> BREAKS =
            List.of("-\n", "-\r\n", "‐\n", "-\n\n", "- \n  ", "-\n\f", "-\n> ", "\u00AD\n", "¬\n", "\u00AD");

    /** Those of them that say by themselves that it is one. */
    private static final List<String> SOFT = List.of("\u00AD\n", "¬\r\n", "\u00AD\n\f", "\u00AD");

    /** A word of a text: what it counts as, and where it stands. */
    record Word(String key, Span span) {}

    /** A mention: which words of its passage it covers, and its span in the passage. */
    record Named(Mention mention, int first, int last, Span span) {}

    /** A passage and its words, with positions in the passage. */
    record Part(
            Document document, Passage passage, String text, List<Word> words, List<Word> title, List<Named> mentions) {

        String id() {
            return passage.id(document);
        }
    }

    private final List<Part> parts = new ArrayList<>();
    private final List<Document> documents = new ArrayList<>();

    private Model() {}

    /** One of many. */
    public static Model of(Random random) {
        Model model = new Model();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            model.document(random, Seeded.one(random, List.of("doc ", "д/", "🚢")) + i);
        }
        return model;
    }

    @Override
    public String toString() {
        return parts.toString();
    }

    List<Part> parts() {
        return parts;
    }

    private void document(Random random, String id) {
        StringBuilder text = new StringBuilder(Seeded.one(random, List.of("", "\n", "  ")));
        List<Span> spans = new ArrayList<>();
        List<List<Word>> words = new ArrayList<>();
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int start = text.length();
            words.add(words(random, text, 1 + random.nextInt(14), true));
            spans.add(new Span(start, text.length()));
            text.append("\n\n");
        }
        StringBuilder title = new StringBuilder();
        List<Word> titleWords = random.nextInt(3) == 0 ? List.of() : words(random, title, 1 + random.nextInt(3), false);
        Metadata metadata = metadata(random, title.toString());
        Document document = new Document(id, id + ".txt", text.toString(), metadata, List.of(), List.of());
        documents.add(document);
        for (int i = 0; i < count; i++) {
            Metadata own = random.nextInt(4) == 0 ? metadata(random, "") : metadata;
            Passage passage = new Passage(
                    i + 1,
                    spans.get(i),
                    Seeded.one(random, List.of(Block.PROSE, Block.PROSE, Block.QUOTE, Block.BOILERPLATE)),
                    Seeded.one(random, List.of("", "fog", "бриг mist")),
                    Seeded.one(random, LANGUAGES),
                    own);
            parts.add(new Part(
                    document,
                    passage,
                    spans.get(i).in(text.toString()),
                    words.get(i),
                    titleWords,
                    mentions(random, words.get(i), spans.get(i).start())));
        }
    }

    private static List<Word> words(Random random, StringBuilder text, int count, boolean broken) {
        List<Word> words = new ArrayList<>();
        int base = text.length();
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : Seeded.one(random, SPACES));
            String written = written(random, Seeded.one(random, WORDS));
            int start = text.length() - base;
            text.append(broken && random.nextInt(6) == 0 ? broken(random, written) : written);
            words.add(new Word(key(written), new Span(start, text.length() - base)));
        }
        return words;
    }

    private static List<Named> mentions(Random random, List<Word> words, int start) {
        List<Named> mentions = new ArrayList<>();
        for (int first = 0; first < words.size(); first++) {
            if (random.nextInt(4) > 0) {
                continue;
            }
            int last = Math.min(words.size() - 1, first + random.nextInt(2));
            Span span = new Span(
                    words.get(first).span().start(), words.get(last).span().end());
            mentions.add(new Named(mention(random, span.shift(start)), first, last, span));
        }
        return mentions;
    }

    private static Mention mention(Random random, Span span) {
        return switch (random.nextInt(3)) {
            case 0 ->
                new Mention.Country(
                        span,
                        Seeded.one(random, COUNTRIES),
                        Mention.Country.Kind.NAME,
                        false,
                        Optional.empty(),
                        "",
                        "planted");
            case 1 -> new Mention.Person(span, "Ann Fog", "planted");
            default -> {
                BigDecimal min = BigDecimal.valueOf(random.nextInt(50));
                BigDecimal max = min.add(BigDecimal.valueOf(random.nextInt(2) * 10L));
                yield new Mention.Figure(span, min, max, Mention.Figure.Bound.EXACT, "gull", "planted");
            }
        };
    }

    private static String written(Random random, String word) {
        if (word.equals("cafe")) {
            return Seeded.one(random, List.of("cafe", "café", "cafe\u0301", "CAFÉ"));
        }
        return switch (random.nextInt(4)) {
            case 0 -> word.toUpperCase(Locale.ROOT);
            case 1 -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            default -> word;
        };
    }

    /** A word at the end of a line, which breaks it, if it has letters enough. */
    private static String broken(Random random, String word) {
        if (word.length() < 4) {
            return word;
        }
        boolean capitals = Character.isUpperCase(word.charAt(2));
        int at = 2 + random.nextInt(word.length() - 3);
        return word.substring(0, at) + Seeded.one(random, capitals ? SOFT : BREAKS) + word.substring(at);
    }

    /** What a word counts as: small letters without accents. */
    static String key(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }

    private static Metadata metadata(Random random, String title) {
        List<String> author = random.nextInt(3) == 0
                ? List.of()
                : random.nextInt(3) == 0 ? AUTHORS : List.of(Seeded.one(random, AUTHORS));
        Map<String, List<String>> fields = random.nextInt(3) == 0
                ? Map.of()
                : Map.of("region", random.nextInt(3) == 0 ? REGIONS : List.of(Seeded.one(random, REGIONS)));
        return new Metadata(
                title,
                Seeded.one(random, SOURCES),
                author,
                EdtfDate.parse(Seeded.one(random, DATES)),
                Seeded.one(random, STANCES),
                "",
                "",
                fields);
    }

    /** Writes all of it to {@code sink}, commits, and ends. */
    public void write(PassageSink sink) throws IOException {
        try (sink) {
            add(sink);
        }
    }

    private void add(PassageSink sink) throws IOException {
        for (Document document : documents) {
            List<Passage> passages = parts.stream()
                    .filter(part -> part.document() == document)
                    .map(Part::passage)
                    .toList();
            List<Mention> mentions = parts.stream()
                    .filter(part -> part.document() == document)
                    .flatMap(part -> part.mentions().stream())
                    .map(Named::mention)
                    .toList();
            sink.add("/root", document, passages, mentions);
        }
        sink.commit(new Manifest(
                List.of(),
                "fingerprint",
                documents.size(),
                parts.size(),
                Map.of(),
                Map.of(),
                Map.of(),
                "2026-01-01T00:00:00Z"));
    }
}
