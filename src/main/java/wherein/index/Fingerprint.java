package wherein.index;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import wherein.document.Document;

/**
 * SHA-256 of files and documents, and of whole collections: that of a collection is the sum, modulo 2<sup>256</sup>, of the
 * SHA-256 of its documents (AdHash; Bellare and Micciancio 1997). So it is the same in whatever order they come, and a document
 * that comes, changes or goes costs the same in a collection of any size. Not safe for use by several threads.
 */
public final class Fingerprint {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private BigInteger sum;

    /** That of no documents. */
    public Fingerprint() {
        sum = BigInteger.ZERO;
    }

    /** Goes on from the {@code value} of one. */
    Fingerprint(String value) {
        sum = new BigInteger(value, 16);
    }

    /** Takes {@code document} in: its id, text, metadata, parts, regions and cues, wherever its file lies. */
    public void add(Document document) {
        add(document.id(), digest(document));
    }

    /** Takes in the document with this id and {@link #digest}. */
    public void add(String id, String digest) {
        sum = sum.add(number(id, digest)).mod(MODULUS);
    }

    /** Takes it out again. */
    void remove(String id, String digest) {
        sum = sum.subtract(number(id, digest)).mod(MODULUS);
    }

    /** The fingerprint of all documents that were taken in, 64 hexadecimal digits. */
    public String value() {
        String digits = sum.toString(16);
        return "0".repeat(64 - digits.length()) + digits;
    }

    /** SHA-256 of text, metadata, parts, regions, cues, origins and OCR of {@code document}, in hexadecimal. */
    public static String digest(Document document) {
        MessageDigest digest = sha256();
        digest.update(document.text().getBytes(StandardCharsets.UTF_8));
        String about = document.metadata() + "|" + document.parts() + "|" + document.regions();
        if (!document.cues().isEmpty() || !document.origins().isEmpty()) {
            about += "|" + document.cues() + "|" + document.origins();
        }
        if (!document.ocr().isEmpty()) {
            about += "|" + document.ocr();
        }
        digest.update(about.getBytes(StandardCharsets.UTF_8));
        return hex(digest.digest());
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
        return hex(digest.digest());
    }

    /** SHA-256 of {@code text} in UTF-8, in hexadecimal. */
    public static String of(String text) {
        return hex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static BigInteger number(String id, String digest) {
        return new BigInteger(1, sha256().digest((id + "\n" + digest + "\n").getBytes(StandardCharsets.UTF_8)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
