package wherein.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;

/** The token of a server: from a file or a variable, since all may see the arguments of a process. */
final class AccessToken {

    private static final String VARIABLE = "WHEREIN_TOKEN";

    /** Shorter ones can be guessed. */
    private static final int LEAST = 16;

    private AccessToken() {}

    /**
     * The token, if there is one.
     *
     * @throws UserException if there is one that cannot be used; the message does not show it
     */
    static Optional<String> read(Optional<Path> file, Settings settings, Terminal terminal) throws UserException {
        if (file.isEmpty()) {
            Optional<String> token = settings.variable(VARIABLE);
            if (token.isPresent()) {
                refuseWeak(token.get(), VARIABLE);
            }
            return token;
        }
        try {
            String token = Files.readString(file.get()).strip();
            refuseWeak(token, file.get().toString());
            if (Files.getFileStore(file.get()).supportsFileAttributeView("posix")
                    && Files.getPosixFilePermissions(file.get()).contains(PosixFilePermission.OTHERS_READ)) {
                terminal.err()
                        .println("wherein: warning: every user of this machine can read " + file.get()
                                + "; take that right away with: chmod 600 " + file.get());
            }
            return Optional.of(token);
        } catch (IOException e) {
            throw new UserException("the token cannot be read: " + Messages.of(e), e);
        }
    }

    private static void refuseWeak(String token, String where) throws UserException {
        if (token.length() < LEAST || !token.matches("[!-~]+")) {
            throw new UserException(where + ": expected a token of at least " + LEAST
                    + " letters, digits and signs of ASCII, without spaces, such as what this prints: "
                    + "openssl rand -hex 16");
        }
    }
}
