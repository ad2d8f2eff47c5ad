package wherein.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The measures, on cases small enough to be worked out by hand. */
class MeasuresTest {

    private static final List<String> QRELS = List.of(
            "q1 0 a 2",
            "q1 0 b 0",
            "q1 0 c 1",
            "q1 0 d 1",
            "q1 0 e -1",
            "q2 0 a 1",
            "q3 0 a 0",
            "q4 0 a 1",
            "q4 0 b 1");

    /** In the run's own order a, b, c, and with the ranks wrong on purpose: the score decides. */
    private static final List<String> RUN = List.of(
            "q1 Q0 c 1 1.0 x",
            "q1 Q0 b 2 2.0 x",
            "q1 Q0 a 3 3.0 x",
            "q1 Q0 e 4 0.5 x",
            "q3 Q0 a 1 9 x",
            "q4 Q0 a 1 5 x",
            "q4 Q0 b 2 5 x",
            "q4 Q0 z 3 5 x",
            "q5 Q0 a 1 1 x");

    @Test
    void theMeasuresAreThoseWorkedOutByHand() throws Exception {
        Map<String, Measures> each = Measures.each(Run.read(RUN), Judgements.read(QRELS));
        // q3 has nothing relevant and q5 no judgement: neither counts. q2 was not asked: it counts as 0.
        assertThat(each).containsOnlyKeys("q1", "q2", "q4");

        // q1: a (2), b (0), c (1), e (-1, which is no gain). DCG = 2/log2(2) + 1/log2(4) = 2.5;
        // the best order is 2, 1, 1: 2 + 1/log2(3) + 1/log2(4) = 3.1309298. Relevant at ranks 1 and 3, one not found.
        close(each.get("q1"), 2.5 / 3.1309298, (1 + 2 / 3.0) / 3, 2 / 3.0);

        close(each.get("q2"), 0, 0, 0);

        // q4: three equal scores stand in the order z, b, a. DCG = 1/log2(3) + 1/log2(4) = 1.1309298, ideal 1.6309298.
        close(each.get("q4"), 1.1309298 / 1.6309298, (1 / 2.0 + 2 / 3.0) / 2, 1);

        close(
                Measures.mean(each),
                (2.5 / 3.1309298 + 1.1309298 / 1.6309298) / 3,
                (5 / 9.0 + 7 / 12.0) / 3,
                (2 / 3.0 + 1) / 3);
    }

    private static void close(Measures measures, double ndcg, double map, double recall) {
        assertThat(measures.ndcg()).isCloseTo(ndcg, within(1e-7));
        assertThat(measures.map()).isCloseTo(map, within(1e-7));
        assertThat(measures.recall()).isCloseTo(recall, within(1e-7));
    }

    @Test
    void onlyTenCountForGainAndAHundredForRecall() throws Exception {
        List<String> run = new ArrayList<>();
        for (int rank = 1; rank <= 101; rank++) {
            String document = rank == 11 ? "late" : rank == 101 ? "last" : "d" + rank;
            run.add("q Q0 " + document + " " + rank + " " + (1000 - rank) + " x");
        }
        Judgements judgements = Judgements.read(List.of("q 0 late 1", "q 0 last 1"));
        Measures measures = Measures.each(Run.read(run), judgements).get("q");
        assertThat(measures).isEqualTo(new Measures(0, (1 / 11.0 + 2 / 101.0) / 2, 0.5));
    }

    @Test
    void aRunIsReadAsItWasWritten() throws Exception {
        Run run = new Run();
        assertThat(run.add("7", new Run.Scored("b", 2.5f))).isTrue();
        assertThat(run.add("7", new Run.Scored("a", 1.25f))).isTrue();
        assertThat(run.add("7", new Run.Scored("b", 9))).isFalse();
        assertThat(run.lines("mine")).containsExactly("7 Q0 b 1 2.5 mine", "7 Q0 a 2 1.25 mine");
        assertThat(Run.read(run.lines("mine")).ranked("7")).containsExactly("b", "a");
    }

    @Test
    void topicsAreReadFromLinesAndFromTags() throws Exception {
        assertThat(Topics.read("1\tfog at sea\n\n2\tlamps & ropes\n", "title").queries())
                .containsExactly(Map.entry("1", "fog at sea"), Map.entry("2", "lamps & ropes"));
        String old = "<top>\n<num> Number: 301\n<title> Topic: fog\n  at sea\n<desc> Description:\nWhat of fog?\n"
                + "<narr> Narrative:\nAny.\n</top>\n<top>\n<num> Number: 302\n<title> ropes &amp; lamps\n</top>\n";
        assertThat(Topics.read(old, "title").queries())
                .containsExactly(Map.entry("301", "fog at sea"), Map.entry("302", "ropes & lamps"));
        assertThat(Topics.read("<top><num>1</num><desc>What of fog?</desc></top>", "desc")
                        .queries())
                .containsExactly(Map.entry("1", "What of fog?"));
    }

    @Test
    void aFaultyLineIsNamed() {
        assertThatThrownBy(() -> Judgements.read(List.of("q 0 a 1", "q 0 a")))
                .isInstanceOf(FormatException.class)
                .hasMessage("line 2: expected four columns: query, 0, document, a whole number");
        assertThatThrownBy(() -> Judgements.read(List.of("q 0 a 1", "q 0 a 1")))
                .hasMessage("line 2: query q has document a twice");
        assertThatThrownBy(() -> Run.read(List.of("q Q0 a 1 high x")))
                .hasMessage("line 1: the score is \"high\", expected a number");
        assertThatThrownBy(() -> Run.read(List.of("q Q0 a 1 2")))
                .hasMessage("line 1: expected six columns: query, Q0, document, rank, score, name");
        assertThatThrownBy(() -> Topics.read("1 fog", "title"))
                .hasMessage("line 1: expected the id of a query, a tab and its text");
        assertThatThrownBy(() -> Topics.read("<top><num>1</num></top>", "title"))
                .hasMessage("line 1: expected a topic with <num> and <title>");
    }
}
