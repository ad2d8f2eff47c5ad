package wherein.lucene;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.util.IOUtils;
import wherein.index.Backup;
import wherein.index.Manifest;

/**
 * What is noted of backups: in the folder of an index a line for each that was made of it, and in a backup what it holds, for
 * people. Neither is needed to read an index.
 */
final class BackupNotes {

    /** In the folder of an index. */
    static final String LIST = "backups.ndjson";

    /** In the folder of a backup. */
    static final String ABOUT = "backup.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    private BackupNotes() {}

    /** Adds {@code backup} to those of {@code index}. A line is added at one go, so that two at a time are two lines. */
    static void add(Path index, Backup backup) throws IOException {
        ObjectNode line = node(backup).put("folder", backup.folder().toString());
        // A line that a crash has cut ends here, and is none.
        write(index.resolve(LIST), "\n" + line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        force(index);
    }

    /** The last backup of {@code index} in each folder, as they were made. Reads the whole list. */
    static List<Backup> of(Path index) throws IOException {
        Path list = index.resolve(LIST);
        if (!Files.exists(list)) {
            return List.of();
        }
        Map<String, Backup> last = new LinkedHashMap<>();
        for (String line : Files.readString(list).split("\n")) {
            try {
                JsonNode node = JSON.readTree(line);
                String folder = node.path("folder").asText();
                if (!folder.isEmpty()) {
                    last.remove(folder);
                    last.put(folder, backup(folder, node));
                }
            } catch (JsonProcessingException e) {
                // Cut by a crash before the backup was told to be made.
            }
        }
        return new ArrayList<>(last.values());
    }

    private static Backup backup(String folder, JsonNode node) {
        return new Backup(
                Path.of(folder),
                node.path("time").asText(),
                node.path("fingerprint").asText(),
                node.path("documents").asInt());
    }

    /** Says in the folder of {@code backup} what it is a copy of; what was said there before stays until this is whole. */
    static void describe(Backup backup, Path index, Manifest manifest) throws IOException {
        ObjectNode about = node(backup)
                .put("passages", manifest.passages())
                .put("mentions", manifest.allMentions())
                .put("built", manifest.built())
                .put("index", index.toString())
                .put("format", LuceneIndex.format());
        Path whole = backup.folder().resolve(ABOUT);
        Path parts = backup.folder().resolve(ABOUT + ".tmp");
        write(
                parts,
                about.toPrettyString() + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        Files.move(parts, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        force(backup.folder());
    }

    private static ObjectNode node(Backup backup) {
        return JSON.createObjectNode()
                .put("time", backup.time())
                .put("fingerprint", backup.fingerprint())
                .put("documents", backup.documents());
    }

    private static void write(Path file, String text, StandardOpenOption... options) throws IOException {
        try (FileChannel channel = FileChannel.open(file, options)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /** Makes new names in {@code folder} last, as Lucene does for its own. */
    private static void force(Path folder) throws IOException {
        IOUtils.fsync(folder, true);
    }
}
