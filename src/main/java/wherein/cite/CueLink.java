package wherein.cite;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import wherein.document.Cue;

/**
 * The address of a page in a PDF of somebody else, {@code #page=12}, as viewers of PDF know it, or of a time in a recording, {@code
 * #t=67}, see <a href="https://www.w3.org/TR/media-frags/">Media Fragments</a>.
 */
public final class CueLink {

    private static final Pattern PDF = Pattern.compile("(?i)[^?#]+\\.pdf(?:\\?[^#]*)?(?:#.*)?");
    private static final Pattern TIME = Pattern.compile("(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})(?:[.,]\\d+)?");
    private static final int SECONDS = 60;

    private CueLink() {}

    /** The address of {@code cue} in what is at {@code url}; empty where nothing there is known to have pages or times. */
    public static Optional<String> of(String url, Cue cue) {
        int fragment = url.indexOf('#');
        String address = fragment < 0 ? url : url.substring(0, fragment);
        return switch (cue.kind()) {
            case PAGE ->
                PDF.matcher(url).matches() && cue.page() > 0
                        ? Optional.of(address + "#page=" + cue.page())
                        : Optional.empty();
            case TIME -> seconds(cue.label()).map(seconds -> address + "#t=" + seconds);
        };
    }

    private static Optional<Long> seconds(String time) {
        Matcher parts = TIME.matcher(time);
        if (!parts.matches()) {
            return Optional.empty();
        }
        long hours = parts.group(1) == null ? 0 : Long.parseLong(parts.group(1));
        return Optional.of(
                (hours * SECONDS + Long.parseLong(parts.group(2))) * SECONDS + Long.parseLong(parts.group(3)));
    }
}
