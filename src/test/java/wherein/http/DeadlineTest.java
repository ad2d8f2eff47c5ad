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
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Build;
import wherein.api.Engine;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.query.Query;
import wherein.recognise.Recognisers;
import wherein.search.DeadlineException;
import wherein.search.MatchRequest;
import wherein.search.MatchRow;
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
    void aStreamOfMatchesHasTheTimeOfAQueryForEachPassageAndAPageHasItOnce() throws Exception {
        Landing.commit(folder, "Fog", 15, 1);
        Query fog = new Query.Word(Query.TEXT, "fog");
        try (PassageSearcher searcher = LuceneIndex.open(folder, Duration.ofSeconds(2))) {
            AtomicInteger read = new AtomicInteger();
            Predicate<MatchRow> slow = row -> {
                try {
                    Thread.sleep(150);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return read.incrementAndGet() > 0;
            };
            searcher.matches(new MatchRequest(fog, List.of(), true), 0, slow);
            int all =
                    searcher.matchTally(new MatchRequest(fog, List.of(), true)).mentions();
            assertThat(read.get()).isEqualTo(all).isGreaterThanOrEqualTo(15);
            assertThatThrownBy(() -> searcher.matches(new MatchRequest(fog, List.of(), false), 0, slow))
                    .isInstanceOf(DeadlineException.class);
        }
    }
}
