package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The measurement from end to end: a collection, queries and judgements in, the measures out. */
class EvaluateCommandTest {

    private static final String MEASURES = """
            num_q\tall\t2
            ndcg_cut_10\tall\t0.5000
            map\tall\t0.5000
            recall_100\tall\t0.5000
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void write() throws Exception {
        Files.writeString(folder.resolve("docs.jsonl"), """
                {"id": "tide", "text": "The tide turned at noon. The boats came home."}
                {"id": "kiln", "text": "A kiln was lit in the yard below the road."}
                """);
        Files.writeString(folder.resolve("topics.tsv"), "1\twhen did the tide turn?\n2\tsnow\n");
        Files.writeString(folder.resolve("qrels"), "1 0 tide 1\n2 0 kiln 1\n3 0 kiln 0\n");
    }

    @Test
    void aCollectionAnIndexAndARunAreMeasuredAlike() throws Exception {
        String at = folder.resolve("index").toString();
        assertThat(run(Main.FOUND, "index", file("docs.jsonl"), "--index", at, "--quiet"))
                .isEmpty();
        assertThat(evaluate(file("docs.jsonl"), "--topics", file("topics.tsv"), "--run", file("run")))
                .isEqualTo(MEASURES);
        assertThat(Files.readString(folder.resolve("run"))).startsWith("1 Q0 tide 1 ");
        assertThat(evaluate("--index", at, "--topics", file("topics.tsv"))).isEqualTo(MEASURES);
        assertThat(evaluate("--answers", file("run"))).isEqualTo(MEASURES);
    }

    @Test
    void eachQueryCanBeSeen() {
        assertThat(evaluate(file("docs.jsonl"), "--topics", file("topics.tsv"), "--each"))
                .startsWith("ndcg_cut_10\t1\t1.0000\nmap\t1\t1.0000\nrecall_100\t1\t1.0000\nndcg_cut_10\t2\t0.0000\n")
                .endsWith(MEASURES);
    }

    @Test
    void whatCannotBeMeasuredIsAnError() throws Exception {
        assertThat(run(Main.ERROR, "evaluate", "--qrels", file("qrels"))).isEmpty();
        assertThat(run(Main.ERROR, "evaluate", "--qrels", file("qrels"), "--answers", "x", "--topics", "y"))
                .isEmpty();
        Files.writeString(folder.resolve("qrels"), "1 0 tide 0\n");
        assertThat(run(
                        Main.ERROR,
                        "evaluate",
                        "--qrels",
                        file("qrels"),
                        file("docs.jsonl"),
                        "--topics",
                        file("topics.tsv")))
                .isEmpty();
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    private String evaluate(String... args) {
        String[] all = new String[args.length + 3];
        all[0] = "evaluate";
        all[1] = "--qrels";
        all[2] = file("qrels");
        System.arraycopy(args, 0, all, 3, args.length);
        return run(Main.FOUND, all);
    }

    private static String run(int code, String... args) {
        Ran ran = Ran.of(args);
        assertThat(ran.exit()).as(ran.err()).isEqualTo(code);
        return ran.out();
    }
}
