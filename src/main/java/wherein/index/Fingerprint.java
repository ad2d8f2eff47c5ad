package wherein.index;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import wherein.document.Document;

/** SHA-256 of files and of whole collections. */
public final class Fingerprint {

    private final TreeMap<String, String> documents = new TreeMap<>();

    /** Takes {@code document} in: its id, text, metadata, parts and regions, wherever its file lies. */
    public void add(Document document) {
        MessageDigest digest = sha256();
        digest.update(document.text().getBytes(StandardCharsets.UTF_8));
        String about = document.metadata() + "|" + document.parts() + "|" + document.regions();
        digest.update(about.getBytes(StandardCharsets.UTF_8));
        documents.put(document.id(), hex(digest));
    }

    /** The fingerprint of all documents that were taken in, the same in whatever order they came. */
    public String value() {
        MessageDigest digest = sha256();
        for (Map.Entry<String, String> document : documents.entrySet()) {
            digest.update((document.getKey() + "\n" + document.getValue() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return hex(digest);
    }

    /** SHA-256 of the file's bytes, in hexadecimal. */
    public static String of(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
        }
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
