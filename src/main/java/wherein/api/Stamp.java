package wherein.api;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import wherein.index.Manifest;
import wherein.search.PassageSearcher;

/**
 * What answers depend on beside the request: with the same stamp the same request has the same answer. Tags and cursors carry it.
 *
 * @param index a number made of the program, its limits and the index, its format, files, build and generation: of 64 bits, so
 *     that two different ones are equal by no chance that matters
 * @param revision of what readers say of an index that stays the same; 0 where they say nothing
 */
public record Stamp(long index, long revision) {

    /** The stamp of answers of {@code build} from {@code searcher}. */
    static Stamp of(Build build, PassageSearcher searcher) {
        Manifest manifest = searcher.manifest();
        String all = String.join(
                "\n",
                build.version(),
                build.commit(),
                searcher.format(),
                searcher.queryLimits().toString(),
                searcher.limit().toString(),
                manifest.fingerprint(),
                manifest.built(),
                Long.toString(searcher.generation()));
        return new Stamp(ByteBuffer.wrap(digest(all)).getLong(), 0);
    }

    /** SHA-256 of {@code text}. */
    public static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
