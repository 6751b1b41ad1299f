package app.afterwell.domain;

/** What a client wants to hear of; intake implements it. It asks nobody's leave. */
public interface ContactWishes {

    /** Whether they do not want to be asked how they are. */
    boolean declinesQuestions(ClientId client);
}
