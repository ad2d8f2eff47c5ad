package wherein.lucene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Landing;
import wherein.index.IndexException;
import wherein.index.Reading;
import wherein.query.QueryLimits;
import wherein.search.Commits;
import wherein.search.PassageSearcher;

/** The files of a commit are looked after for as long as it is open, and no longer. */
class LuceneCommitsTest {

    @TempDir
    private Path index;

    private Commits commits;

    @BeforeEach
    void land() throws Exception {
        Landing.commit(index, "first", 12, 2);
        commits = LuceneIndex.commits(index, Duration.ofSeconds(5), QueryLimits.MOST);
    }

    @Test
    void whatANewerCommitSharesIsLookedAfterAsLongAsTheOlderOneIsOpen() throws Exception {
        PassageSearcher first = commits.open();
        long generation = first.generation();
        try (PassageSearcher again = commits.open()) {
            assertThat(again.generation()).isEqualTo(generation);
            Landing.more(index, "second", 12, 13, 2);
            assertThat(commits.reread(generation, Reading.AT_ONCE)).isTrue();
            damage();
            assertThatThrownBy(() -> commits.reread(generation, Reading.AT_ONCE))
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("the index at " + index + " is damaged");
            first.close();
            assertThatThrownBy(() -> commits.reread(generation, Reading.AT_ONCE))
                    .as("one of two that have it open is closed")
                    .isInstanceOf(IndexException.class);
        }
        assertThat(commits.reread(generation, Reading.AT_ONCE)).isFalse();
    }

    @Test
    void whereTheNewerCommitCannotEvenBeReadAllFilesThatAreThereAreLookedAt() throws Exception {
        try (PassageSearcher first = commits.open()) {
            Landing.more(index, "second", 12, 13, 2);
            Path newest = files().stream()
                    .filter(file -> file.getFileName().toString().startsWith("segments"))
                    .toList()
                    .getLast();
            flip(newest);
            assertThat(commits.reread(first.generation(), Reading.AT_ONCE)).isTrue();
            damage();
            assertThatThrownBy(() -> commits.reread(first.generation(), Reading.AT_ONCE))
                    .isInstanceOf(IndexException.class);
        }
    }

    @Test
    void aFileThatTheNewerCommitDoesNotShareIsNoDamageWhateverItIs() throws Exception {
        try (PassageSearcher first = commits.open()) {
            Set<Path> own = new TreeSet<>(files());
            Landing.commit(index, "second", 12, 2);
            for (Path file : own) {
                if (!Files.exists(file)) {
                    Files.writeString(file, "on its way");
                }
            }
            assertThat(commits.reread(first.generation(), Reading.AT_ONCE)).isFalse();
        }
    }

    /** Flips a bit of a file that both commits have. */
    private void damage() throws Exception {
        flip(files().getFirst());
    }

    private static void flip(Path file) throws Exception {
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(index)) {
            return files.filter(file -> file.getFileName().toString().matches("_.*|segments.*"))
                    .sorted()
                    .toList();
        }
    }
}
