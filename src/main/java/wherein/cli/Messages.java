package wherein.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import wherein.api.ProblemException;
import wherein.collection.CatalogueException;
import wherein.index.IndexException;
import wherein.index.IndexMemoryException;
import wherein.text.Printable;
import wherein.verdict.VerdictException;

/** What is said of a fault that ends a command: what, where, and what to do. */
final class Messages {

    private Messages() {}

    /** The message for {@code e}, mostly one line; names no class and no method. */
    static String of(Throwable e) {
        return switch (e) {
            case UserException user -> user.getMessage();
            case IndexMemoryException memory -> ofIndexing(memory);
            case IndexException index -> index.getMessage();
            case CatalogueException catalogue -> catalogue.getMessage();
            case ProblemException problem -> problem.getMessage();
            case VerdictException verdict -> verdict.getMessage();
            case Output.Failure output -> "standard output cannot be written: " + ofIo(output.reason());
            case IOException io -> ofIo(io);
            case InvalidPathException path ->
                "\"" + Printable.escaped(path.getInput()) + "\" cannot be the name of a file here";
            case OutOfMemoryError memory -> ofMemory();
            default -> "a fault of this program, please report it with what --debug adds";
        };
    }

    /** What to do where the heap was too small. */
    static String ofMemory() {
        long most = Runtime.getRuntime().maxMemory() >> 20;
        return "the memory that Java may take, " + most + " MB, was not enough; give it more, such as with "
                + Settings.MEMORY + "=" + Math.max(1, (2 * most + 1023) >> 10) + "g before ./wherein";
    }

    private static String ofIndexing(IndexMemoryException e) {
        String file = Printable.escaped(e.file());
        return (file.isEmpty() ? "" : file + ": ") + ofMemory()
                + (file.isEmpty() ? "" : ", or leave out files as large as this one with --max-document")
                + ". The index is as it was";
    }

    private static String ofIo(IOException io) {
        Throwable deepest = io;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
            if (deepest instanceof OutOfMemoryError) {
                return ofMemory();
            }
        }
        return io instanceof FileSystemException file ? ofFile(file) : String.valueOf(io.getMessage());
    }

    private static String ofFile(FileSystemException e) {
        String reason = switch (e) {
            case AccessDeniedException denied -> "may not be read or written; mend its permissions";
            case FileAlreadyExistsException there -> "is there already";
            case NoSuchFileException missing -> missing.getReason() == null ? "there is no such file" : e.getReason();
            default -> e.getReason();
        };
        String file = Printable.escaped(String.valueOf(e.getFile()));
        return reason == null ? file : file + ": " + reason;
    }
}
