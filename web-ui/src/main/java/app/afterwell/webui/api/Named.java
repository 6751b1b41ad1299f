package app.afterwell.webui.api;

import java.util.UUID;

/** Something with its id and what it is called. */
record Named(UUID id, String name) {}
