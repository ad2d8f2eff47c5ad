package wherein.format;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be read, in words that follow "cannot be read: " or "not indexed: ". */
public final class Unreadable {

    private Unreadable() {}

    /** The reason of {@code e}, which names no file: who tells it has named that already. */
    public static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "it may not be read; mend its permissions";
            case NoSuchFileException missing -> "it is gone";
            case FileSystemException other ->
                other.getReason() == null ? "the system does not say why" : other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
