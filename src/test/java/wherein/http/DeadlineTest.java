package wherein.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.lucene.LuceneIndex;
import wherein.query.Names;
import wherein.recognise.Recognisers;
import wherein.search.Landing;
import wherein.search.PassageSearcher;

class DeadlineTest {

    @TempDir
    private Path folder;

    @Test
    void aQueryOutOfTimeIsToldSoAndNothingOfItIsGivenOut() throws Exception {
        Landing.commit(folder, "Fog", 500, 1);
        try (PassageSearcher searcher = LuceneIndex.open(folder, Duration.ofNanos(1));
                Server server = new Server(new Engine(searcher, Names.NONE, Recognisers.standard()), "test", 0)) {
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
}
