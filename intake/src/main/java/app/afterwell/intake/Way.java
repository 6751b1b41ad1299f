package app.afterwell.intake;

/** How a message reaches a client, or that it shall not. */
public enum Way {
    EMAIL,
    SMS,
    OFF
}
