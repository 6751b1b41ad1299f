package app.afterwell.domain;

/** What a client's safety profile says has changed; a mere confirmation is no change. */
public record SafetyProfileChanged(ClientId client, int version) {}
