package wherein.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.index.IndexMemoryException;

/** What is said of a fault says what, where and what to do, and names nothing of the inside of the program. */
class MessagesTest {

    @Test
    void memoryThatWasNotEnoughIsToldWithTheFileAndTheVariableThatGivesMore() {
        assertThat(Messages.of(new IndexMemoryException("big\u001b.txt", new OutOfMemoryError())))
                .startsWith("big\\u001b.txt: ")
                .contains(" MB", "WHEREIN_MEMORY=", "--max-document", "The index is as it was");
        assertThat(Messages.of(new IndexMemoryException("", new OutOfMemoryError())))
                .startsWith("the memory that Java may take")
                .doesNotContain("--max-document");
        assertThat(Messages.of(new OutOfMemoryError())).contains("WHEREIN_MEMORY=");
        assertThat(Messages.of(new IOException("merging", new IllegalStateException(new OutOfMemoryError()))))
                .contains("WHEREIN_MEMORY=");
    }

    @Test
    void aFaultOfAFileNamesItAndWhatIsTheMatter() {
        assertThat(Messages.of(new NoSuchFileException("fog.txt"))).isEqualTo("fog.txt: there is no such file");
        assertThat(Messages.of(new NoSuchFileException("fog", null, "there is no such folder")))
                .isEqualTo("fog: there is no such folder");
        assertThat(Messages.of(new AccessDeniedException("fog.txt"))).contains("fog.txt: ", "permissions");
        assertThat(Messages.of(new FileSystemException("a\nb", null, "Is a directory")))
                .isEqualTo("a\\nb: Is a directory");
        assertThat(Messages.of(new InvalidPathException("a\u0000b", "Nul character not allowed")))
                .contains("a\\u0000b");
    }

    @Test
    void noClassIsNamed() {
        for (Throwable fault : List.of(
                new IllegalStateException("state"),
                new NullPointerException(),
                new OutOfMemoryError(),
                new Output.Failure(new IOException("No space left on device")))) {
            assertThat(Messages.of(fault)).doesNotContain("java.", "wherein.", "Exception", "Error");
        }
    }
}
