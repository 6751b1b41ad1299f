package app.afterwell.intake;

import app.afterwell.domain.ClientId;

/** A client wants to hear of something in another way, at another time or not at all. */
public record ContactChoicesChanged(ClientId client) {}
