package wherein.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import wherein.Seeded;
import wherein.json.Json;

/** A collection of short reports in which countries, people and figures come together by chance, some of them twice. */
final class RandomNews {

    static final List<String> COUNTRIES = List.of("Georgia", "Armenia", "Kazakhstan", "Serbia", "Finland", "Turkey");

    static final List<String> PEOPLE = List.of("Marta Olsen", "Ivan Petrov", "Nino Beridze", "Karl Lund");

    static final List<String> UNITS = List.of("people", "euros", "percent");

    static final List<String> SOURCES = List.of("", "Harbour News", "The Quay");

    static final List<String> STANCES = List.of("", "critical", "neutral");

    static final List<String> DATES = List.of(
            "",
            "2020",
            "2020~",
            "2021",
            "2021-03",
            "2021-03?",
            "2021-03-04",
            "2021-04-01",
            "2020/2021",
            "../2019",
            "202X");

    private RandomNews() {}

    /** Writes {@code documents} of them into a file of lines. */
    static Path write(Random random, int documents, Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < documents; i++) {
            String text = random.nextInt(8) == 0 && !texts.isEmpty() ? Seeded.one(random, texts) : text(random);
            texts.add(text);
            var line = Json.object().put("id", "d" + i).put("text", text);
            put(line, "source", Seeded.one(random, SOURCES));
            put(line, "stance", Seeded.one(random, STANCES));
            put(line, "date", Seeded.one(random, DATES));
            lines.add(Json.text(line));
        }
        return Files.write(file, lines);
    }

    private static void put(com.fasterxml.jackson.databind.node.ObjectNode line, String name, String value) {
        if (!value.isEmpty()) {
            line.put(name, value);
        }
    }

    private static String text(Random random) {
        List<String> paragraphs = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            List<String> sentences = new ArrayList<>();
            for (int j = 0; j < 4; j++) {
                sentences.add(sentence(random));
            }
            paragraphs.add(String.join(" ", sentences));
        }
        return String.join("\n\n", paragraphs);
    }

    private static String sentence(Random random) {
        return switch (random.nextInt(5)) {
            case 0 ->
                "The ferries to " + Seeded.one(random, COUNTRIES) + " and " + Seeded.one(random, COUNTRIES)
                        + " were full again that week.";
            case 1 -> "In the port, " + Seeded.one(random, PEOPLE) + " spoke of the wind and of the old lighthouse.";
            case 2 ->
                "It took " + (2 + random.nextInt(900)) + " " + Seeded.one(random, UNITS) + " to mend the quay of "
                        + Seeded.one(random, COUNTRIES) + ".";
            case 3 ->
                Seeded.one(random, PEOPLE) + " wrote to " + Seeded.one(random, PEOPLE)
                        + " about the winter and the herring.";
            default -> "Nobody counted the gulls over the harbour, which were many and loud as ever.";
        };
    }
}
