package wherein.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import wherein.json.Annotations;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.json.Offsets;
import wherein.recognise.Recognisers;

/** {@code wherein annotate}: the mentions in records that are in no index, a row each. */
@Command(
        name = "annotate",
        description = "Lists the mentions in the records {id, text, lang?, date?} of a file, one JSON row a mention.",
        mixinStandardHelpOptions = true)
final class AnnotateCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.jsonl", description = "The records, one a line; - for standard input.")
    private String file;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = Terminal.ofThisProcess();
        Annotations annotations = new Annotations(
                Recognisers.standard(), new MentionJson(Offsets.CODE_POINTS, Recognisers::label, (type, id) -> id));
        int faults = 0;
        int number = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Annotations.Annotated annotated = annotations.of(line);
                annotated.rows().forEach(row -> terminal.out().println(Json.text(row)));
                if (!annotated.fault().isEmpty()) {
                    faults++;
                    terminal.err().println("wherein: " + file + ":" + number + ": " + annotated.fault());
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
}
