package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import wherein.json.MentionJson;
import wherein.json.Offsets;
import wherein.mention.Annotator;
import wherein.time.EdtfDate;

/**
 * How well the recognisers do, as a sheet: a change in quality is a line in a diff.
 *
 * <p>The digests are this project's own, with hits counted and faults by name. Of the sets in the shared folder the
 * sheet has figures only; every fault of every set goes to {@code target/quality}. Where that folder is absent the
 * digests alone are compared, and the rest of the sheet stays.
 */
class QualityTest {

    private static final Path FAULTS = Path.of("target/quality");
    private static final Path UNSEEN = Path.of("src/test/resources/wherein/recognise/person/unseen.txt");

    /** A part of these trained the models of names: only the rest says how well those do. */
    private static final Set<String> TRAINED_ON = Set.of("wikigold-en", "factrueval-ru");

    private static final Annotator ANNOTATOR = Recognisers.standard();
    private static final MentionJson ROWS = new MentionJson(Offsets.CODE_POINTS, Recognisers::label, (type, id) -> id);

    @Test
    void theDigestsAreAsTheSheetSays() throws Exception {
        Gold gold = Gold.digests();
        List<String> lines = new ArrayList<>();
        lines.add("By value: everything that the type has, at exactly the same place.");
        lines.add(Sheet.heading());
        List<String> faults = new ArrayList<>();
        score(gold, false).forEach((type, scores) -> {
            lines.addAll(lines("digests", type, scores, Sameness.JOINT));
            faults.addAll(scores.faults());
        });
        lines.add(gold.items().size()
                - faults.stream().filter(fault -> fault.startsWith("miss")).count() + " hits of "
                + gold.items().size() + "; by name what is missed and what is false:");
        lines.addAll(faults.stream().sorted().toList());
        Sheet.compare("digests", lines);
    }

    @Test
    void theOriginalsAreAsTheSheetSaysAndAboveWhatIsAskedOfThem() throws Exception {
        Gold gold = Gold.originals();
        List<String> lines = new ArrayList<>();
        lines.add("By value: everything that the type has, at exactly the same place.");
        lines.add(Sheet.heading());
        Map<String, Scores> scores = score(gold, false);
        scores.forEach((type, each) -> lines.addAll(lines("originals", type, each, Sameness.JOINT)));
        Map<String, Double> asked = Map.of("country", .97, "figure", .95, "person", .95, "date", .97);
        assertThat(asked)
                .as("F1 by exact span and value")
                .allSatisfy((type, least) ->
                        assertThat(scores.get(type).value().f1()).as(type).isGreaterThanOrEqualTo(least));
        Sheet.compare("originals", lines);
    }

    @Test
    void theDevelopmentSetsAreAsTheSheetSays() throws Exception {
        List<String> lines = new ArrayList<>();
        lines.add(
                "By value: as each set has it. Of the sets that trained the models of names the unseen part is scored.");
        lines.add(Sheet.heading());
        for (String name : Gold.SETS) {
            Gold gold = Gold.set(name);
            score(gold, true).forEach((type, scores) -> {
                boolean part = type.equals("person") && TRAINED_ON.contains(name);
                String label = part ? type + " (the part unseen in training)" : type;
                lines.addAll(lines(name, label, scores, gold.judged().get(type)));
                Aims.of(name, type).ifPresent(aims -> lines.add("  " + aims.verdict(scores)));
            });
        }
        Sheet.compare("development sets", lines);
    }

    static Stream<String> sets() {
        return Stream.concat(Gold.SETS.stream(), Stream.of("ir-cranfield", "ir-med"));
    }

    @ParameterizedTest
    @MethodSource("sets")
    void everyRowStandsWhereItSays(String name) throws Exception {
        for (Text text : Gold.texts(name).values()) {
            Map<String, Integer> ends = new HashMap<>();
            int last = 0;
            for (ObjectNode row : annotate(text)) {
                int start = row.get("start").intValue();
                int end = row.get("end").intValue();
                assertThat(start)
                        .as("start of %s", row)
                        .isGreaterThanOrEqualTo(last)
                        .isLessThan(end);
                assertThat(end)
                        .as("end of %s", row)
                        .isLessThanOrEqualTo(text.points().length());
                assertThat(text.cut(start, end)).isEqualTo(row.get("surface").textValue());
                int before = ends.merge(row.get("type").textValue(), 0, Integer::sum);
                assertThat(start).as("start of %s after one of its type", row).isGreaterThanOrEqualTo(before);
                ends.put(row.get("type").textValue(), end);
                last = start;
            }
        }
    }

    private static List<ObjectNode> annotate(Text text) {
        EdtfDate date = EdtfDate.parse(text.date());
        return ANNOTATOR.annotate(text.text(), text.language(), date).stream()
                .map(mention -> ROWS.annotation(text.id(), mention, text.text(), text.points()))
                .toList();
    }

    /** The scores by type; every fault goes to a file as well. */
    private static Map<String, Scores> score(Gold gold, boolean unseenOnly) throws IOException {
        List<Item> found = new ArrayList<>();
        for (Text text : gold.texts().values()) {
            annotate(text).forEach(row -> found.add(Item.of(text.id(), row, text)));
        }
        Set<String> unseen = Set.copyOf(Files.readAllLines(UNSEEN));
        Map<String, Scores> scores = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (String type : gold.judged().keySet()) {
            boolean part = unseenOnly && type.equals("person") && TRAINED_ON.contains(gold.name());
            Predicate<String> documents = part ? unseen::contains : doc -> true;
            scores.put(type, Scores.of(gold, type, found, documents));
            faults.addAll(scores.get(type).faults());
        }
        Files.createDirectories(FAULTS);
        Files.write(FAULTS.resolve(gold.name() + ".txt"), faults);
        return scores;
    }

    private static List<String> lines(String set, String label, Scores scores, Sameness sameness) {
        List<String> lines = new ArrayList<>();
        lines.add(Sheet.line(set + " " + label, scores, sameness));
        for (String kind : scores.kinds()) {
            lines.add(Sheet.line("  " + kind, scores.ofKind(kind), sameness));
        }
        return lines;
    }
}
