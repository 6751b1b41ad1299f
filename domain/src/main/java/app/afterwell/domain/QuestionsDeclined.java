package app.afterwell.domain;

/** A client wants to be asked no more how they are. */
public record QuestionsDeclined(ClientId client) {}
