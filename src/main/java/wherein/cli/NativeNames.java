package wherein.cli;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Whether arguments and names of files reach Java as they are. It reads both as the locale of the process says; under one that
 * is not UTF-8, such as C, what is beyond ASCII becomes something else without a word. The launcher gives Java a locale of
 * UTF-8; who starts the jar otherwise is told to.
 *
 * @param encoding the charset of arguments and names of files
 */
record NativeNames(String encoding) {

    private static final String HOW = "start it as LC_ALL=C.UTF-8, or by ./wherein, which sees to that";

    /** Those of this process. */
    static NativeNames ofThisProcess() {
        boolean windows = File.separatorChar == '\\';
        return new NativeNames(windows ? "UTF-8" : System.getProperty("sun.jnu.encoding", "UTF-8"));
    }

    /**
     * Refuses a command that could not be read.
     *
     * @throws UserException if an argument, one of our variables, or the working directory holds what this encoding has not
     */
    void refuseArguments(Map<String, String> environment, String... arguments) throws UserException {
        Stream<String> variables = environment.entrySet().stream()
                .filter(variable -> variable.getKey().startsWith("WHEREIN_"))
                .map(Map.Entry::getValue);
        Stream<String> folders = Stream.of("user.dir", "wherein.home").map(name -> System.getProperty(name, ""));
        if (Stream.of(Stream.of(arguments), variables, folders)
                .flatMap(each -> each)
                .anyMatch(this::isLost)) {
            throw new UserException("the arguments cannot be read, since the locale of this process is not UTF-8 but "
                    + encoding + "; " + HOW);
        }
    }

    /**
     * Refuses a collection whose names would become ids that nobody gave.
     *
     * @param names of files
     * @throws UserException that says how many there are
     */
    void refuseFiles(List<String> names) throws UserException {
        long lost = names.stream().filter(this::isLost).count();
        if (lost > 0) {
            throw new UserException("the names of " + lost + (lost == 1 ? " file" : " files")
                    + " cannot be read, since the locale of this process is not UTF-8 but " + encoding + "; " + HOW);
        }
    }

    /**
     * Refuses to take files in whose names would become others.
     *
     * @throws UserException that says how to start the program
     */
    void refuseNewFiles() throws UserException {
        if (!encoding.equalsIgnoreCase("UTF-8")) {
            throw new UserException(
                    "files could not be called what they are called, since the locale of this process is not "
                            + "UTF-8 but " + encoding + "; " + HOW);
        }
    }

    /** Anything beyond ASCII: a charset of single bytes makes letters of any byte, and of the wrong ones. */
    private boolean isLost(String text) {
        return !encoding.equalsIgnoreCase("UTF-8") && text.chars().anyMatch(c -> c > 0x7e);
    }
}
