package wherein.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import wherein.index.Backup;
import wherein.index.IndexException;
import wherein.index.Previous;
import wherein.lucene.LuceneIndex;
import wherein.query.Query;
import wherein.search.PassageSearcher;

/** Names the backups of an index that still hold what the index does not any more. */
final class Remains {

    private Remains() {}

    /** Tells of each backup of {@code index} in one line; reads each of them that holds other documents. */
    static void tell(Terminal terminal, Path index) throws IOException {
        try (Previous now = LuceneIndex.previous(index)) {
            for (Backup backup : LuceneIndex.backups(index)) {
                terminal.err()
                        .println("wherein: the backup of " + backup.time() + " at " + backup.folder() + " "
                                + state(backup, now));
            }
        }
    }

    private static String state(Backup backup, Previous now) throws IOException {
        if (!LuceneIndex.isBackup(backup.folder())) {
            return "is not there any more";
        }
        try (PassageSearcher copy = LuceneIndex.open(backup.folder())) {
            String fingerprint = copy.manifest().fingerprint();
            if (now.previousManifest().stream()
                    .anyMatch(manifest -> manifest.fingerprint().equals(fingerprint))) {
                return "holds what the index holds";
            }
            int more = more(copy, now);
            return (more == 0
                            ? "still holds other versions of documents"
                            : "still holds " + more + (more == 1 ? " document" : " documents")
                                    + " that the index does not")
                    + "; make it again with: wherein backup " + backup.folder();
        } catch (IndexException e) {
            return "cannot be read, and may still hold what was deleted; delete it by hand";
        }
    }

    private static int more(PassageSearcher copy, Previous now) throws IOException {
        int[] more = {0};
        copy.documents(new Query.All(), List.of(), 0, stored -> {
            more[0] += now.kept(stored.document().id()).isEmpty() ? 1 : 0;
            return true;
        });
        return more[0];
    }
}
