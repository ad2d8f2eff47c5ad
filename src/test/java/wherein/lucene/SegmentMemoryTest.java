package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.collection.Collection;
import wherein.coverage.CandidateTally;
import wherein.coverage.Coverage;
import wherein.coverage.Outcome;
import wherein.index.Indexer;
import wherein.index.PassageSink;
import wherein.index.Previous;
import wherein.index.Progress;
import wherein.mention.Mention;
import wherein.query.MentionSelector;
import wherein.query.Named;
import wherein.query.Query;
import wherein.query.QueryLimits;
import wherein.recognise.LedgerNames;
import wherein.recognise.Recognisers;
import wherein.search.Commits;
import wherein.search.Deadline;
import wherein.search.LedgerRequest;
import wherein.search.Part;
import wherein.search.PassageSearcher;
import wherein.search.Suggestion;

class SegmentMemoryTest {

    private static final Deadline LONG = Deadline.after(Duration.ofMinutes(5));

    @TempDir
    private Path folder;

    private void index(List<String> texts) throws Exception {
        StringBuilder records = new StringBuilder();
        for (int i = 0; i < texts.size(); i++) {
            records.append("{\"id\": \"%03d\", \"text\": \"%s\"}\n".formatted(i, texts.get(i)));
        }
        Path file = Files.writeString(folder.resolve("all.jsonl"), records);
        Path index = folder.resolve("index");
        try (Previous previous = LuceneIndex.previous(index);
                PassageSink sink = LuceneIndex.update(index, previous)) {
            new Indexer(
                            List.of(Collection.open(file, Optional.empty())),
                            Recognisers::standard,
                            Map.of(),
                            new Indexer.Settings(true, 1 << 20, 1),
                            Progress.SILENT)
                    .run(sink, previous);
        }
    }

    /** What nobody can explain, which the tally counts. */
    private static List<String> unexplained(PassageSearcher searcher) throws IOException {
        Coverage coverage = new Coverage(searcher, Recognisers.standard());
        CandidateTally tally = coverage.tally(searcher, LONG, List.of());
        Optional<Outcome> outcome = Optional.of(Outcome.UNEXPLAINED);
        List<String> found = new ArrayList<>();
        coverage.candidates(
                searcher,
                LONG,
                List.of(),
                tally,
                outcome,
                0,
                (stored, points, candidate, verdict) ->
                        found.add(candidate.span().in(stored.document().text())));
        assertThat(found).hasSize(tally.count(outcome));
        return found;
    }

    private static List<String> named(PassageSearcher searcher, String prefix) throws IOException {
        LedgerNames names = new LedgerNames(searcher);
        return searcher.suggest(prefix, EnumSet.of(Suggestion.Type.COUNTRY, Suggestion.Type.PERSON), 5, names).stream()
                .map(each -> each.text() + " " + each.count())
                .toList();
    }

    /** What the dictionary counts is what the rows are. */
    private static void counts(PassageSearcher searcher) throws IOException {
        for (Named named : Named.values()) {
            LedgerRequest rows = new LedgerRequest(
                    new Query.All(), List.of(), MentionSelector.ALL.withTypes(EnumSet.of(named.type())));
            Map<String, Integer> listed = new HashMap<>();
            searcher.mentions(rows, 0, row -> {
                String name = switch (row.mention()) {
                    case Mention.Country country -> country.id();
                    case Mention.Person person -> person.name();
                    case Mention.Figure figure -> figure.unit();
                    case Mention.Date date -> "";
                };
                listed.merge(name, 1, Integer::sum);
                return true;
            });
            assertThat(searcher.named(named)).isNotEmpty().isEqualTo(listed);
        }
    }

    @Test
    void whatIsKeptOfASegmentForgetsWhatIsDeletedFromItAndKnowsItForWhoStillHasIt() throws Exception {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            texts.add("The fog lay there, and he saw, as we two did, the water for " + i + " days.");
        }
        texts.set(10, "He saw seaweed, and the Danes saw him.");
        texts.set(20, "Seaweed lay on the shore. We met Mr. Ada Keel in Denmark.");
        index(texts);
        Commits commits = LuceneIndex.commits(folder.resolve("index"), Duration.ofMinutes(1), QueryLimits.MOST);
        try (PassageSearcher first = commits.open()) {
            assertThat(unexplained(first)).doesNotContain("Seaweed");
            assertThat(named(first, "danes")).containsExactly("Denmark 2");
            counts(first);
            List<Part> parts = first.parts();
            texts.set(10, "The fog lay there, and we two saw him.");
            index(texts);
            try (PassageSearcher second = commits.openAfter(first)) {
                assertThat(second.deletedPassages()).isEqualTo(1);
                assertThat(second.parts()).hasSizeGreaterThan(parts.size());
                assertThat(unexplained(second)).contains("Seaweed");
                assertThat(named(second, "danes")).isEmpty();
                assertThat(named(second, "denma")).containsExactly("Denmark 1");
                assertThat(second.named(Named.COUNTRY)).containsExactly(Map.entry("DK", 1));
                counts(second);
                // The older generation goes on beside the newer one.
                assertThat(unexplained(first)).doesNotContain("Seaweed");
                assertThat(unexplained(second)).contains("Seaweed");
            }
        }
    }
}
