package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class LineSetTest {

    @Test
    void aLineIsNewOnceHoweverManyThereAre() {
        Seeded.times(5, random -> {
            LineSet lines = new LineSet();
            Set<String> known = new HashSet<>();
            for (int i = 0; i < 20_000; i++) {
                String line = "line " + random.nextInt(9_000);
                assertThat(lines.add(line.getBytes(StandardCharsets.UTF_8))).isEqualTo(known.add(line));
            }
            assertThat(lines.size()).isEqualTo(known.size());
        });
    }
}
