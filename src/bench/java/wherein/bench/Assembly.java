package wherein.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Splitter;

/**
 * Makes a collection of as many passages as are asked for: real documents by lot, three of four in English; then, when there are
 * no more, new ones of sentences of one language, each taken from any real document. The same for the same seed and texts.
 */
final class Assembly {

    private static final long SEED = 20_261_130;
    private static final double ENGLISH = 0.75;
    private static final int PARAGRAPHS = 12;
    private static final int LEAST_SENTENCE = 30;
    private static final int MOST_SENTENCE = 400;

    /**
     * What was made.
     *
     * @param passages how many a search finds; a few more than were asked for
     * @param real how many of them stand in a package as they are
     * @param bytes of text
     */
    record Made(int documents, int passages, int real, long bytes) {

        double share() {
            return (double) real / passages;
        }
    }

    private record Real(String line, String language, String source, String text) {}

    private final Random random = new Random(SEED);
    private final Splitter splitter = new Splitter();
    private final Map<String, List<Real>> real = new TreeMap<>();
    private final Map<String, List<String[]>> sentences = new TreeMap<>();
    private final BufferedWriter out;
    private int documents;
    private int passages;
    private long bytes;

    private Assembly(BufferedWriter out) {
        this.out = out;
    }

    /** Writes at least {@code wanted} passages to {@code to}, of the records in {@code texts}. */
    static Made write(Path texts, int wanted, Path to) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(to)) {
            Assembly assembly = new Assembly(out);
            assembly.read(texts);
            assembly.take(wanted);
            int real = assembly.passages;
            assembly.recombine(wanted);
            return new Made(assembly.documents, assembly.passages, real, assembly.bytes);
        }
    }

    private void read(Path texts) throws IOException {
        try (BufferedReader lines = Files.newBufferedReader(texts)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode of = Texts.JSON.readTree(line);
                String language = of.get("lang").textValue();
                real.computeIfAbsent(language, each -> new ArrayList<>())
                        .add(new Real(line, language, of.get("source").textValue(), of.get("text").textValue()));
            }
        }
    }

    private void take(int wanted) throws IOException {
        List<Real> english = new ArrayList<>(real.getOrDefault("en", List.of()));
        List<Real> others = new ArrayList<>();
        real.forEach((language, of) -> others.addAll(language.equals("en") ? List.of() : of));
        Collections.shuffle(english, random);
        Collections.shuffle(others, random);
        int next = 0;
        int nextOther = 0;
        while (passages < wanted && (next < english.size() || nextOther < others.size())) {
            boolean isEnglish = nextOther == others.size() || next < english.size() && random.nextDouble() < ENGLISH;
            Real one = isEnglish ? english.get(next++) : others.get(nextOther++);
            write(one.line, one.language, one.text);
        }
    }

    private void recombine(int wanted) throws IOException {
        List<String> languages = new ArrayList<>(real.keySet());
        languages.remove("en");
        while (passages < wanted) {
            boolean isEnglish = languages.isEmpty() || random.nextDouble() < ENGLISH;
            String language = isEnglish ? "en" : languages.get(random.nextInt(languages.size()));
            Map<String, String> of = new LinkedHashMap<>();
            Real first = any(language);
            List<String> paragraphs = new ArrayList<>();
            for (int i = 0; i < PARAGRAPHS; i++) {
                paragraphs.add(paragraph(language));
            }
            String text = String.join("\n\n", paragraphs);
            String title = paragraphs.getFirst();
            of.put("id", "m%07d".formatted(documents));
            of.put("title", title.substring(0, title.offsetByCodePoints(0, Math.min(60, title.length() / 2))));
            of.put("source", first.source);
            of.put("date", Texts.JSON.readTree(first.line).get("date").textValue());
            of.put("lang", language);
            of.put("text", text);
            write(Texts.JSON.writeValueAsString(of), language, text);
        }
    }

    private Real any(String language) {
        List<Real> all = real.get(language);
        return all.get(random.nextInt(all.size()));
    }

    private String paragraph(String language) {
        List<String[]> all = sentences.computeIfAbsent(language, this::sentences);
        // As long as some real one, so that passages do not change with the size of a collection.
        String[] model = any(language).text.split("\n\n");
        int length = model[random.nextInt(model.length)].length();
        StringBuilder paragraph = new StringBuilder();
        while (paragraph.length() < length) {
            String[] of = all.get(random.nextInt(all.size()));
            paragraph.append(paragraph.isEmpty() ? "" : " ").append(of[random.nextInt(of.length)]);
        }
        return paragraph.toString();
    }

    /** Those of each real document of {@code language}, where they are neither scraps nor tables. */
    private List<String[]> sentences(String language) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.forLanguageTag(language));
        List<String[]> all = new ArrayList<>();
        for (Real document : real.get(language)) {
            List<String> of = new ArrayList<>();
            for (String paragraph : document.text.split("\n\n")) {
                breaks.setText(paragraph);
                int start = 0;
                for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
                    String sentence = paragraph.substring(start, end).strip();
                    if (sentence.length() >= LEAST_SENTENCE && sentence.length() <= MOST_SENTENCE) {
                        of.add(sentence);
                    }
                    start = end;
                }
            }
            if (!of.isEmpty()) {
                all.add(of.toArray(String[]::new));
            }
        }
        return all;
    }

    private void write(String line, String language, String text) throws IOException {
        out.write(line);
        out.write('\n');
        Metadata metadata = Metadata.UNKNOWN.withLanguage(language);
        passages += Passages.searched(splitter.split(new Document("d", "d", text, metadata, List.of(), List.of())))
                .size();
        documents++;
        bytes += text.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
    }
}
