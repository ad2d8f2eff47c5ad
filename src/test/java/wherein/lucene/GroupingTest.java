package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.Seeded;
import wherein.api.Landing;
import wherein.search.Deadline;
import wherein.search.RowMarks;
import wherein.search.TooManyGroupsException;

class GroupingTest {

    @TempDir
    private Path folder;

    @Test
    void oneGroupTooManyEndsTheRequestWithItsLimitAndNotWithTheMemory() throws Exception {
        Landing.commit(folder, "Fog", 6, 1);
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            assertThat(counted(reader, 6)).isEqualTo(6);
            assertThatThrownBy(() -> counted(reader, 5))
                    .isInstanceOf(TooManyGroupsException.class)
                    .hasMessageContaining("more than 5 groups")
                    .hasMessageContaining("narrow the query");
        }
    }

    /** How many groups the documents make, each of which has a mention. */
    private static int counted(DirectoryReader reader, int most) throws Exception {
        Deadline deadline = Deadline.after(Duration.ofHours(1));
        Grouping grouping =
                new Grouping(List.of("type", "document"), UnaryOperator.identity(), RowMarks.NOTHING, deadline, most);
        var leaf = reader.leaves().getFirst();
        grouping.open(leaf.reader());
        var passages = LuceneLedger.PASSAGES.getBitSet(leaf);
        MentionRows rows = new MentionRows(leaf.reader());
        int document = 0;
        for (int passage = passages.nextSetBit(0); document < 6; passage = passages.nextSetBit(passage + 1)) {
            rows.moveTo(passage);
            rows.next();
            grouping.add(rows, passage, passage, document++);
            if (passage + 1 == passages.length()) {
                break;
            }
        }
        return grouping.groups().size();
    }

    @Test
    void longsAreNumberedInTheOrderInWhichTheyFirstCome() {
        Seeded.times(50, random -> {
            LongNumbers numbers = new LongNumbers();
            Map<Long, Integer> expected = new HashMap<>();
            for (int i = 0; i < 2_000; i++) {
                long key = random.nextInt(3) == 0
                        ? random.nextLong()
                        : (long) random.nextInt(20) << 32 | random.nextInt(20);
                expected.putIfAbsent(key, expected.size());
                assertThat(numbers.of(key)).isEqualTo(expected.get(key));
            }
            assertThat(numbers.size()).isEqualTo(expected.size());
            expected.forEach((key, number) -> assertThat(numbers.get(number)).isEqualTo(key));
        });
    }

    @Test
    void aValueOfAnyLengthIsKeptOrItsBeginningInWholeCharacters() {
        GroupValues values = new GroupValues();
        for (int length : new int[] {0, 1, 10_000, 15_999, 16_000, 16_001, 40_000}) {
            String value = "x".repeat(length % 2) + "ж".repeat(length);
            String kept = values.get(values.of(new BytesRef(value)));
            assertThat(value).startsWith(kept);
            assertThat(kept).hasSize(Math.min(value.length(), length > 16_000 ? kept.length() : value.length()));
            assertThat(kept.length()).isGreaterThanOrEqualTo(Math.min(value.length(), 15_999));
        }
    }

    @Test
    void fourRequestsHoldTheirGroupsInHalfOfTheMemory() {
        assertThat(Grouping.most(2L << 30)).isEqualTo(1_000_000);
        assertThat(Grouping.most(1L << 30)).isEqualTo(1_000_000);
        assertThat(Grouping.most(512L << 20)).isBetween(500_000, 700_000);
    }
}
