package wherein.cli;

import java.io.IOException;

/** Whoever read what we print has read enough. */
final class ClosedPipeException extends IOException {

    private static final long serialVersionUID = 1;
}
