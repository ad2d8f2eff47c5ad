package wherein.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.recognise.Recognisers;
import wherein.text.CodePoints;
import wherein.time.EdtfDate;

/** Prints one row per mention of each record of a JSONL file. */
final class Annotate {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Annotate() {}

    public static void main(String[] args) throws IOException {
        Annotator annotator = Recognisers.standard();
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        long chars = 0;
        long nanos = System.nanoTime();
        try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode record = JSON.readTree(line);
                String text = record.path("text").asText("");
                EdtfDate date = EdtfDate.parse(record.path("date").asText(""));
                CodePoints points = new CodePoints(text);
                for (Mention mention :
                        annotator.annotate(text, record.path("lang").asText(""), date)) {
                    out.println(row(record.path("id").asText(), text, points, mention));
                }
                chars += text.length();
            }
        }
        out.flush();
        System.err.printf("%.1f MB/s%n", chars * 1000.0 / (System.nanoTime() - nanos));
    }

    private static String row(String doc, String text, CodePoints points, Mention mention) {
        ObjectNode row = JSON.createObjectNode();
        row.put("doc", doc).put("type", mention.type());
        row.put("start", points.at(mention.span().start()));
        row.put("end", points.at(mention.span().end()));
        row.put("surface", mention.span().in(text));
        switch (mention) {
            case Mention.Country country -> {
                row.put("id", country.id()).put("label", country.id());
                row.put("kind", country.kind().name().toLowerCase(Locale.ROOT));
                row.put("nested", country.nested());
            }
            case Mention.Person person -> row.put("id", person.name()).put("label", person.name());
            case Mention.Figure figure -> {
                row.put("min", figure.min()).put("max", figure.max());
                row.put("unit", figure.unit()).put("bound", figure.bound().sign());
            }
            case Mention.Date date ->
                date.days()
                        .ifPresent(days -> row.put("from", days.from().toString())
                                .put("to", days.to().toString()));
        }
        row.put("rule", mention.rule());
        return row.toString();
    }
}
