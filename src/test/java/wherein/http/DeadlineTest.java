package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.query.MentionSelector;
import wherein.query.Names;
import wherein.query.Query;
import wherein.recognise.Recognisers;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.LedgerRequest;
import wherein.search.MatchRequest;
import wherein.search.PassageSearcher;

class DeadlineTest {

    @TempDir
    private Path folder;

    @Test
    void aQueryOutOfTimeIsToldSoAndNothingOfItIsGivenOut() throws Exception {
        Landing.commit(folder, "Fog", 500, 1);
        try (PassageSearcher searcher = LuceneIndex.open(folder, Duration.ofNanos(1));
                Server server = new Server(
                        new Engine(searcher, Names.NONE, Recognisers.standard(), new Build("test", "none")), 0)) {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(server.address() + "/api/v1/search?q=fog"))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"/problems/out-of-time\"").doesNotContain("\"hits\"");
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
        }
    }

    @Test
    void whoTakesAStreamOfRowsGivesItTimeWithEachRowAndAPageHasItOnce() throws Exception {
        Landing.commit(folder, "Fog", 15, 1);
        MatchRequest fog = new MatchRequest(new Query.Word(Query.TEXT, "fog"), List.of());
        LedgerRequest all = new LedgerRequest(new Query.All(), List.of(), MentionSelector.ALL);
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            // The time ends with each row that is taken, and only a renewal lets the next one come.
            Deadline stream = Deadline.after(Duration.ofSeconds(30));
            AtomicInteger taken = new AtomicInteger();
            searcher.within(stream).matches(fog, 0, row -> renewed(stream, taken));
            searcher.within(stream).mentions(all, 0, row -> renewed(stream, taken));
            assertThat(taken).hasValue(30);
            Deadline page = Deadline.after(Duration.ofMillis(1));
            while (!page.isOver()) {
                Thread.onSpinWait();
            }
            assertThatThrownBy(() -> searcher.within(page).matches(fog, 0, row -> true))
                    .isInstanceOf(DeadlineException.class);
            assertThatThrownBy(() -> searcher.within(page).mentions(all, 0, row -> true))
                    .isInstanceOf(DeadlineException.class);
        }
    }

    private static boolean renewed(Deadline stream, AtomicInteger taken) {
        stream.renew();
        return taken.incrementAndGet() > 0;
    }
}
