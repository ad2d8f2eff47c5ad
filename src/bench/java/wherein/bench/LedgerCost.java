package wherein.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** Measures what the rows of Wherein's ledger cost: medians of as many times as there are runs. */
final class LedgerCost {

    /** Rows of an export that is timed. */
    private static final int MOST_ROWS = 1_000_000;

    private static final String NARROW = "fields=document,type,id,start,end,surface";

    private final String api;
    private final HttpClient client;
    private final Load load;
    private final int times;

    LedgerCost(ServerProcess server, HttpClient client, int times) {
        this.api = server.address() + "/api/v1";
        this.client = client;
        this.load = new Load(client);
        this.times = times;
    }

    private interface Timed {
        void run() throws IOException, InterruptedException;
    }

    void tell(ObjectNode to) throws IOException, InterruptedException {
        long rows = Texts.JSON
                .readTree(load.body(uri("/mentions?limit=0")))
                .at("/total/mentions")
                .longValue();
        to.put("mentions", rows);
        to.put("first_row_ms", milliseconds(() -> readFirst("/mentions.ndjson")));
        to.put("count_id_ms", milliseconds("/mentions?limit=0&id=" + most("country")));
        to.put("count_unit_ms", milliseconds("/mentions?limit=0&mention.unit=" + most("unit")));
        to.put("count_type_ms", milliseconds("/mentions?limit=0&type=figure"));
        to.put("count_filtered_ms", milliseconds("/mentions?limit=0&type=country&date.from=2020&block=prose"));
        to.put("summary_type_source_ms", milliseconds("/mentions/summary?by=type,source&limit=100"));
        to.put("summary_id_year_ms", milliseconds("/mentions/summary?by=id,year&type=country&limit=100"));
        to.put("ndjson_rows_per_second", rate("/mentions.ndjson?limit=" + MOST_ROWS, rows));
        to.put("csv_rows_per_second", rate("/mentions.csv?limit=" + MOST_ROWS, rows));
        to.put("narrow_rows_per_second", rate("/mentions.ndjson?" + NARROW + "&limit=" + MOST_ROWS, rows));
    }

    private URI uri(String path) {
        return URI.create(api + path);
    }

    /** The id of what is mentioned most often, of this type; one of no meaning where nothing is. */
    private String most(String type) throws IOException, InterruptedException {
        String id = Texts.JSON
                .readTree(load.body(uri("/entities/" + type + "?limit=1")))
                .at("/entities/0/id")
                .asText("");
        return id.isEmpty() ? (type.equals("unit") ? "percent" : "FR") : id;
    }

    private double milliseconds(String path) throws IOException, InterruptedException {
        return milliseconds(() -> load.body(uri(path)));
    }

    private double milliseconds(Timed timed) throws IOException, InterruptedException {
        double[] all = new double[times];
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            timed.run();
            all[i] = (System.nanoTime() - begin) / 1e6;
        }
        return new Sample(all).median();
    }

    private void readFirst(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream rows = answer.body()) {
            if (answer.statusCode() != 200 || rows.read() < 0) {
                throw new IOException(path + " answered " + answer.statusCode() + " and no row");
            }
        }
    }

    private double rate(String path, long rows) throws IOException, InterruptedException {
        double seconds = milliseconds(() -> readAll(path)) / 1e3;
        return Math.min(MOST_ROWS, rows) / seconds;
    }

    private void readAll(String path) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer =
                client.send(HttpRequest.newBuilder(uri(path)).build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream rows = answer.body()) {
            rows.transferTo(java.io.OutputStream.nullOutputStream());
        }
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
    }
}
