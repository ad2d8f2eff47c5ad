package wherein.cli;

/** Something that the user can mend. The message says what, where and what to do; it is printed, and the exit is 2. */
final class UserException extends Exception {

    private static final long serialVersionUID = 1;

    UserException(String message) {
        super(message);
    }

    UserException(String message, Throwable cause) {
        super(message, cause);
    }
}
