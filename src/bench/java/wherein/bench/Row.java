package wherein.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** One engine asked in one way: a row of the table. It keeps what each run has shown. */
final class Row {

    private final String name;
    private final Way way;
    private final List<Asked> queries;
    private final List<Way.Run> runs = new ArrayList<>();

    Row(String name, Way way, List<Asked> queries) {
        this.name = name;
        this.way = way;
        this.queries = queries;
    }

    String name() {
        return name;
    }

    void warm() throws IOException, InterruptedException {
        way.warm();
    }

    void run() throws IOException, InterruptedException {
        runs.add(way.run());
    }

    /** Milliseconds that half the answers take, of each run. */
    Sample p50() {
        return of(run -> Sample.milliseconds(run.times()).median());
    }

    /** Milliseconds that 99 of 100 answers take at most, of each run. */
    Sample p99() {
        return of(run -> Sample.milliseconds(run.times()).at(0.99));
    }

    /** Milliseconds of processors that an answer takes, of each run. */
    Sample cpu() {
        return of(Way.Run::cpu);
    }

    /** Answers a second to several clients, of each run; no numbers where there is one alone. */
    Sample rate() {
        return of(Way.Run::rate);
    }

    private Sample of(ToDoubleFunction<Way.Run> figure) {
        return new Sample(runs.stream().mapToDouble(figure).toArray());
    }

    /** What {@code figure} is of that of {@code other} in the same run, where all else was alike, of each run. */
    private Sample of(Row other, ToDoubleFunction<Way.Run> figure) {
        double[] ratios = new double[runs.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = figure.applyAsDouble(runs.get(i)) / figure.applyAsDouble(other.runs.get(i));
        }
        return new Sample(ratios);
    }

    /** The median of the runs' medians in milliseconds, by kind of query. */
    Map<String, Double> kinds() {
        Map<String, Double> kinds = new LinkedHashMap<>();
        queries.stream().map(Asked::kind).distinct().forEach(kind -> kinds.put(
                kind,
                of(run -> Sample.milliseconds(times(run, kind)).median()).median()));
        return kinds;
    }

    private long[] times(Way.Run run, String kind) {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < run.times().length; i++) {
            if (queries.get(i % queries.size()).kind().equals(kind)) {
                times.add(run.times()[i]);
            }
        }
        return times.stream().mapToLong(each -> each).toArray();
    }

    /** Tells all figures, and what the most important are of those of {@code base}. */
    void tell(ObjectNode row, Row base) {
        row.put("name", name);
        tell(row.putObject("p50_ms"), p50());
        tell(row.putObject("p99_ms"), p99());
        tell(row.putObject("cpu_ms"), cpu());
        if (!Double.isNaN(rate().median())) {
            tell(row.putObject("requests_per_second"), rate());
            tell(row.putObject("requests_per_second_of_b"), of(base, Way.Run::rate));
        }
        tell(row.putObject("p50_of_b"), of(base, run -> Sample.milliseconds(run.times()).median()));
        tell(row.putObject("p99_of_b"), of(base, run -> Sample.milliseconds(run.times()).at(0.99)));
        tell(row.putObject("cpu_of_b"), of(base, Way.Run::cpu));
        ObjectNode kinds = row.putObject("p50_ms_by_kind");
        kinds().forEach(kinds::put);
    }

    private static void tell(ObjectNode to, Sample sample) {
        to.put("median", sample.median()).put("least", sample.least()).put("most", sample.most());
    }
}
