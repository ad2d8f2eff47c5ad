package wherein.lucene;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import wherein.api.Answer;
import wherein.api.Build;
import wherein.api.Endpoint;
import wherein.api.Endpoints;
import wherein.api.Engine;
import wherein.api.Request;
import wherein.contract.PlantedLedger;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Query;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.LedgerRequest;
import wherein.search.PassageSearcher;
import wherein.search.Suggestion;

/**
 * Measures what a ledger of a million mentions costs: milliseconds of all threads of its counts, groups, names, suggestions and
 * sorted figures, the first time and the best of five.
 */
final class LedgerBenchmark {

    private static final int DOCUMENTS = 20_000;

    private static final OperatingSystemMXBean CLOCK = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private LedgerBenchmark() {}

    /** Takes a folder, in which the index is made if there is none. */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        if (!Files.exists(folder)) {
            PlantedLedger.write(LuceneIndex.writer(folder), DOCUMENTS);
        }
        try (PassageSearcher searcher = LuceneIndex.open(folder, Duration.ofHours(1))) {
            LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL);
            LedgerRequest fog = new LedgerRequest(new Query.Word(Query.TEXT, "fog"), List.of(), MentionSelector.ALL);
            measure("tally", () -> searcher.tally(all));
            measure("tally of a word", () -> searcher.tally(fog));
            for (String by : List.of("type", "id", "source", "surface", "document,surface", "source,id")) {
                measure("groups by " + by, () -> searcher.summary(all, List.of(by.split(","))));
            }
            LedgerNames names = new LedgerNames(searcher);
            once("first name", () -> names.ids(Named.PERSON, "Bar"));
            measure(
                    "groups by id, persons joined",
                    () -> searcher.summary(all, List.of("id"), name -> names.id(Named.PERSON, name)));
            Set<Suggestion.Type> types = EnumSet.allOf(Suggestion.Type.class);
            once("first suggest", () -> searcher.suggest("bar", types, 10, names));
            measure("suggest one letter", () -> searcher.suggest("b", types, 10, names));
            measure("suggest three letters", () -> searcher.suggest("bar", types, 10, names));
            measure("suggest a wrong letter", () -> searcher.suggest("barxer", types, 10, names));
            Engine engine = new Engine(searcher, names, Recognisers.standard(), new Build("test", "none"));
            Endpoint figures = Endpoints.of("/figures/table");
            Map<String, List<String>> highest =
                    Map.of("unit", List.of("people"), "sort", List.of("value"), "limit", List.of("20"));
            measure("figures by value, first page", () -> {
                Answer answer =
                        figures.answer(engine.within(Deadline.after(LuceneIndex.LIMIT)), Request.of(figures, highest));
                return ((Answer.Rows) answer).table().page();
            });
        }
    }

    private interface Work {
        Object done() throws Exception;
    }

    private static void once(String what, Work work) throws Exception {
        System.out.printf(Locale.ROOT, "%-32s %8.1f ms%n", what, millis(work));
    }

    private static void measure(String what, Work work) throws Exception {
        double first = millis(work);
        double best = first;
        for (int i = 0; i < 5; i++) {
            best = Math.min(best, millis(work));
        }
        System.out.printf(Locale.ROOT, "%-32s %8.1f ms, best %8.1f ms%n", what, first, best);
    }

    private static double millis(Work work) throws Exception {
        // Not those of a clock: other programs may have the machine.
        long begin = CLOCK.getProcessCpuTime();
        work.done();
        return (CLOCK.getProcessCpuTime() - begin) / 1e6;
    }
}
