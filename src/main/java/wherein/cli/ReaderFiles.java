package wherein.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import wherein.collection.KeptLists;
import wherein.verdict.VerdictException;
import wherein.verdict.Verdicts;

/**
 * What readers have made, which lies beside an index and outlasts it: what they say of mentions, and the lists of names that they sent.
 * It grows by whole lines and whole files alone, so that two of them can always become one.
 */
final class ReaderFiles {

    private ReaderFiles() {}

    /**
     * Adds to what lies beside the index in {@code to} all that lies beside that in {@code from} and is not there yet; what is there
     * stays, so that the later word of a reviewer counts, wherever it was. Where nobody has made anything, nothing is written. Takes some
     * 30 bytes of memory a verdict beside those that are read.
     *
     * @param done what has been done before, for a message that this could not be
     * @return what came, in words; empty if nothing did
     * @throws UserException if it could not be written; what was there is there still
     */
    static String copy(Path from, Path to, Terminal terminal, String done) throws IOException, UserException {
        try {
            Verdicts there = Verdicts.of(from);
            VerdictsCommand.tell(terminal, there, there.torn(), false);
            int verdicts = there.lines() == 0 ? 0 : Verdicts.of(to).take(there.path());
            int lists = KeptLists.copy(from, to);
            return verdicts + lists == 0
                    ? ""
                    : String.format(Locale.ROOT, ", with %,d verdicts and %,d lists of names", verdicts, lists);
        } catch (VerdictException | IOException e) {
            throw new UserException(
                    done + "; but not all that readers have said of it: " + e.getMessage()
                            + ". Mend that, and do it again",
                    e);
        }
    }
}
