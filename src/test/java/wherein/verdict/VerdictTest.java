package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wherein.Seeded;
import wherein.mention.Mention;

class VerdictTest {

    private static final String LINE =
            Samples.of(1, "Anna", Word.REASSIGNED, "the state").line();

    @Test
    void aLineSaysWhoSaidWhatOfWhichMention() {
        assertThat(LINE)
                .isEqualTo("{\"time\":\"1970-01-01T00:00:00.000Z\",\"reviewer\":\"Anna\",\"verdict\":\"reassigned\","
                        + "\"to\":{\"id\":\"US\"},\"note\":\"the state\",\"document\":\"fog.txt\",\"type\":\"country\","
                        + "\"surface\":\"Georgia\",\"said\":\"GE\",\"start\":10,\"end\":17,\"before\":\"Ferry 1 left\","
                        + "\"after\":\"at noon.\",\"alike\":1,\"text\":\"00000000000000ff\"}");
    }

    @Test
    void whatIsWrittenIsReadAsItWas() {
        Seeded.times(300, random -> {
            Verdict verdict = random(random);
            assertThat(verdict.line()).doesNotContain("\n", "\r");
            assertThat(Verdict.parse(verdict.line())).isEqualTo(verdict);
        });
    }

    private static Verdict random(Random random) {
        Word word = Seeded.one(random, List.of(Word.values()));
        return new Verdict(
                Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L)),
                "R" + random.nextInt(),
                word,
                word == Word.REASSIGNED ? Map.of("id", "x" + random.nextInt(), "kind", "city") : Map.of(),
                Seeded.text(random, 50),
                new Anchor(
                        "d" + random.nextInt(),
                        Seeded.one(random, List.of(Mention.Type.values())),
                        "s" + Seeded.text(random, 20),
                        Seeded.text(random, 10),
                        random.nextInt(1_000),
                        1_000 + random.nextInt(1_000),
                        Seeded.text(random, 60),
                        Seeded.text(random, 60),
                        random.nextInt(3),
                        random.nextBoolean() ? "" : Digest.written(random.nextLong()),
                        Digest.written(random.nextLong())));
    }

    @Test
    void whatThisProgramDoesNotKnowOfALineIsNoFault() throws Exception {
        assertThat(Verdict.parse(LINE.replace("{\"time\"", "{\"colour\":[1],\"time\"")))
                .isEqualTo(Verdict.parse(LINE));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"reviewer\":\"Anna\" | \"reviewer\":\"\" | \"reviewer\" is not there",
                "\"reviewer\":\"Anna\" | \"reviewer\":7 | \"reviewer\" has to be a string",
                "\"verdict\":\"reassigned\" | \"verdict\":\"maybe\" | expected confirmed, rejected, reassigned or none",
                "\"verdict\":\"reassigned\" | \"verdict\":\"confirmed\" | \"to\" says something of a mention that is not reassigned",
                "\"to\":{\"id\":\"US\"} | \"to\":{} | \"to\" has to say what it is instead",
                "\"to\":{\"id\":\"US\"} | \"to\":{\"colour\":\"US\"} | \"to\" has no \"colour\"",
                "1970-01-01T00:00:00.000Z | yesterday | \"time\" is \"yesterday\"",
                "\"type\":\"country\" | \"type\":\"ship\" | \"type\" is \"ship\"",
                "\"start\":10 | \"start\":-1 | \"start\" has to be a whole number",
                "\"end\":17 | \"end\":10 | \"end\" is not behind \"start\"",
                "\"end\":17 | \"end\":17,\"end\":18 | it is no object of JSON",
                "\"note\":\"the state\", | \"note\":\"the | it is no object of JSON"
            })
    void aFaultOfALineIsTold(String sound, String faulty, String told) {
        assertThat(LINE).contains(sound);
        assertThatThrownBy(() -> Verdict.parse(LINE.replace(sound, faulty)))
                .isInstanceOf(VerdictException.class)
                .hasMessageContaining(told);
    }

    @Test
    void noBeginningOfALineIsALine() {
        for (int i = 0; i < LINE.length(); i++) {
            String cut = LINE.substring(0, i);
            assertThatThrownBy(() -> Verdict.parse(cut)).isInstanceOf(VerdictException.class);
        }
    }
}
