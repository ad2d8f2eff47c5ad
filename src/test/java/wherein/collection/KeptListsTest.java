package wherein.collection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptListsTest {

    @TempDir
    private Path index;

    @TempDir
    private Path other;

    private static List<String> listed(Path index) throws IOException {
        try (Stream<Path> files = Files.list(index.resolve(KeptLists.FOLDER))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static void age(Path index, String digest, int days) throws IOException {
        Files.setLastModifiedTime(
                index.resolve(KeptLists.FOLDER).resolve(digest),
                FileTime.from(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * days)));
    }

    @Test
    void aListIsFoundByAnotherProcessUnderItsDigestAndInMemoryByThisOneAlone() throws Exception {
        KeptLists.Kept kept = KeptLists.in(index).keep("Chile\nРоссия\n");
        assertThat(kept.lasting()).isTrue();
        assertThat(KeptLists.in(index).get(kept.digest())).contains("Chile\nРоссия\n");
        assertThat(listed(index)).containsExactly(kept.digest());
        KeptLists memory = KeptLists.inMemory();
        assertThat(memory.keep("Chile\nРоссия\n")).isEqualTo(new KeptLists.Kept(kept.digest(), false));
        assertThat(memory.get(kept.digest())).isPresent();
        assertThat(KeptLists.inMemory().get(kept.digest())).isEmpty();
    }

    @Test
    void whatIsNoDigestOrADamagedFileIsNoList() throws Exception {
        String digest = KeptLists.in(index).keep("Chile\n").digest();
        Files.writeString(index.resolve(KeptLists.FOLDER).resolve(digest), "Peru\n");
        for (String each : List.of(digest, "../secret", "", "A".repeat(32))) {
            assertThat(KeptLists.in(index).get(each)).isEmpty();
        }
    }

    @Test
    void ofTooManyTheOldestGoAndNeverTheOneThatJustCame() throws Exception {
        KeptLists lists = KeptLists.in(index);
        for (int i = 0; i < KeptLists.MOST; i++) {
            // All of them later than now, as after a clock that was wrong.
            age(index, lists.keep("list " + i).digest(), 100_000 + i);
        }
        String last = lists.keep("the last").digest();
        assertThat(listed(index)).hasSize(KeptLists.MOST).contains(last);
        assertThat(KeptLists.in(index).get(lists.keep("list 1").digest())).isPresent();
        assertThatThrownBy(() -> lists.keep("x".repeat(KeptLists.MOST_BYTES + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCopyHasAllListsAndTheNewestOfBothAreLeft() throws Exception {
        assertThat(KeptLists.copy(index, other)).isZero();
        assertThat(other).isEmptyDirectory();
        KeptLists here = KeptLists.in(index);
        KeptLists there = KeptLists.in(other);
        String both = here.keep("both").digest();
        age(index, both, 1);
        there.keep("both");
        age(other, both, 900);
        for (int i = 0; i < 150; i++) {
            age(index, here.keep("here " + i).digest(), 2 * i + 10);
            age(other, there.keep("there " + i).digest(), 2 * i + 11);
        }
        Files.writeString(index.resolve(KeptLists.FOLDER).resolve("0".repeat(32)), "damaged");
        assertThat(KeptLists.copy(index, other)).isEqualTo(150);
        assertThat(listed(other)).hasSize(KeptLists.MOST).contains(both);
        KeptLists left = KeptLists.in(other);
        assertThat(left.get(here.keep("here 149").digest())).isPresent();
        assertThat(left.get(there.keep("there 149").digest())).isPresent();
        assertThat(left.get(here.keep("here 50").digest())).isEmpty();
        assertThat(Files.getLastModifiedTime(other.resolve(KeptLists.FOLDER).resolve(both))
                        .toInstant())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * 900));
    }
}
