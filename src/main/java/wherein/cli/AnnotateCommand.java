package wherein.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.json.Offsets;
import wherein.mention.Annotator;
import wherein.mention.Mention;
import wherein.recognise.Recognisers;
import wherein.text.CodePoints;
import wherein.time.EdtfDate;
import wherein.time.EdtfException;

/** {@code wherein annotate}: the mentions in records that are in no index, a row each. */
@Command(
        name = "annotate",
        description = "Lists the mentions in the records {id, text, lang?, date?} of a file, one JSON row a mention.",
        mixinStandardHelpOptions = true)
final class AnnotateCommand implements Callable<Integer> {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Parameters(paramLabel = "FILE.jsonl", description = "The records, one a line; - for standard input.")
    private String file;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        Annotator annotator = Recognisers.standard();
        MentionJson rows = new MentionJson(Offsets.CODE_POINTS, Recognisers::label, (type, id) -> id);
        int faults = 0;
        int number = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                try {
                    annotate(terminal, annotator, rows, JSON.readTree(line));
                } catch (JsonProcessingException e) {
                    faults++;
                    terminal.err().println("wherein: " + file + ":" + number + ": no JSON: " + e.getOriginalMessage());
                } catch (EdtfException | UserException e) {
                    faults++;
                    terminal.err().println("wherein: " + file + ":" + number + ": " + e.getMessage());
                }
                if (terminal.out().checkError()) {
                    return Main.FOUND;
                }
            }
        }
        return faults > 0 ? Main.ERROR : Main.FOUND;
    }

    private BufferedReader open() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }

    private static void annotate(Terminal terminal, Annotator annotator, MentionJson rows, JsonNode record)
            throws UserException {
        if (!record.path("text").isTextual()) {
            throw new UserException("expected an object with \"id\" and \"text\"");
        }
        String text = record.get("text").textValue();
        CodePoints points = new CodePoints(text);
        String date = record.path("date").isTextual() ? record.get("date").textValue() : "";
        String language = record.path("lang").asText("");
        for (Mention mention : annotator.annotate(text, language, EdtfDate.parse(date))) {
            terminal.out().println(Json.text(rows.annotation(record.path("id").asText(""), mention, text, points)));
        }
    }
}
