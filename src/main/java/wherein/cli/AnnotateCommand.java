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
import picocli.CommandLine.ParentCommand;
import wherein.json.Annotations;
import wherein.json.Json;
import wherein.json.MentionJson;
import wherein.json.Offsets;
import wherein.recognise.Recognisers;
import wherein.text.Printable;

/** {@code wherein annotate}: the mentions in records that are in no index, a row each. */
@Command(
        name = "annotate",
        description = "Lists the mentions in the records {id, text, lang?, date?} of a file, one JSON row a mention.",
        mixinStandardHelpOptions = true)
final class AnnotateCommand implements Callable<Integer> {

    @ParentCommand
    private Main main;

    @Parameters(paramLabel = "FILE.jsonl", description = "The records, one a line; - for standard input.")
    private String file;

    @Override
    public Integer call() throws Exception {
        Terminal terminal = main.terminal();
        Annotations annotations = new Annotations(
                Recognisers.standard(), new MentionJson(Offsets.CODE_POINTS, Recognisers::label, (type, id) -> id));
        int refused = 0;
        int number = 0;
        try (BufferedReader lines = open()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank()) {
                    continue;
                }
                Annotations.Annotated annotated = annotations.of(line);
                annotated.all().forEach(row -> terminal.out().println(Json.text(row)));
                // Who hands in records one by one waits for the rows of each.
                terminal.out().flush();
                refused += annotated.refused() ? 1 : 0;
                if (!annotated.fault().isEmpty()) {
                    String kind = annotated.refused() ? "error: " : "warning: ";
                    terminal.err()
                            .println("wherein: " + kind + Printable.escaped(file) + ":" + number + ": "
                                    + annotated.fault());
                }
            }
        }
        return refused > 0 ? Main.ERROR : Main.FOUND;
    }

    private BufferedReader open() throws IOException {
        return file.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(file));
    }
}
