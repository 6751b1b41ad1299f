package app.afterwell.webui.database;

/** The database that the application brings cannot be started; the message says in one line why and what to do. */
class DatabaseStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseStartException(String message) {
        super(message);
    }

    DatabaseStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
